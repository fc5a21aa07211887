package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;

/** What follows a value: comparisons, IN, BETWEEN, {@code [index]}, {@code .name}. */
record PredicateBuilder(ExprBuilder expressions) {

    Expr build(Expr left, HogQlParser.PredicateContext predicate) {
        return switch (predicate) {
            case HogQlParser.CompareContext compare ->
                new Call(
                        compare.op.getStartIndex(),
                        comparison(compare.op.getText()),
                        left,
                        expressions.build(compare.joined()));
            case HogQlParser.IsNullContext isNull ->
                new Call(at(isNull), isNull.NOT() == null ? "isNull" : "isNotNull", left);
            case HogQlParser.BetweenContext between -> between(between, left);
            case HogQlParser.LikeContext like ->
                not(
                        like.NOT() != null,
                        new Call(
                                like.op.getStartIndex(),
                                like.LIKE() != null ? "like" : "ilike",
                                left,
                                expressions.build(like.joined())));
            case HogQlParser.InContext in -> not(in.NOT() != null, in(at(in), left, expressions.build(in.joined())));
            default -> throw new IllegalStateException("a predicate without a meaning: " + predicate.getText());
        };
    }

    /** Below the one or above the other is not the opposite of between: what is no number is neither. */
    private Expr between(HogQlParser.BetweenContext between, Expr left) {
        int at = at(between);
        boolean outside = between.NOT() != null;
        return new Call(
                at,
                outside ? "or" : "and",
                new Call(at, outside ? "less" : "greaterOrEquals", left, expressions.build(between.low)),
                new Call(at, outside ? "greater" : "lessOrEquals", left, expressions.build(between.high)));
    }

    private static String comparison(String operator) {
        return switch (operator) {
            case "=", "==" -> "equals";
            case "!=", "<>" -> "notEquals";
            case "<" -> "less";
            case "<=" -> "lessOrEquals";
            case ">" -> "greater";
            default -> "greaterOrEquals";
        };
    }

    private static Expr not(boolean negated, Expr expr) {
        return negated ? new Call(expr.at(), "not", expr) : expr;
    }

    private static Expr in(int at, Expr value, Expr members) {
        return switch (members) {
            case Expr.Subquery(var ignored, var query) -> new Expr.InQuery(at, value, query);
            case Call(var ignored, var function, var parameters, var items, var distinct)
            when function.equals("tuple") || function.equals("array") -> new Expr.In(at, value, items);
            case Call call -> new Expr.In(at, value, List.of(call));
            case Expr.Literal literal -> new Expr.In(at, value, List.of(literal));
            case Expr.Name name -> new Expr.In(at, value, List.of(name));
            case Expr.Star star -> new Expr.In(at, value, List.of(star));
            case Expr.In in -> new Expr.In(at, value, List.of(in));
            case Expr.InQuery in -> new Expr.In(at, value, List.of(in));
            case Expr.Lambda lambda -> new Expr.In(at, value, List.of(lambda));
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
            case HogQlParser.MemberContext member -> member(left, ExprBuilder.name(member.label()), at(member));
            default -> throw new IllegalStateException("an access without a meaning: " + access.getText());
        };
    }

    /** {@code properties['x y']} is {@code properties.`x y`}; any other index is an array's. */
    private static Expr indexed(Expr left, Expr index) {
        return left instanceof Expr.Name(var at, var parts) && index instanceof Expr.Literal(var ignored, String key)
                ? new Expr.Name(at, with(parts, key))
                : new Call(index.at(), "arrayElement", left, index);
    }

    private static Expr member(Expr left, String name, int at) {
        return left instanceof Expr.Name(var begin, var parts)
                ? new Expr.Name(begin, with(parts, name))
                : new Call(at, "tupleElement", left, new Expr.Literal(at, name));
    }

    private static List<String> with(List<String> parts, String last) {
        var longer = new ArrayList<>(parts);
        longer.add(last);
        return List.copyOf(longer);
    }
}
