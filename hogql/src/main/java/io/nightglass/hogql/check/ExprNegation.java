package io.nightglass.hogql.check;

import io.nightglass.hogql.tree.Expr;

/** {@code -n}, as a constant where {@code n} is one. */
final class ExprNegation {
    private ExprNegation() {}

    static Expr of(int at, Expr expr) {
        return expr instanceof Expr.Literal(var ignored, Long number)
                ? new Expr.Literal(at, -number)
                : new Expr.Call(at, "negate", expr);
    }
}
