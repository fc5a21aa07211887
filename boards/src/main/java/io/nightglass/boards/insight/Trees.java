package io.nightglass.boards.insight;

import io.nightglass.hogql.tree.Expr;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pieces of a HogQL tree. What an asker gave becomes a literal or a name, never text. */
final class Trees {
    private Trees() {}

    static Expr name(String... parts) {
        return new Expr.Name(0, List.of(parts));
    }

    static Expr literal(@Nullable Object value) {
        return new Expr.Literal(0, value);
    }

    static Expr call(String function, Expr... arguments) {
        return new Expr.Call(0, function, arguments);
    }

    /** A parametric aggregate, {@code quantile(0.95)(x)}. */
    static Expr parametric(String function, Object parameter, Expr argument) {
        return new Expr.Call(0, function, List.of(literal(parameter)), List.of(argument), false);
    }

    static Expr in(Expr value, Collection<?> members) {
        return new Expr.In(
                0, value, members.stream().map(member -> literal(member)).toList());
    }

    /** All of them; true when there are none. */
    static Expr all(List<Expr> conditions) {
        return joined("and", conditions, true);
    }

    /** One of them; false when there are none. */
    static Expr any(List<Expr> conditions) {
        return joined("or", conditions, false);
    }

    private static Expr joined(String function, List<Expr> conditions, boolean empty) {
        return switch (conditions.size()) {
            case 0 -> literal(empty);
            case 1 -> conditions.getFirst();
            default -> new Expr.Call(0, function, List.of(), conditions, false);
        };
    }

    static Expr property(String key) {
        return name("properties", key);
    }
}
