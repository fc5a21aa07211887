package io.nightglass.hogql.check;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Function;
import java.util.List;

/**
 * What a call yields: the word after the arrow of its signature. Without a mark it is nullable when an argument is;
 * {@code !} never, {@code ?} always, {@code &} when all are, {@code ~} when one is or has to be read out of a text.
 */
final class ResultType {
    private ResultType() {}

    /** @param common the common type of the {@code T} arguments; of no use where the signature has none */
    static Type of(Function function, List<Checked> arguments, Type common) {
        var word = function.signature().result();
        char mark = word.charAt(word.length() - 1);
        boolean marked = "!?&~".indexOf(mark) >= 0;
        var type = plain(marked ? word.substring(0, word.length() - 1) : word, arguments, common);
        boolean some = arguments.stream().anyMatch(argument -> argument.type().nullable());
        boolean every = arguments.stream().allMatch(argument -> argument.type().nullable());
        boolean ofText = arguments.stream().anyMatch(argument -> argument.type().isText());
        return type.withNull(
                switch (mark) {
                    case '!' -> false;
                    case '?' -> true;
                    case '&' -> every;
                    case '~' -> some || ofText;
                    default -> word.equals("T") ? common.nullable() : some;
                });
    }

    private static Type plain(String word, List<Checked> arguments, Type common) {
        return switch (word) {
            case "count" -> Type.COUNT;
            case "truth" -> Type.TRUTH;
            case "text" -> Type.STRING;
            case "bytes" -> Type.BYTES;
            case "float" -> Type.FLOAT;
            case "integer" -> Type.INTEGER;
            case "number" -> number(arguments);
            case "condition" -> Type.BOOLEAN;
            case "logic" -> logic(arguments);
            case "date" -> Type.DATE;
            case "datetime" -> moment(arguments);
            case "seconds" -> Type.SECONDS;
            case "moment" -> arguments.getFirst().type();
            case "uuid" -> Type.UUID;
            case "interval" -> Type.INTERVAL;
            case "T" -> common;
            case "[T]" -> Type.arrayOf(common);
            case "[text]" -> Type.arrayOf(Type.STRING);
            case "[float]" -> Type.arrayOf(Type.FLOAT);
            case "[integer]" -> Type.arrayOf(Type.INTEGER);
            case "[lambda]" -> Type.arrayOf(arguments.getFirst().type());
            case "[key]" -> Type.arrayOf(part(arguments.getFirst(), 0));
            case "[value]" -> Type.arrayOf(part(arguments.getFirst(), 1));
            case "[tuple]" ->
                Type.arrayOf(Type.tupleOf(arguments.stream()
                        .map(argument -> argument.type().base() == ValueType.ARRAY
                                ? argument.type().element()
                                : Type.NULL)
                        .toList()));
            case "[[text]]" -> Type.arrayOf(Type.arrayOf(Type.STRING));
            case "[[T]]" -> Type.arrayOf(Type.arrayOf(common));
            case "[date]" -> Type.arrayOf(Type.DATE);
            case "[datetime]" -> Type.arrayOf(Type.DATETIME);
            case "[count]" -> Type.arrayOf(Type.COUNT);
            case "[truth]" -> Type.arrayOf(Type.TRUTH);
            case "[number]" -> Type.arrayOf(element(arguments.getFirst()));
            case "[number of]" -> Type.arrayOf(number(arguments));
            case "map" -> arguments.getFirst().type();
            case "places" ->
                Type.tupleOf(arguments.stream()
                        .flatMap(argument -> argument.type().parts().stream())
                        .toList());
            case "tuple" -> Type.tupleOf(arguments.stream().map(Checked::type).toList());
            case "any" -> Type.NULL;
            default -> throw new IllegalStateException("a result of no type: " + word);
        };
    }

    /** A part of a type, of NULL nothing. */
    private static Type part(Checked value, int index) {
        var parts = value.type().parts();
        return index < parts.size() ? parts.get(index) : Type.NULL;
    }

    private static Type element(Checked array) {
        return part(array, 0).base() == ValueType.FLOAT ? Type.FLOAT : Type.INTEGER;
    }

    /** As fine as what it is made of: a day gives whole seconds. */
    private static Type moment(List<Checked> arguments) {
        boolean whole = !arguments.isEmpty()
                && arguments.getFirst().type().isMoment()
                && (arguments.getFirst().type().unsigned()
                        || arguments.getFirst().type().base() == ValueType.DATE);
        return whole ? Type.SECONDS : Type.DATETIME;
    }

    /** A boolean among the conditions makes a boolean of it, else it is 1 or 0. */
    private static Type logic(List<Checked> conditions) {
        boolean outcomes = conditions.stream()
                .allMatch(one -> one.type().unsigned() || one.type().isNull());
        return outcomes ? Type.TRUTH : Type.BOOLEAN;
    }

    private static Type number(List<Checked> arguments) {
        boolean whole = arguments.stream().noneMatch(argument -> argument.type().base() == ValueType.FLOAT);
        return whole ? Type.INTEGER : Type.FLOAT;
    }
}
