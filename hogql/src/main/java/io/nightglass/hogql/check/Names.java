package io.nightglass.hogql.check;

import io.nightglass.hogql.Tables;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.checked.Checked.Column;
import io.nightglass.hogql.checked.Checked.Constant;
import io.nightglass.hogql.checked.Checked.Member;
import io.nightglass.hogql.checked.Checked.Property;
import io.nightglass.hogql.tree.Expr;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks up {@code a}, {@code t.a}, {@code properties.a}, {@code properties.a.b} among the columns of one SELECT. */
record Names(Tables tables, Sources sources) {
    private static final Map<String, Double> NUMBERS =
            Map.of("inf", Double.POSITIVE_INFINITY, "nan", Double.NaN, "NaN", Double.NaN);

    /** The column or property, if there is one; aliases are not its concern. */
    Optional<Checked> find(Expr.Name name) {
        var parts = name.parts();
        var first = parts.getFirst();
        var source = parts.size() > 1 ? sources.called(first) : Optional.<Sources.Source>empty();
        if (source.isPresent()) {
            var column = source.get().column(parts.get(1));
            if (column.isEmpty() && parts.size() > 2) {
                var longer = source.get().column(parts.get(1) + "." + parts.get(2));
                if (longer.isPresent()) {
                    return Optional.of(inside(name, longer.get(), parts.subList(3, parts.size())));
                }
            }
            if (column.isEmpty()) {
                throw sources.unknown(name.at(), parts.get(1), List.of());
            }
            return Optional.of(inside(name, column.get(), parts.subList(2, parts.size())));
        }
        var column = sources.column(name.at(), first);
        if (column.isPresent()) {
            return Optional.of(inside(name, column.get(), parts.subList(1, parts.size())));
        }
        if (parts.size() > 1) {
            var whole = sources.column(name.at(), String.join(".", parts));
            if (whole.isPresent()) {
                return whole;
            }
        }
        if (parts.size() > 2) {
            var longer = sources.column(name.at(), first + "." + parts.get(1));
            if (longer.isPresent()) {
                return Optional.of(inside(name, longer.get(), parts.subList(2, parts.size())));
            }
        }
        return parts.size() == 1 && NUMBERS.containsKey(first)
                ? Optional.of(new Constant(NUMBERS.get(first), Type.FLOAT))
                : Optional.empty();
    }

    /** What {@code path} names inside {@code value}, which must be JSON when there is a path. */
    Checked inside(Expr at, Checked value, List<String> path) {
        if (path.isEmpty()) {
            return value;
        }
        if (value.type().base() == ValueType.TUPLE) {
            throw Mismatch.of(at.at(), "." + path.getFirst(), value, "a place of the tuple, .1 or .2");
        }
        if (value.type().base() != ValueType.JSON) {
            throw Mismatch.of(at.at(), "what stands before ." + path.getFirst(), value, "properties or other JSON");
        }
        if (value instanceof Column(var source, var table, var column, var ignored)
                && table.equals("events")
                && column.equals("properties")
                && path.size() == 1) {
            var type = Type.of(tables.property(path.getFirst())).withNull(true);
            return new Property(source, path.getFirst(), type);
        }
        return new Member(value, List.copyOf(path), Type.STRING.withNull(true));
    }
}
