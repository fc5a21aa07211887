package io.nightglass.hogql.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A type as it is written: {@code Array(Nullable(Int64))}.
 *
 * @param name in small letters
 * @param parts what stands in its brackets; of {@code Tuple(a Int64, b String)} only the types
 * @param constants numbers and texts in its brackets, as text
 */
public record TypeName(String name, List<TypeName> parts, List<String> constants) {
    private static final int DEEPEST = 20;
    private static final Pattern TOKEN = Pattern.compile("\\w+|'[^']*'|`[^`]*`|\"[^\"]*\"|\\S");

    /** The type that {@code text} names, or nothing when it names none. */
    public static Optional<TypeName> read(String text) {
        var reader =
                new Reader(TOKEN.matcher(text).results().map(MatchResult::group).toList());
        var type = reader.type(0);
        return type.filter(whole -> reader.isAtEnd());
    }

    private static final class Reader {
        private final List<String> tokens;
        private int next;

        Reader(List<String> tokens) {
            this.tokens = tokens;
        }

        boolean isAtEnd() {
            return next == tokens.size();
        }

        private boolean takes(String token) {
            boolean is = !isAtEnd() && tokens.get(next).equals(token);
            next += is ? 1 : 0;
            return is;
        }

        /** Words, what stands in brackets after them, and {@code []} for an array of it. */
        Optional<TypeName> type(int depth) {
            var words = words();
            var parts = new ArrayList<TypeName>();
            var constants = new ArrayList<String>();
            if (words.isEmpty() || depth > DEEPEST) {
                return Optional.empty();
            }
            if (takes("(") && !takes(")")) {
                do {
                    if (!part(depth, parts, constants)) {
                        return Optional.empty();
                    }
                } while (takes(","));
                if (!takes(")")) {
                    return Optional.empty();
                }
            }
            var type = new TypeName(words, List.copyOf(parts), List.copyOf(constants));
            while (takes("[")) {
                if (!takes("]")) {
                    return Optional.empty();
                }
                type = new TypeName("array", List.of(type), List.of());
            }
            return Optional.of(type);
        }

        private boolean part(int depth, List<TypeName> parts, List<String> constants) {
            if (!isAtEnd() && tokens.get(next).matches("\\d+|'.*'")) {
                constants.add(tokens.get(next++).replace("'", ""));
                return true;
            }
            var type = type(depth + 1);
            type.map(TypeName::unnamed).ifPresent(parts::add);
            return type.isPresent();
        }

        private String words() {
            var words = new ArrayList<String>();
            while (!isAtEnd() && tokens.get(next).matches("[A-Za-z_]\\w*|`.*`|\".*\"")) {
                words.add(tokens.get(next++).replaceAll("[`\"]", "").toLowerCase(Locale.ROOT));
            }
            return String.join(" ", words);
        }
    }

    /** {@code x Int64} is a place of a tuple and its name; {@code double precision} is a type. */
    private TypeName unnamed() {
        int space = name.indexOf(' ');
        return space < 0 || maker().isPresent()
                ? this
                : new TypeName(name.substring(space + 1), parts, constants).unnamed();
    }

    /** The function that makes a value of the type, which NULL stands for what cannot be read; nothing for others. */
    public Optional<String> maker() {
        return Optional.ofNullable(
                switch (name) {
                    case "string", "text", "varchar", "char", "character varying", "fixedstring" -> "toString";
                    case "float", "float32", "float64", "double", "double precision", "real" -> "toFloat";
                    case "decimal", "decimal32", "decimal64", "decimal128", "numeric" -> "toFloat";
                    case "int", "integer", "bigint", "smallint", "tinyint" -> "toInt64";
                    case "int8", "int16", "int32", "int64", "int128", "int256" -> "toInt64";
                    case "uint8", "uint16", "uint32", "uint64", "uint128", "uint256" -> "toInt64";
                    case "bool", "boolean" -> "toBool";
                    case "date", "date32" -> "toDate";
                    case "datetime", "datetime64", "timestamp", "timestamp with time zone" -> "toDateTime";
                    case "uuid" -> "toUUID";
                    default -> null;
                });
    }

    /** Whether it is {@code DateTime('UTC')}. */
    public boolean hasZone() {
        return constants.stream().anyMatch(constant -> !constant.matches("\\d+"));
    }

    /** Without {@code Nullable(...)} and {@code LowCardinality(...)} around it: any value may be NULL. */
    public TypeName bare() {
        boolean around = (name.equals("nullable") || name.equals("lowcardinality")) && parts.size() == 1;
        return around ? parts.getFirst().bare() : this;
    }
}
