package io.nightglass.hogql.check;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Calls that are others in other words: casts by the name of a type, CASE as a function, IN as one. */
final class CastCalls {
    private static final Pattern WRAPPED = Pattern.compile("(?:Nullable|LowCardinality)\\((.*)\\)");

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

    private static Expr cast(Call call, String ending) {
        if (call.arguments().size() < 2 || !(call.arguments().get(1) instanceof Expr.Literal(var at, String type))) {
            throw new QueryException(new QueryProblem.WrongArguments(
                    call.at(), call.function(), call.arguments().size(), call.function() + "(value, 'Int64')"));
        }
        var inner = WRAPPED.matcher(type.strip());
        var name = inner.matches() ? inner.group(1).strip() : type.strip();
        var value = call.arguments().getFirst();
        var made = made(name, ending);
        if (made == null) {
            throw new QueryException(new QueryProblem.Unsupported(
                    at, "the type " + name, "there are Int64, Float64, String, Bool, Date, DateTime64 and UUID"));
        }
        return new Call(call.at(), made, value);
    }

    private static @Nullable String made(String type, String ending) {
        if (type.matches("U?Int(8|16|32|64|128|256)")) {
            return "toInt" + ending;
        }
        if (type.matches("Float(32|64)|Decimal.*")) {
            return "toFloat" + ending;
        }
        return switch (type.replaceFirst("\\(.*", "")) {
            case "String", "FixedString" -> "toString";
            case "Bool" -> "toBool";
            case "Date", "Date32" -> ending.isEmpty() ? "toDateOrNull" : "toDateOrZero";
            case "DateTime", "DateTime64" -> ending.isEmpty() ? "toDateTimeOrNull" : "toDateTimeOrZero";
            case "UUID" -> ending.isEmpty() ? "toUUID" : "toUUIDOrZero";
            default -> null;
        };
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
