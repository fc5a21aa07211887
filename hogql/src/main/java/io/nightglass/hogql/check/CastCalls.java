package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import io.nightglass.hogql.tree.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Calls that are others in other words: casts by the name of a type, CASE as a function, IN as one. */
final class CastCalls {
    private CastCalls() {}

    /** The call written as another, or nothing when it is fine as it is. */
    static Optional<Expr> rewrite(Call call, String function) {
        var arguments = call.arguments();
        return Optional.ofNullable(
                switch (function) {
                    case "accurateCast", "accurateCastOrNull" -> cast(call, "");
                    case "accurateCastOrDefault" -> cast(call, "OrZero");
                    case "toDecimal64" -> decimal(call, "toFloat");
                    case "toDecimal64OrZero" -> decimal(call, "toFloatOrZero");
                    case "caseWithExpression" -> choice(call);
                    case "in" -> among(call);
                    case "notIn" -> among(call) instanceof Expr among ? new Call(call.at(), "not", among) : null;
                    case "intExp2", "intExp10" ->
                        arguments.size() == 1
                                ? new Call(
                                        call.at(),
                                        "toInt",
                                        new Call(
                                                call.at(),
                                                function.equals("intExp2") ? "exp2" : "exp10",
                                                arguments.getFirst()))
                                : null;
                    default -> null;
                });
    }

    /** @param ending {@code OrZero}, or nothing where NULL stands for what cannot be read */
    private static Expr cast(Call call, String ending) {
        var type = named(call).bare();
        var maker = type.maker()
                .orElseThrow(() -> new QueryException(new QueryProblem.Unsupported(
                        call.at(), call.function() + "() to a " + type.name(), "use CAST(value AS type)")));
        var made = switch (maker) {
            case "toString", "toBool" -> maker;
            case "toInt64" -> "toInt" + ending;
            case "toDate", "toDateTime" -> maker + (ending.isEmpty() ? "OrNull" : ending);
            default -> maker + ending;
        };
        return new Call(call.at(), made, call.arguments().getFirst());
    }

    /** The type that a call like {@code CAST(value, 'Int64')} names. */
    static TypeName named(Call call) {
        if (call.arguments().size() < 2 || !(call.arguments().get(1) instanceof Expr.Literal(var at, String type))) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    call.at(), call.function(), call.arguments().size(), call.function() + "(value, 'Int64')"));
        }
        return TypeName.read(type)
                .orElseThrow(() -> new QueryException(
                        new QueryProblem.Unsupported(at, "the type " + type, "write a type like 'Array(Int64)'")));
    }

    private static @Nullable Expr decimal(Call call, String function) {
        if (call.arguments().size() != 2) {
            return null;
        }
        var number = new Call(call.at(), function, call.arguments().getFirst());
        return new Call(call.at(), "round", number, call.arguments().getLast());
    }

    /** {@code caseWithExpression(x, 1, 'a', 2, 'b', 'c')}. */
    private static @Nullable Expr choice(Call call) {
        var arguments = call.arguments();
        if (arguments.size() < 4 || arguments.size() % 2 != 0) {
            return null;
        }
        var branches = new ArrayList<Expr>();
        for (int i = 1; i + 1 < arguments.size(); i += 2) {
            branches.add(new Call(call.at(), "equals", arguments.getFirst(), arguments.get(i)));
            branches.add(arguments.get(i + 1));
        }
        branches.add(arguments.getLast());
        return new Call(call.at(), "multiIf", List.of(), List.copyOf(branches), false);
    }

    private static @Nullable Expr among(Call call) {
        var arguments = call.arguments();
        if (arguments.size() != 2) {
            return null;
        }
        return arguments.getLast() instanceof Call list
                        && (list.function().equals("array") || list.function().equals("tuple"))
                ? new Expr.In(call.at(), arguments.getFirst(), list.arguments())
                : new Call(call.at(), "has", arguments.getLast(), arguments.getFirst());
    }
}
