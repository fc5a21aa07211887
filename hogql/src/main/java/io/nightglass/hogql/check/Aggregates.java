package io.nightglass.hogql.check;

import io.nightglass.hogql.checked.Checked;

/** Whether an expression says something of many rows. */
final class Aggregates {
    private Aggregates() {}

    static boolean in(Checked value) {
        return switch (value) {
            case Checked.Aggregate aggregate -> true;
            case Checked.Windowed windowed -> true;
            case Checked.Call(var function, var arguments, var ignored) ->
                arguments.stream().anyMatch(Aggregates::in);
            case Checked.Member(var json, var path, var ignored) -> in(json);
            case Checked.In(var probe, var items, var orNull, var ignored) ->
                in(probe) || items.stream().anyMatch(Aggregates::in);
            case Checked.InQuery(var probe, var query, var ignored) -> in(probe);
            case Checked.Convert(var inner, var ignored) -> in(inner);
            case Checked.Lambda(var variable, var body, var ignored) -> in(body);
            case Checked.Constant constant -> false;
            case Checked.Column column -> false;
            case Checked.Output output -> false;
            case Checked.Property property -> false;
            case Checked.Exploded exploded -> false;
            case Checked.Scalar scalar -> false;
            case Checked.Variable variable -> false;
        };
    }
}
