package io.nightglass.hogql.check;

import io.nightglass.hogql.checked.Checked;
import java.util.List;

/** Whether an expression is the same in every row, as {@code concat('a')} is: it orders nothing. */
final class Fixed {
    private Fixed() {}

    static boolean is(Checked value) {
        return switch (value) {
            case Checked.Constant constant -> true;
            case Checked.Variable variable -> true;
            case Checked.Call(var function, var arguments, var ignored) ->
                !function.name().startsWith("rand") && !function.name().startsWith("generate") && are(arguments);
            case Checked.Member(var json, var path, var ignored) -> is(json);
            case Checked.In(var probe, var items, var orNull, var ignored) -> is(probe) && are(items);
            case Checked.Convert(var inner, var ignored) -> is(inner);
            case Checked.Lambda(var variable, var body, var ignored) -> is(body);
            case Checked.Aggregate aggregate -> false;
            case Checked.Windowed windowed -> false;
            case Checked.InQuery in -> false;
            case Checked.Column column -> false;
            case Checked.Output output -> false;
            case Checked.Property property -> false;
            case Checked.Exploded exploded -> false;
            case Checked.Scalar scalar -> false;
        };
    }

    private static boolean are(List<Checked> values) {
        return values.stream().allMatch(Fixed::is);
    }
}
