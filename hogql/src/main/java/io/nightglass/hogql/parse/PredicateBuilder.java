package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** What follows a value: arithmetic, comparisons, IN, {@code [index]}, {@code .name}, {@code ::Type}. */
record PredicateBuilder(ExprBuilder expressions, QueryBuilder queries) {

    Expr build(Expr left, HogQlParser.PredicateContext predicate) {
        return switch (predicate) {
            case HogQlParser.CompareContext compare -> compared(left, compare.op, expressions.build(compare.sum()));
            case HogQlParser.IsNullContext isNull -> {
                Expr expr = new Call(at(isNull), isNull.NOT() == null ? "isNull" : "isNotNull", left);
                for (var later : isNull.later()) {
                    expr = later(expr, later);
                }
                yield expr;
            }
            case HogQlParser.LikeContext like ->
                not(
                        like.NOT() != null,
                        new Call(
                                like.op.getStartIndex(),
                                like.LIKE() != null ? "like" : "ilike",
                                left,
                                expressions.build(like.sum())));
            case HogQlParser.InContext in -> {
                var members = expressions.build(in.sum());
                yield in.COHORT() == null
                        ? not(in.NOT() != null, in(at(in), left, members))
                        : queries.refusals().expr(in, "IN COHORT", "there are no cohorts; write the condition out");
            }
            default -> throw new IllegalStateException("a predicate without a meaning: " + predicate.getText());
        };
    }

    private Expr later(Expr left, HogQlParser.LaterContext later) {
        if (later.access() != null) {
            return access(left, later.access());
        }
        return arithmetic(
                left, later.op, expressions.build(later.operand() != null ? later.operand() : later.product()));
    }

    /** Concatenation stays one call however many texts there are. */
    Expr arithmetic(Expr left, Token operator, Expr right) {
        var function = switch (operator.getType()) {
            case HogQlParser.PLUS -> "plus";
            case HogQlParser.MINUS -> "minus";
            case HogQlParser.STAR -> "multiply";
            case HogQlParser.SLASH -> "divide";
            case HogQlParser.PERCENT -> "modulo";
            default -> "concat";
        };
        if (function.equals("concat")
                && left instanceof Call(var at, var name, var parameters, var texts, var distinct)
                && name.equals(function)) {
            return new Call(at, function, parameters, with(texts, right), distinct);
        }
        return new Call(function.equals("concat") ? left.at() : operator.getStartIndex(), function, left, right);
    }

    private static Expr compared(Expr left, Token operator, Expr right) {
        int at = operator.getStartIndex();
        return switch (operator.getType()) {
            case HogQlParser.EQ, HogQlParser.EQ2 -> new Call(at, "equals", left, right);
            case HogQlParser.NE -> new Call(at, "notEquals", left, right);
            case HogQlParser.LT -> new Call(at, "less", left, right);
            case HogQlParser.LE -> new Call(at, "lessOrEquals", left, right);
            case HogQlParser.GT -> new Call(at, "greater", left, right);
            case HogQlParser.GE -> new Call(at, "greaterOrEquals", left, right);
            case HogQlParser.REGEX -> new Call(at, "match", left, right);
            case HogQlParser.NOT_REGEX -> new Call(at, "not", new Call(at, "match", left, right));
            case HogQlParser.IREGEX -> new Call(at, "match", left, anyCase(right));
            default -> new Call(at, "not", new Call(at, "match", left, anyCase(right)));
        };
    }

    private static Expr anyCase(Expr pattern) {
        return pattern instanceof Expr.Literal(var at, String text)
                ? new Expr.Literal(at, "(?i)" + text)
                : new Call(pattern.at(), "concat", new Expr.Literal(pattern.at(), "(?i)"), pattern);
    }

    private static Expr not(boolean negated, Expr expr) {
        return negated ? new Call(expr.at(), "not", expr) : expr;
    }

    private static Expr in(int at, Expr value, Expr members) {
        return switch (members) {
            case Expr.Subquery(var ignored, var query) -> new Expr.InQuery(at, value, query);
            case Call(var ignored, var function, var parameters, var items, var distinct)
            when function.equals("tuple") || function.equals("array") -> new Expr.In(at, value, items);
            case Expr other -> new Expr.In(at, value, List.of(other));
        };
    }

    Expr access(Expr left, HogQlParser.AccessContext access) {
        return switch (access) {
            case HogQlParser.IndexContext index -> indexed(left, expressions.build(index.expression()));
            case HogQlParser.PositionContext position ->
                new Call(
                        at(position),
                        "tupleElement",
                        left,
                        new Expr.Literal(
                                at(position), Literals.whole(position.INTEGER().getText())));
            case HogQlParser.InsideContext inside -> inside(left, ExprBuilder.name(inside.label()), at(inside));
            case HogQlParser.TypedContext typed ->
                Types.cast(queries.refusals(), typed, left, Types.words(typed.type()) + brackets(typed));
            case HogQlParser.AppliedContext applied -> applied(left, applied);
            default -> throw new IllegalStateException("an access without a meaning: " + access.getText());
        };
    }

    /** What stands in brackets after a type is the type's: {@code x::DateTime64(6)}. */
    private static String brackets(HogQlParser.TypedContext typed) {
        return following(typed) instanceof HogQlParser.AppliedContext applied && applied.query() == null
                ? Types.words(applied)
                : "";
    }

    private static HogQlParser.@Nullable AccessContext following(HogQlParser.AccessContext access) {
        var all = access.getParent() instanceof HogQlParser.PostfixContext postfix
                ? postfix.access()
                : List.<HogQlParser.AccessContext>of();
        int next = all.indexOf(access) + 1;
        return next < all.size() ? all.get(next) : null;
    }

    private Expr applied(Expr left, HogQlParser.AppliedContext context) {
        if (context.list() != null) {
            expressions.list(context.list());
        }
        boolean isOfAType = context.query() == null
                && context.getParent() instanceof HogQlParser.PostfixContext postfix
                && postfix.access().stream()
                        .anyMatch(one -> one instanceof HogQlParser.TypedContext && following(one) == context);
        return isOfAType
                ? left
                : queries.refusals().expr(context, "a call of what is no name", "write the name of a function");
    }

    /** {@code properties['x y']} is {@code properties.`x y`}; any other index is an array's. */
    private static Expr indexed(Expr left, Expr index) {
        return left instanceof Expr.Name(var at, var parts) && index instanceof Expr.Literal(var ignored, String key)
                ? new Expr.Name(at, with(parts, key))
                : new Call(index.at(), "arrayElement", left, index);
    }

    private static Expr inside(Expr left, String name, int at) {
        return left instanceof Expr.Name(var begin, var parts)
                ? new Expr.Name(begin, with(parts, name))
                : new Call(at, "tupleElement", left, new Expr.Literal(at, name));
    }

    private static <T> List<T> with(List<T> parts, T last) {
        var longer = new ArrayList<>(parts);
        longer.add(last);
        return List.copyOf(longer);
    }
}
