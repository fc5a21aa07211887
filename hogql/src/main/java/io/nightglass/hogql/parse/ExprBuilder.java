package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.grammar.HogQlBaseVisitor;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Expressions, from the parser's tree to ours: every operator becomes the function that means the same. */
final class ExprBuilder extends HogQlBaseVisitor<Expr> {
    private final Placeholders placeholders;
    private final QueryBuilder queries;
    private final PredicateBuilder predicates = new PredicateBuilder(this);

    ExprBuilder(Placeholders placeholders, QueryBuilder queries) {
        this.placeholders = placeholders;
        this.queries = queries;
    }

    Expr build(ParserRuleContext context) {
        return context.accept(this);
    }

    List<Expr> all(List<? extends ParserRuleContext> contexts) {
        return contexts.stream().map(this::build).toList();
    }

    @Override
    public Expr visitExpression(HogQlParser.ExpressionContext context) {
        var first = build(context.either());
        return context.expression().isEmpty()
                ? first
                : new Call(at(context), "if", first, build(context.expression(0)), build(context.expression(1)));
    }

    @Override
    public Expr visitEither(HogQlParser.EitherContext context) {
        return flat("or", context.both());
    }

    @Override
    public Expr visitBoth(HogQlParser.BothContext context) {
        return flat("and", context.negation());
    }

    @Override
    public Expr visitJoined(HogQlParser.JoinedContext context) {
        return flat("concat", context.sum());
    }

    private Expr flat(String function, List<? extends ParserRuleContext> members) {
        return members.size() == 1
                ? build(members.getFirst())
                : new Call(at(members.getFirst()), function, List.of(), all(members), false);
    }

    @Override
    public Expr visitNegation(HogQlParser.NegationContext context) {
        var expr = build(context.comparison());
        for (int i = 0; i < context.NOT().size(); i++) {
            expr = new Call(at(context), "not", expr);
        }
        return expr;
    }

    @Override
    public Expr visitComparison(HogQlParser.ComparisonContext context) {
        var expr = build(context.joined());
        for (var predicate : context.predicate()) {
            expr = predicates.build(expr, predicate);
        }
        return expr;
    }

    @Override
    public Expr visitSum(HogQlParser.SumContext context) {
        return fold(context.product(), context.op, op -> op.equals("+") ? "plus" : "minus");
    }

    @Override
    public Expr visitProduct(HogQlParser.ProductContext context) {
        return fold(
                context.signed(), context.op, op -> op.equals("*") ? "multiply" : op.equals("/") ? "divide" : "modulo");
    }

    private Expr fold(
            List<? extends ParserRuleContext> members, List<Token> operators, Function<String, String> function) {
        var expr = build(members.getFirst());
        for (int i = 0; i < operators.size(); i++) {
            expr = new Call(
                    operators.get(i).getStartIndex(),
                    function.apply(operators.get(i).getText()),
                    expr,
                    build(members.get(i + 1)));
        }
        return expr;
    }

    @Override
    public Expr visitSigned(HogQlParser.SignedContext context) {
        var expr = build(context.postfix());
        for (var sign : context.op.reversed()) {
            if (sign.getText().equals("-")) {
                expr = negated(sign.getStartIndex(), expr);
            }
        }
        return expr;
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
    public Expr visitPostfix(HogQlParser.PostfixContext context) {
        var expr = build(context.primary());
        for (var access : context.access()) {
            expr = predicates.access(expr, access);
        }
        return expr;
    }

    @Override
    public Expr visitCall(HogQlParser.CallContext context) {
        return new Call(
                at(context),
                name(context.function()),
                all(context.parameter),
                all(context.value),
                context.DISTINCT() != null);
    }

    @Override
    public Expr visitLambda(HogQlParser.LambdaContext context) {
        return new Expr.Lambda(
                at(context), context.name().stream().map(ExprBuilder::name).toList(), build(context.expression()));
    }

    @Override
    public Expr visitCase(HogQlParser.CaseContext context) {
        var arguments = new ArrayList<Expr>();
        for (var when : context.when()) {
            var condition = build(when.expression(0));
            arguments.add(
                    context.operand == null
                            ? condition
                            : new Call(condition.at(), "equals", build(context.operand), condition));
            arguments.add(build(when.expression(1)));
        }
        arguments.add(context.otherwise == null ? new Expr.Literal(at(context), null) : build(context.otherwise));
        return new Call(at(context), "multiIf", List.of(), arguments, false);
    }

    @Override
    public Expr visitConstant(HogQlParser.ConstantContext context) {
        return Literals.of(context.literal());
    }

    @Override
    public Expr visitInterval(HogQlParser.IntervalContext context) {
        var amount = context.amount;
        var count = amount.expression() != null
                ? build(amount.expression())
                : amount.label() != null
                        ? placeholders.fill(at(amount), name(amount.label()))
                        : amount.name() != null
                                ? new Expr.Name(at(amount), List.of(name(amount.name())))
                                : new Expr.Literal(at(amount), Literals.whole(amount.getText()));
        return Literals.interval(at(context), count, name(context.unit));
    }

    @Override
    public Expr visitIntervalText(HogQlParser.IntervalTextContext context) {
        return Literals.interval(at(context), Texts.unquote(context.STRING().getText()));
    }

    @Override
    public Expr visitCast(HogQlParser.CastContext context) {
        return Literals.cast(at(context), build(context.expression()), name(context.word()));
    }

    @Override
    public Expr visitPlaceholder(HogQlParser.PlaceholderContext context) {
        return placeholders.fill(at(context), name(context.label()));
    }

    @Override
    public Expr visitSubquery(HogQlParser.SubqueryContext context) {
        return new Expr.Subquery(at(context), queries.query(context.query()));
    }

    @Override
    public Expr visitParenthesis(HogQlParser.ParenthesisContext context) {
        return build(context.expression());
    }

    @Override
    public Expr visitTuple(HogQlParser.TupleContext context) {
        return new Call(at(context), "tuple", List.of(), all(context.expression()), false);
    }

    @Override
    public Expr visitArray(HogQlParser.ArrayContext context) {
        return new Call(at(context), "array", List.of(), all(context.expression()), false);
    }

    @Override
    public Expr visitStar(HogQlParser.StarContext context) {
        return new Expr.Star(at(context), null);
    }

    @Override
    public Expr visitColumn_(HogQlParser.Column_Context context) {
        return new Expr.Name(at(context), List.of(name(context.name())));
    }

    @Override
    public Expr visitArgument(HogQlParser.ArgumentContext context) {
        return context.lambda() != null ? build(context.lambda()) : build(context.expression());
    }

    /** The name a token or a quoted token stands for. */
    static String name(ParserRuleContext context) {
        var text = context.getText();
        return text.startsWith("`") || text.startsWith("\"") ? Texts.unquote(text) : text;
    }
}
