package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.Type;
import io.nightglass.hogql.check.FromChecker.Found;
import io.nightglass.hogql.check.Sources.Source;
import io.nightglass.hogql.checked.Body.From;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.function.Functions;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import io.nightglass.hogql.tree.Query.JoinKind;
import io.nightglass.hogql.tree.Query.Strictness;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Joins: which rows meet, and what both sides offer afterwards. */
record Joins(QueryChecker queries) {

    Found check(Query.Source.Join join, Found left, Found right) {
        refuse(join);
        var shared = shared(join, left, right);
        var on = shared.isEmpty() ? on(join, left, right) : equal(join, shared, left, right);
        if (on == null && join.kind() != JoinKind.CROSS) {
            throw new QueryException(new QueryProblem.Unsupported(
                    join.at(), "a JOIN without a condition", "write ON after it, or CROSS JOIN"));
        }
        var strictness = join.matching().strictness();
        if (strictness == Strictness.ASOF) {
            AsofJoins.check(join.at(), on, left.from());
        }
        if (strictness == Strictness.ANY
                && !(right.from() instanceof From.Stored || right.from() instanceof From.Sub)) {
            throw new QueryException(new QueryProblem.Unsupported(
                    join.at(), "ANY JOIN with more than one table", "put them into a subquery"));
        }
        return offered(
                join, left, right, new From.Join(left.from(), join.kind(), right.from(), on, strictness), shared);
    }

    private static void refuse(Query.Source.Join join) {
        var strictness = join.matching().strictness();
        boolean sided = join.kind() == JoinKind.LEFT || join.kind() == JoinKind.RIGHT;
        var instead = switch (strictness) {
            case ALL -> null;
            case ANY -> join.kind() == JoinKind.LEFT ? null : "write LEFT ANY JOIN, or SEMI JOIN";
            case SEMI, ANTI -> sided || join.kind() == JoinKind.INNER ? null : "write LEFT or RIGHT before it";
            case ASOF ->
                join.kind() == JoinKind.INNER || join.kind() == JoinKind.LEFT
                        ? null
                        : "write ASOF JOIN or LEFT ASOF JOIN";
        };
        if (instead != null) {
            throw new QueryException(
                    new QueryProblem.Unsupported(join.at(), "%s %s JOIN".formatted(join.kind(), strictness), instead));
        }
    }

    /** The columns that are equal in both by their name. */
    private static List<String> shared(Query.Source.Join join, Found left, Found right) {
        var names = new ArrayList<String>();
        for (var column : join.matching().using()) {
            var value = column instanceof Expr.Aliased(var at, var inner, var alias) ? inner : column;
            if (!(value instanceof Expr.Name(var at, var parts)) || parts.size() > 1) {
                throw new QueryException(new QueryProblem.Syntax(
                        column.at(), "an expression", "the name of a column of both after USING"));
            }
            names.add(parts.getFirst());
        }
        if (join.matching().natural() && names.isEmpty() && join.on() == null) {
            for (var source : left.sources()) {
                for (var offer : source.shown()) {
                    boolean both = right.sources().stream()
                            .flatMap(other -> other.shown().stream())
                            .anyMatch(other -> other.name().equals(offer.name()));
                    if (both && !names.contains(offer.name())) {
                        names.add(offer.name());
                    }
                }
            }
        }
        return names;
    }

    private @Nullable Checked on(Query.Source.Join join, Found left, Found right) {
        if (join.on() == null) {
            return null;
        }
        var sources = new Sources();
        sources.addAll(left.sources());
        sources.addAll(right.sources());
        var value = new ExprChecker(queries, sources, new Aliases()).check(join.on(), Clause.JOIN);
        return new Arguments(new Conversions(queries.scope().zone()))
                .condition(join.on().at(), value);
    }

    private Checked equal(Query.Source.Join join, List<String> names, Found left, Found right) {
        var comparisons = new Comparisons(new Conversions(queries.scope().zone()));
        var all = new ArrayList<Checked>();
        for (var name : names) {
            var pair = comparisons.alike(join.at(), column(join, left, name), column(join, right, name));
            boolean nullable = pair.stream().anyMatch(value -> value.type().nullable());
            boolean orders = join.matching().strictness() == Strictness.ASOF && all.size() == names.size() - 1;
            var operator = orders ? "greaterOrEquals" : "equals";
            all.add(new Checked.Call(Functions.known(operator), pair, Type.TRUTH.withNull(nullable)));
        }
        return all.size() == 1
                ? all.getFirst()
                : new Checked.Call(Functions.known("and"), List.copyOf(all), Type.TRUTH.withNull(true));
    }

    private static Checked column(Query.Source.Join join, Found side, String name) {
        var sources = new Sources();
        sources.addAll(side.sources());
        return sources.column(join.at(), name).orElseThrow(() -> sources.unknown(join.at(), name, List.of()));
    }

    /** A missing side is NULL. A column of USING is that of the side whose rows all stay; of FULL JOIN, of either. */
    private static Found offered(Query.Source.Join join, Found left, Found right, From.Join from, List<String> using) {
        var kind = join.kind();
        var strictness = from.strictness();
        var shared = strictness == Strictness.ASOF && !using.isEmpty() ? using.subList(0, using.size() - 1) : using;
        if (strictness == Strictness.SEMI || strictness == Strictness.ANTI) {
            var kept = kind == JoinKind.RIGHT ? right : left;
            return new Found(from, kept.sources(), kept.explosions());
        }
        var offered = new ArrayList<Source>();
        boolean leftMayMiss = kind == JoinKind.RIGHT || kind == JoinKind.FULL;
        boolean rightMayMiss = kind == JoinKind.LEFT || kind == JoinKind.FULL;
        boolean hideLeft = kind == JoinKind.RIGHT || kind == JoinKind.FULL;
        boolean hideRight = kind != JoinKind.RIGHT;
        if (kind == JoinKind.FULL && !shared.isEmpty()) {
            offered.add(either(join, left, right, shared));
        }
        for (var source : left.sources()) {
            var may = leftMayMiss ? source.withNull() : source;
            offered.add(hideLeft ? may.hiding(shared) : may);
        }
        for (var source : right.sources()) {
            var may = rightMayMiss ? source.withNull() : source;
            offered.add(hideRight ? may.hiding(shared) : may);
        }
        return new Found(from, List.copyOf(offered), left.explosions());
    }

    private static Source either(Query.Source.Join join, Found left, Found right, List<String> shared) {
        var offers = new ArrayList<Sources.Offer>();
        for (var name : shared) {
            var first = column(join, left, name);
            var second = column(join, right, name);
            var type = Comparisons.common(List.of(first.type(), second.type()));
            var either = new Checked.Call(
                    Functions.known("coalesce"), List.of(first, second), type == null ? first.type() : type);
            offers.add(new Sources.Offer(name, either));
        }
        return new Source(null, List.copyOf(offers));
    }
}
