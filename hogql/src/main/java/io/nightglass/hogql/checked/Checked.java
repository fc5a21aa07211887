package io.nightglass.hogql.checked;

import io.nightglass.hogql.Type;
import io.nightglass.hogql.function.Function;
import io.nightglass.hogql.tree.Expr.Side;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression whose names are looked up and whose type is known. Immutable; equal when they mean the same. */
public sealed interface Checked {
    Type type();

    /** @param value as its type says: null, Boolean, Long, Double, String, java.time.Instant, LocalDate or UUID */
    record Constant(@Nullable Object value, Type type) implements Checked {}

    /** A column of a stored table. @param source the number of its {@link Body.From.Stored} */
    record Column(int source, String table, String name, Type type) implements Checked {}

    /** An output of a subquery. @param index 0-based */
    record Output(int source, int index, Type type) implements Checked {}

    /** {@code properties.name} of an event. */
    record Property(int source, String name, Type type) implements Checked {}

    /** A value inside JSON text, as text; null when missing. */
    record Member(Checked json, List<String> path, Type type) implements Checked {}

    /** A function of one row. */
    record Call(Function function, List<Checked> arguments, Type type) implements Checked {}

    /** @param condition of the {@code -If} form: only rows for which it is true count */
    record Aggregate(
            Function function,
            List<Checked> parameters,
            List<Checked> arguments,
            @Nullable Checked condition,
            Type type)
            implements Checked {}

    /** Whether {@code value} is among {@code items}, NULL being a value like any other; items are not NULL. */
    record In(Checked value, List<Checked> items, boolean orNull, Type type) implements Checked {}

    /** Whether {@code value} is among the rows of a query of one column, NULL being a value like any other. */
    record InQuery(Checked value, Body query, Type type) implements Checked {}

    /** The one value of a query of one column and at most one row. */
    record Scalar(Body query, Type type) implements Checked {}

    /** The same value as another type; what cannot be read becomes NULL. */
    record Convert(Checked value, Type type) implements Checked {}

    /**
     * The element that an {@code arrayJoin} or ARRAY JOIN gives to this row.
     *
     * @param explosion the number of its {@link Body.Explosion}
     * @param index 0-based, which of its arrays
     */
    record Exploded(int explosion, int index, Type type) implements Checked {}

    /** An aggregate or a function of windows, over the rows of its window: a value for each row. */
    record Windowed(Checked function, Window window, Type type) implements Checked {}

    /** @param frame null for the usual one: from the first row of the partition to the last that is alike in order */
    record Window(
            List<Checked> partition,
            List<Body.Order> order,
            @Nullable Frame frame) {}

    /** @param byRows counts rows, else by the value that is ordered by */
    record Frame(boolean byRows, Bound from, Bound to) {}

    /** @param distance rows, or numbers, seconds or days of what is ordered by; null for the last there is */
    record Bound(Side side, @Nullable Double distance) {}

    /** The parameter of a lambda. */
    record Variable(int number, Type type) implements Checked {}

    /** @param type the type of the body */
    record Lambda(Variable variable, Checked body, Type type) implements Checked {}
}
