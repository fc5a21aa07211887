package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.checked.Checked;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Once rows fall into groups, what is shown must be the same for all rows of a group. */
final class Grouping {
    private final Set<Checked> groups;
    private final ExprChecker expressions;

    Grouping(Collection<Checked> groups, ExprChecker expressions) {
        this.groups = new HashSet<>(groups);
        this.expressions = expressions;
    }

    void check(Checked value) {
        if (groups.contains(value)) {
            return;
        }
        switch (value) {
            case Checked.Column column -> throw notGrouped(column, column.name());
            case Checked.Property property -> throw notGrouped(property, "properties." + property.name());
            case Checked.Output output -> throw notGrouped(output, "a column of the subquery");
            case Checked.Exploded exploded -> throw notGrouped(exploded, "arrayJoin");
            case Checked.Member(var json, var path, var ignored) -> check(json);
            case Checked.Call(var function, var arguments, var ignored) -> arguments.forEach(this::check);
            case Checked.In(var probe, var items, var orNull, var ignored) -> {
                check(probe);
                items.forEach(this::check);
            }
            case Checked.InQuery(var probe, var query, var ignored) -> check(probe);
            case Checked.Convert(var inner, var ignored) -> check(inner);
            case Checked.Lambda(var variable, var body, var ignored) -> check(body);
            case Checked.Windowed(Checked.Aggregate over, var window, var ignored) -> {
                check(over.arguments());
                Stream.ofNullable(over.condition()).forEach(this::check);
                check(window);
            }
            case Checked.Windowed(var function, var window, var ignored) -> {
                check(function);
                check(window);
            }
            case Checked.Constant constant -> {}
            case Checked.Aggregate aggregate -> {}
            case Checked.Scalar scalar -> {}
            case Checked.Variable variable -> {}
        }
    }

    private void check(Checked.Window window) {
        check(window.partition());
        window.order().forEach(order -> check(order.value()));
    }

    void check(List<Checked> values) {
        values.forEach(this::check);
    }

    private QueryException notGrouped(Checked column, String name) {
        return new QueryException(new QueryProblem.NotGrouped(expressions.position(column), name));
    }
}
