package io.nightglass.server.edge;

import java.math.BigDecimal;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** JSON numbers as exactly as they can be kept, at a cost that does not depend on how large they claim to be. */
final class Numbers {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Digits that a double always gives back. */
    private static final int EXACT_IN_DOUBLE = 15;

    private static final int LONGEST = 400;

    private Numbers() {}

    /** Integers of more than 400 digits are kept as their text: nothing computes with them. */
    static JsonNode integer(JsonParser parser) {
        if (parser.getStringLength() > LONGEST) {
            return NODES.stringNode(parser.getString());
        }
        return switch (parser.getNumberType()) {
            case INT -> NODES.numberNode(parser.getIntValue());
            case LONG -> NODES.numberNode(parser.getLongValue());
            default -> NODES.numberNode(parser.getBigIntegerValue());
        };
    }

    /**
     * NaN and infinities are null, as PostHog has them. A number that a double would change is kept digit by digit; one
     * beyond the range of doubles is kept as its text.
     */
    static JsonNode decimal(JsonParser parser) {
        if (parser.isNaN()) {
            return NODES.nullNode();
        }
        if (parser.getStringLength() > LONGEST) {
            return NODES.stringNode(parser.getString());
        }
        String text = parser.getString();
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value) || value == 0 && saysMoreThanZero(text)) {
            return NODES.stringNode(text);
        }
        return text.length() <= EXACT_IN_DOUBLE || isSame(value, text)
                ? NODES.numberNode(value)
                : NODES.numberNode(new BigDecimal(text));
    }

    private static boolean isSame(double value, String text) {
        return value == 0 || new BigDecimal(Double.toString(value)).compareTo(new BigDecimal(text)) == 0;
    }

    /** Whether a digit before the exponent is not 0: {@code 1e-400} is small, not nothing. */
    private static boolean saysMoreThanZero(String text) {
        for (int i = 0; i < text.length() && text.charAt(i) != 'e' && text.charAt(i) != 'E'; i++) {
            if (text.charAt(i) >= '1' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
