package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;

/**
 * How large and deep a query may become. An alias stands for its whole expression and a WITH for its whole query, so a
 * short text can mean an endless one: what is meant is counted, not what is written.
 */
final class Budget {
    private static final int MOST = 50_000;
    private static final int DEEPEST = 250;

    private int spent;
    private int depth;
    private int deepest;

    /** What an expression took, to be taken again wherever its alias stands. */
    record Cost(int size, int height) {}

    void enter(int at) {
        depth++;
        deepest = Math.max(deepest, depth);
        spend(at, new Cost(1, 0));
    }

    void leave() {
        depth--;
    }

    void spend(int at, Cost cost) {
        spent += cost.size();
        deepest = Math.max(deepest, depth + cost.height());
        if (depth + cost.height() > DEEPEST) {
            throw new QueryException(
                    new QueryProblem.TooLarge(at, "the nesting, aliases included,", DEEPEST, "levels"));
        }
        if (spent > MOST) {
            throw new QueryException(new QueryProblem.TooLarge(at, "the query, aliases included,", MOST, "parts"));
        }
    }

    /** Runs {@code work} and says what it took. */
    Cost measure(Runnable work) {
        int before = spent;
        int deepestBefore = deepest;
        deepest = depth;
        work.run();
        var cost = new Cost(spent - before, deepest - depth);
        deepest = Math.max(deepestBefore, deepest);
        return cost;
    }
}
