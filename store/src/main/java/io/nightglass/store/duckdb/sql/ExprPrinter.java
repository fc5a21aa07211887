package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Expressions: one case per form. What each function looks like is not its concern. */
final class ExprPrinter {
    private static final int LONGEST = 2_000_000;

    private final Layout layout;
    private final BodyPrinter bodies;
    private final Texts texts;
    private final Zones zones;
    private final FunctionForms functions;
    private final ConversionForms conversions;

    private final WindowForms windows;

    /** Keys of ROLLUP and the like that may be missing from a row: there they are what ClickHouse takes for nothing. */
    private Set<Checked> rolled = Set.of();

    /** How many lambdas are around what is being printed. */
    private int lambdas;

    ExprPrinter(Layout layout, BodyPrinter bodies, Texts texts, Clock clock) {
        this.texts = texts;
        this.layout = layout;
        this.bodies = bodies;
        this.zones = new Zones(clock, this);
        this.conversions = new ConversionForms(zones);
        this.functions = new FunctionForms(this, zones, conversions);
        this.windows = new WindowForms(this, functions);
    }

    String print(Checked value) {
        return rolled.contains(value)
                ? "coalesce(%s, %s)".formatted(plain(value), ConversionForms.nothing(value.type()))
                : plain(value);
    }

    /** Prints with {@code keys} missing from some rows. */
    <T> T rolled(Set<Checked> keys, Supplier<T> print) {
        var before = rolled;
        rolled = keys;
        try {
            return print.get();
        } finally {
            rolled = before;
        }
    }

    /** What is aggregated, and what is grouped by, are rows as they are. */
    <T> T unrolled(Supplier<T> print) {
        return rolled(Set.of(), print);
    }

    private String plain(Checked value) {
        var sql = switch (value) {
            case Checked.Constant(var constant, var type) ->
                constant == null ? ConversionForms.noValue("NULL", type) : Quote.constant(constant);
            case Checked.Column(var source, var table, var column, var type) ->
                outsideLambdas(source, layout.column("t" + source, table, column));
            case Checked.Output(var source, var index, var type) -> "t%d.c%d".formatted(source, index + 1);
            case Checked.Property property -> outsideLambdas(property.source(), property(property));
            case Checked.Member(var json, var path, var type) ->
                "json_extract_string(%s, %s)".formatted(print(json), Quote.pointer(path));
            case Checked.Call call -> functions.call(call);
            case Checked.Aggregate aggregate -> unrolled(() -> functions.aggregate(aggregate, ""));
            case Checked.Windowed windowed -> windows.print(windowed);
            case Checked.In in -> in(in);
            case Checked.InQuery in -> inQuery(in);
            case Checked.Scalar(var query, var type) -> "(%s)".formatted(bodies.print(query));
            case Checked.Convert(var inner, var type) -> conversions.convert(print(inner), inner.type(), type);
            case Checked.Exploded(var explosion, var index, var type) -> "t%d.e%d".formatted(explosion, index + 1);
            case Checked.Variable(var number, var type) -> "v" + number;
            case Checked.Lambda(var made, Checked.Lambda(var each, var body, var inner), var type) ->
                "lambda v%d, v%d: %s".formatted(made.number(), each.number(), inLambda(body));
            case Checked.Lambda(var variable, var body, var type) ->
                "lambda v%d: %s".formatted(variable.number(), inLambda(body));
        };
        if (sql.length() > LONGEST) {
            throw new QueryException(new QueryProblem.TooLarge(0, "the query, spelled out,", LONGEST, "characters"));
        }
        return sql;
    }

    /** What {@code value} adds up to, {@code filter} standing behind the sum. */
    String sum(Checked value, String filter) {
        var plain = print(value);
        if (value instanceof Checked.Column(var source, var table, var column, var type)) {
            var exact = layout.summed("t" + source, table, column);
            if (!exact.equals(plain)) {
                return "CAST(sum(%s)%s AS DOUBLE)".formatted(exact, filter);
            }
        }
        return "sum(%s)%s".formatted(plain, filter);
    }

    List<String> all(List<Checked> values) {
        return values.stream().map(this::print).toList();
    }

    private String inLambda(Checked body) {
        lambdas++;
        try {
            return print(body);
        } finally {
            lambdas--;
        }
    }

    /** The engine allows no subquery in a lambda, so what needs one is computed beside its source. */
    private String outsideLambdas(int source, String sql) {
        return lambdas > 0 && sql.contains("(SELECT ") ? texts.computed(source, sql) : sql;
    }

    private String property(Checked.Property property) {
        return property(property, layout.place(property.name(), property.type().base()));
    }

    private String property(Checked.Property property, Layout.Place place) {
        var source = "t" + property.source();
        return switch (place) {
            case Layout.Place.Own(var column) -> source + "." + Quote.name(column);
            case Layout.Place.Inside() ->
                "json_extract_string(%s.properties, %s)".formatted(source, Quote.pointer(List.of(property.name())));
            case Layout.Place.Apart(var pieced) -> {
                var text = texts.text(property.source(), property.name(), pieced);
                yield property.type().base() == ValueType.STRING
                        ? "json_extract_string(%s, '$')".formatted(text)
                        : text;
            }
            case Layout.Place.Either(var usual) ->
                "coalesce(%s, %s)"
                        .formatted(property(property, usual), property(property, new Layout.Place.Apart(true)));
        };
    }

    /** NULL is a value like any other here: it is in a list that has it and not in any other. */
    private String in(Checked.In in) {
        var value = print(in.value());
        var items = in.items().stream().map(this::print).collect(Collectors.joining(", "));
        boolean nullable = in.value().type().nullable();
        if (in.items().isEmpty()) {
            return in.orNull() && nullable ? "(%s IS NULL)".formatted(value) : "FALSE";
        }
        if (!nullable) {
            return "(%s IN (%s))".formatted(value, items);
        }
        return in.orNull()
                ? "(%s IS NULL OR %s IN (%s))".formatted(value, value, items)
                : "(%s IS NOT NULL AND %s IN (%s))".formatted(value, value, items);
    }

    private String inQuery(Checked.InQuery in) {
        var value = print(in.value());
        var rows = bodies.print(in.query());
        var shape = in.query().shape();
        if (shape.size() > 1) {
            return "(%s IN (SELECT row(%s) FROM (%s) AS q))".formatted(value, columns(in.query()), rows);
        }
        boolean valueNull = in.value().type().nullable();
        boolean rowNull = shape.getFirst().type().nullable();
        if (valueNull && rowNull) {
            return "([%s] IN (SELECT [q.c1] FROM (%s) AS q))".formatted(value, rows);
        }
        if (rowNull) {
            return "(%s IN (SELECT q.c1 FROM (%s) AS q WHERE q.c1 IS NOT NULL))".formatted(value, rows);
        }
        return valueNull
                ? "(%s IS NOT NULL AND %s IN (%s))".formatted(value, value, rows)
                : "(%s IN (%s))".formatted(value, rows);
    }

    private static String columns(Body query) {
        return IntStream.rangeClosed(1, query.shape().size())
                .mapToObj(i -> "q.c" + i)
                .collect(Collectors.joining(", "));
    }
}
