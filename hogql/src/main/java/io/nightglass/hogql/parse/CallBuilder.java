package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.BodyContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;

/** Calls: what stands in their brackets and after them. */
record CallBuilder(ExprBuilder expressions, QueryBuilder queries) {

    Expr build(HogQlParser.CallContext context) {
        check(context);
        var first = context.body(0);
        if (context.body().size() == 2
                && (first.query() != null || context.body(1).query() != null || first.DISTINCT() != null)) {
            return queries.refusals().expr(context, "a call of what is no name", "write the name of a function");
        }
        var body = context.body().getLast();
        boolean parametric = context.body().size() == 2;
        var call = new Call(
                at(context),
                ExprBuilder.name(context.function()),
                parametric ? arguments(first) : List.of(),
                arguments(body),
                body.DISTINCT() != null);
        if (body.orderBy() != null) {
            queries.refusals().note(at(body.orderBy()), "ORDER BY in a call", "arraySort() what groupArray() collects");
        }
        return over(context, filtered(context, within(context, call)));
    }

    /** {@code quantile(0.9) WITHIN GROUP (ORDER BY x)} is {@code quantile(0.9)(x)}. */
    private Call within(HogQlParser.CallContext context, Call call) {
        if (context.WITHIN() == null) {
            return call;
        }
        var values = queries.clauses().orders(context.orderBy()).stream()
                .map(Query.Order::expression)
                .toList();
        return new Call(call.at(), call.function(), call.arguments(), values, false);
    }

    /** {@code sum(x) FILTER (WHERE y)} is {@code sumIf(x, y)}. */
    private Call filtered(HogQlParser.CallContext context, Call call) {
        if (context.condition == null) {
            return call;
        }
        var arguments = new ArrayList<>(call.arguments());
        if (arguments.size() == 1 && arguments.getFirst() instanceof Expr.Star) {
            arguments.clear();
        }
        arguments.add(expressions.build(context.condition));
        return new Call(call.at(), call.function() + "If", call.parameters(), List.copyOf(arguments), call.distinct());
    }

    private Expr over(HogQlParser.CallContext context, Call call) {
        if (context.OVER() == null) {
            return call;
        }
        if (context.over != null) {
            var none = new Expr.Window(call.at(), List.of(), List.of(), null);
            return new Expr.Over(call.at(), call, ExprBuilder.name(context.over), none);
        }
        int at = context.OVER().getSymbol().getStartIndex();
        return new Expr.Over(call.at(), call, null, queries.clauses().window(at, context.windowBody()));
    }

    private List<Expr> arguments(BodyContext body) {
        if (body.query() != null) {
            return List.of(new Expr.Subquery(at(body), queries.query(body.query())));
        }
        return body.list().stream()
                .flatMap(list -> expressions.list(list).stream())
                .toList();
    }

    /** What PostHog's parser refuses though each part is right. */
    private static void check(HogQlParser.CallContext context) {
        var body = context.body().getLast();
        if (context.WITHIN() != null && context.body().size() == 2) {
            throw refused(
                    context.WITHIN().getSymbol().getStartIndex(), "WITHIN", "OVER, FILTER or the next expression");
        }
        if (context.OVER() != null) {
            int at = context.OVER().getSymbol().getStartIndex();
            if (body.DISTINCT() != null || body.orderBy() != null) {
                throw refused(at, "OVER", "a call without DISTINCT and ORDER BY before it");
            }
            if (context.WITHIN() != null || context.IGNORE() != null) {
                throw refused(at, "OVER", "the next expression, as nothing may stand between a call and its OVER");
            }
        }
    }

    private static QueryException refused(int at, String found, String expected) {
        return new QueryException(new QueryProblem.Syntax(at, found, expected));
    }
}
