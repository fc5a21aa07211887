package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import java.util.List;

/** An expression in braces, {@code {a + 1}}: every name in it is a placeholder. */
final class Inside {
    private final Placeholders values;
    private int looked;

    Inside(Placeholders values) {
        this.values = values;
    }

    Expr of(Expr expr, int depth) {
        looked++;
        if (depth > Nesting.DEEPEST || looked > Nesting.MOST_TOKENS) {
            throw new QueryException(new QueryProblem.TooLarge(expr.at(), "the nesting", Nesting.DEEPEST, "levels"));
        }
        int next = depth + 1;
        return switch (expr) {
            case Expr.Name name -> values.fill(name.at(), String.join(".", name.parts()));
            case Expr.Call(var at, var function, var parameters, var arguments, var distinct) ->
                new Expr.Call(at, function, all(parameters, next), all(arguments, next), distinct);
            case Expr.In(var at, var value, var items) -> new Expr.In(at, of(value, next), all(items, next));
            case Expr.Aliased(var at, var value, var alias) -> new Expr.Aliased(at, of(value, next), alias);
            case Expr.Literal literal -> literal;
            case Expr.Star star -> star;
            case Expr.Columns columns -> columns;
            case Expr.InQuery in -> in;
            case Expr.Subquery subquery -> subquery;
            case Expr.Lambda lambda -> lambda;
            case Expr.Over over -> over;
        };
    }

    private List<Expr> all(List<Expr> exprs, int depth) {
        return exprs.stream().map(expr -> of(expr, depth)).toList();
    }
}
