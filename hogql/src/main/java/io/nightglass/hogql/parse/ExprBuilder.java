package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.ListContext;
import io.nightglass.hogql.grammar.HogQlParserBaseVisitor;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Expressions, from the parser's tree to ours: every operator becomes the function that means the same. */
final class ExprBuilder extends HogQlParserBaseVisitor<Expr> {
    private final Placeholders placeholders;
    private final QueryBuilder queries;
    private final PredicateBuilder predicates;
    private final PrimaryBuilder primaries;

    ExprBuilder(Placeholders placeholders, QueryBuilder queries) {
        this.placeholders = placeholders;
        this.queries = queries;
        this.predicates = new PredicateBuilder(this, queries);
        this.primaries = new PrimaryBuilder(this, queries);
    }

    Expr build(ParserRuleContext context) {
        return context.accept(this);
    }

    List<Expr> all(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::build).toList();
    }

    List<Expr> list(ListContext context) {
        return all(context.expression());
    }

    @Override
    public Expr visitExpression(HogQlParser.ExpressionContext context) {
        var expr = build(context.choice());
        for (int i = 2; i < context.getChildCount(); i += 2) {
            var alias = context.getChild(i) instanceof TerminalNode text
                    ? Texts.unquote(text.getText())
                    : name((ParserRuleContext) context.getChild(i));
            expr = new Expr.Aliased(at(context), expr, alias);
        }
        return expr;
    }

    @Override
    public Expr visitChoice(HogQlParser.ChoiceContext context) {
        var first = build(context.either());
        return context.choice() == null
                ? first
                : new Call(at(context), "if", first, build(context.expression()), build(context.choice()));
    }

    @Override
    public Expr visitEither(HogQlParser.EitherContext context) {
        return flat("or", context.both());
    }

    @Override
    public Expr visitBoth(HogQlParser.BothContext context) {
        return flat("and", context.range());
    }

    private Expr flat(String function, List<? extends ParserRuleContext> members) {
        return members.size() == 1
                ? build(members.getFirst())
                : new Call(at(members.getFirst()), function, List.of(), all(members), false);
    }

    @Override
    public Expr visitRange(HogQlParser.RangeContext context) {
        var expr = build(context.fallback(0));
        int bound = 1;
        boolean negated = false;
        for (var child : context.children) {
            switch (child instanceof TerminalNode word ? word.getSymbol().getType() : Token.EOF) {
                case HogQlParser.NOT -> negated = true;
                case HogQlParser.BETWEEN -> {
                    expr = between(expr, negated, context.fallback(bound), context.fallback(bound + 1));
                    bound += 2;
                    negated = false;
                }
                default -> {}
            }
        }
        return expr;
    }

    /** Below the one or above the other is not the opposite of between: what is no number is neither. */
    private Expr between(Expr value, boolean outside, ParserRuleContext low, ParserRuleContext high) {
        return new Call(
                value.at(),
                outside ? "or" : "and",
                new Call(at(low), outside ? "less" : "greaterOrEquals", value, build(low)),
                new Call(at(high), outside ? "greater" : "lessOrEquals", value, build(high)));
    }

    /** {@code a ?? b ?? c} is the first that is not NULL. */
    @Override
    public Expr visitFallback(HogQlParser.FallbackContext context) {
        return flat("coalesce", context.distinct());
    }

    @Override
    public Expr visitDistinct(HogQlParser.DistinctContext context) {
        var expr = build(context.comparison(0));
        for (int i = 0; i < context.distinction().size(); i++) {
            var distinction = context.distinction(i);
            boolean same = distinction.NULLSAFE() != null || distinction.NOT() != null;
            expr = new Call(
                    at(distinction),
                    same ? "isNotDistinctFrom" : "isDistinctFrom",
                    expr,
                    build(context.comparison(i + 1)));
        }
        return expr;
    }

    @Override
    public Expr visitComparison(HogQlParser.ComparisonContext context) {
        var expr = build(context.sum());
        for (var predicate : context.predicate()) {
            expr = predicates.build(expr, predicate);
        }
        return expr;
    }

    @Override
    public Expr visitSum(HogQlParser.SumContext context) {
        return fold(context.product(), context.op);
    }

    @Override
    public Expr visitProduct(HogQlParser.ProductContext context) {
        return fold(context.operand(), context.op);
    }

    private Expr fold(List<? extends ParserRuleContext> members, List<Token> operators) {
        var expr = build(members.getFirst());
        for (int i = 0; i < operators.size(); i++) {
            expr = predicates.arithmetic(expr, operators.get(i), build(members.get(i + 1)));
        }
        return expr;
    }

    @Override
    public Expr visitNot(HogQlParser.NotContext context) {
        return new Call(at(context), "not", build(context.range()));
    }

    @Override
    public Expr visitNegative(HogQlParser.NegativeContext context) {
        return negated(at(context), build(context.operand()));
    }

    static Expr negated(int at, Expr expr) {
        if (expr instanceof Expr.Literal(var ignored, Long number)) {
            return new Expr.Literal(at, -number);
        }
        if (expr instanceof Expr.Literal(var ignored, Double number)) {
            return new Expr.Literal(at, -number);
        }
        return new Call(at, "negate", expr);
    }

    @Override
    public Expr visitPositive(HogQlParser.PositiveContext context) {
        return new Expr.Literal(at(context), Literals.number(context.number()));
    }

    @Override
    public Expr visitArgument(HogQlParser.ArgumentContext context) {
        build(context.expression());
        return queries.refusals().expr(context, "a named argument", "give arguments in their order");
    }

    @Override
    public Expr visitLambdaOperand(HogQlParser.LambdaOperandContext context) {
        return build(context.lambda());
    }

    @Override
    public Expr visitLambda(HogQlParser.LambdaContext context) {
        if (context.block() != null) {
            return queries.refusals().expr(context, "a lambda of statements", "write one expression after ->");
        }
        return new Expr.Lambda(
                at(context), context.label().stream().map(ExprBuilder::name).toList(), build(context.expression()));
    }

    @Override
    public Expr visitPostfixed(HogQlParser.PostfixedContext context) {
        return build(context.postfix());
    }

    @Override
    public Expr visitPostfix(HogQlParser.PostfixContext context) {
        var expr = primaries.build(context.primary());
        for (int i = 0; i < context.access().size(); i++) {
            expr = predicates.access(expr, context.access(i));
        }
        return expr;
    }

    /** Placeholders become what they stand for; in {@code {a + 1}} every name is one. */
    @Override
    public Expr visitValue(HogQlParser.ValueContext context) {
        var inside = build(context.expression());
        var name = Placeholders.name(inside);
        return name != null ? placeholders.fill(at(context), name) : placeholders.inside(inside);
    }

    @Override
    public Expr visitDictionary(HogQlParser.DictionaryContext context) {
        var pairs = new ArrayList<Expr>();
        for (var pair : context.pair()) {
            pairs.addAll(all(pair.expression()));
        }
        return new Call(at(context), "map", List.of(), List.copyOf(pairs), false);
    }

    /** The name a token or a quoted token stands for. */
    static String name(ParserRuleContext context) {
        var text = context.getText();
        return text.startsWith("`") || text.startsWith("\"") ? Texts.unquote(text) : text;
    }
}
