package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Query;
import org.antlr.v4.runtime.ParserRuleContext;
import org.jspecify.annotations.Nullable;

/**
 * What is HogQL and cannot be answered here. The first such thing of a text becomes its meaning; the rest of the text is
 * read all the same, so that a mistake in it is found first.
 */
final class Refusals {
    private Query.@Nullable Unanswerable first;

    Expr expr(ParserRuleContext context, String what, String instead) {
        int at = QueryBuilder.at(context);
        note(at, what, instead);
        return new Expr.Literal(at, null);
    }

    void note(int at, String what, String instead) {
        if (first == null || at < first.at()) {
            first = new Query.Unanswerable(at, what, instead);
        }
    }

    Query instead(Query query) {
        return first == null ? query : first;
    }

    /** For a piece of a query, which has no place to hold a refusal. */
    <T> T none(T piece) {
        if (first != null) {
            throw new QueryException(new QueryProblem.Unsupported(first.at(), first.what(), first.instead()));
        }
        return piece;
    }
}
