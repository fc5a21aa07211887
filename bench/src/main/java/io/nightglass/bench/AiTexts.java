package io.nightglass.bench;

import java.util.Random;
import tools.jackson.databind.node.ObjectNode;

/**
 * What model calls say, made up of words: a prompt of so many characters and a completion of a quarter as many.
 *
 * @param characters 0 for none; less leaves what the sample nights say
 */
record AiTexts(int characters) {
    static final AiTexts AS_SAMPLED = new AiTexts(-1);
    static final AiTexts NONE = new AiTexts(0);

    private static final String WORDS = words();

    /** Puts them into the properties of an event of the name {@code event}. */
    void put(String event, ObjectNode properties, long number) {
        if (characters < 0 || !event.equals("$ai_generation")) {
            return;
        }
        properties.remove("$ai_input");
        properties.remove("$ai_output_choices");
        if (characters > 0) {
            var random = new Random(number);
            message(properties, "$ai_input", "user", text(random, characters));
            message(properties, "$ai_output_choices", "assistant", text(random, characters / 4));
        }
    }

    private static void message(ObjectNode properties, String name, String role, String text) {
        properties.putArray(name).addObject().put("role", role).put("content", text);
    }

    /** Pieces of a long text of words, so that no two say the same and making them takes no time. */
    private static String text(Random random, int length) {
        var text = new StringBuilder(length);
        while (text.length() < length) {
            int from = random.nextInt(WORDS.length() - 200);
            text.append(WORDS, from, from + Math.min(200, length - text.length()));
        }
        return text.toString();
    }

    private static String words() {
        var random = new Random(4);
        var text = new StringBuilder();
        while (text.length() < 1 << 20) {
            for (int i = 2 + random.nextInt(9); i > 0; i--) {
                text.append((char) ('a' + (int) Math.min(25, Math.abs(random.nextGaussian() * 9))));
            }
            text.append(' ');
        }
        return text.toString();
    }
}
