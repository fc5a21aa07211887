package io.nightglass.hogql.parse;

import static io.nightglass.hogql.parse.QueryBuilder.at;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import io.nightglass.hogql.grammar.HogQlParser.PrimaryContext;
import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.Expr.Call;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** Values that stand on their own: constants, calls, brackets. */
record PrimaryBuilder(ExprBuilder expressions, QueryBuilder queries) {

    Expr build(PrimaryContext context) {
        return switch (context) {
            case HogQlParser.ConstantContext constant -> Literals.of(constant.literal());
            case HogQlParser.IntervalTextContext interval ->
                Literals.interval(at(interval), Texts.unquote(interval.STRING().getText()));
            case HogQlParser.IntervalContext interval ->
                Literals.interval(
                        at(interval),
                        expressions.build(interval.expression()),
                        interval.unit().getText());
            case HogQlParser.CaseContext cases -> cases(cases);
            case HogQlParser.CastContext cast ->
                Types.cast(
                        queries.refusals(), cast, expressions.build(cast.expression()), Types.words(cast.castType()));
            case HogQlParser.TrimContext trim -> trimmed(trim);
            case HogQlParser.ColumnsContext columns -> columns(columns);
            case HogQlParser.CallContext call -> new CallBuilder(expressions, queries).build(call);
            case HogQlParser.TemplateTextContext template -> template(template.template());
            case HogQlParser.PlaceholderContext placeholder -> expressions.build(placeholder.braced());
            case HogQlParser.GroupContext group -> group(group);
            case HogQlParser.SubqueryContext subquery ->
                new Expr.Subquery(at(subquery), queries.query(subquery.query()));
            case HogQlParser.ArrayContext array -> new Call(at(array), "array", List.of(), list(array.list()), false);
            case HogQlParser.StarContext star -> starred(star.starred(), List.of());
            case HogQlParser.TagValueContext tag -> {
                Tags.check(tag.tag());
                yield queries.refusals().expr(tag, "a <tag>", "write the expression it stands for");
            }
            case HogQlParser.ColumnNameContext name -> new Expr.Name(at(name), List.of(ExprBuilder.name(name.name())));
            default -> throw new IllegalStateException("a value without a meaning: " + context.getText());
        };
    }

    private List<Expr> list(HogQlParser.@Nullable ListContext context) {
        return context == null ? List.of() : expressions.list(context);
    }

    private Expr cases(HogQlParser.CaseContext context) {
        var arguments = new ArrayList<Expr>();
        for (var when : context.when()) {
            var condition = expressions.build(when.expression(0));
            arguments.add(
                    context.operandOfCase == null
                            ? condition
                            : new Call(condition.at(), "equals", expressions.build(context.operandOfCase), condition));
            arguments.add(expressions.build(when.expression(1)));
        }
        arguments.add(
                context.otherwise == null ? new Expr.Literal(at(context), null) : expressions.build(context.otherwise));
        return new Call(at(context), "multiIf", List.of(), List.copyOf(arguments), false);
    }

    /** {@code trim(BOTH 'x' FROM a)}: every x at the ends goes. */
    private Expr trimmed(HogQlParser.TrimContext context) {
        var characters = Texts.unquote(context.STRING().getText());
        var text = expressions.build(context.expression());
        int at = at(context);
        var set = "[%s]".formatted(characters.replaceAll("([\\\\\\[\\]^-])", "\\\\$1"));
        var pattern = switch (context.side.getType()) {
            case HogQlParser.LEADING -> "^%s+".formatted(set);
            case HogQlParser.TRAILING -> "%s+$".formatted(set);
            default -> "^%s+|%s+$".formatted(set, set);
        };
        return characters.isEmpty()
                ? text
                : new Call(at, "replaceRegexpAll", text, new Expr.Literal(at, pattern), new Expr.Literal(at, ""));
    }

    private Expr columns(HogQlParser.ColumnsContext context) {
        if (context.starred() != null) {
            var replaced = context.replacement() == null
                    ? List.<Query.Item>of()
                    : expressions.all(context.replacement().expression()).stream()
                            .map(this::replaced)
                            .toList();
            return starred(context.starred(), replaced);
        }
        var listed = expressions.list(context.list());
        return listed.size() == 1 && listed.getFirst() instanceof Expr.Literal(var at, String pattern)
                ? new Expr.Columns(at(context), null, pattern, List.of(), List.of(), List.of())
                : new Expr.Columns(at(context), null, null, listed, List.of(), List.of());
    }

    private Query.Item replaced(Expr expr) {
        if (expr instanceof Expr.Aliased(var at, var value, var alias)) {
            return new Query.Item(value, alias);
        }
        throw new QueryException(
                new QueryProblem.Syntax(expr.at(), "an expression without AS", "expression AS column"));
    }

    private static Expr starred(HogQlParser.StarredContext context, List<Query.Item> replaced) {
        var source = context.name() == null
                ? null
                : context.label().isEmpty()
                        ? ExprBuilder.name(context.name())
                        : ExprBuilder.name(context.name())
                                + context.label().stream()
                                        .map(label -> "." + ExprBuilder.name(label))
                                        .collect(Collectors.joining());
        if (context.exclusion() == null && replaced.isEmpty()) {
            return new Expr.Star(at(context), source);
        }
        var excluded = context.exclusion() == null
                ? List.<String>of()
                : context.exclusion().excluded().stream()
                        .map(name ->
                                name.label().stream().map(ExprBuilder::name).collect(Collectors.joining(".")))
                        .toList();
        return new Expr.Columns(at(context), source, null, List.of(), excluded, replaced);
    }

    /** One expression in brackets is itself; with a comma it is a tuple. */
    private Expr group(HogQlParser.GroupContext context) {
        var items = expressions.list(context.list());
        boolean tuple = items.size() > 1 || context.list().getChildCount() > 1;
        return tuple ? new Call(at(context), "tuple", List.of(), items, false) : items.getFirst();
    }

    /** {@code f'a {b}'} is {@code concat('a ', b)}. */
    private Expr template(HogQlParser.TemplateContext context) {
        var parts = new ArrayList<Expr>();
        for (var child : context.children) {
            if (child instanceof HogQlParser.ExpressionContext expression) {
                parts.add(expressions.build(expression));
            } else if (child instanceof TerminalNode node && node.getSymbol().getType() == HogQlParser.TEMPLATE_TEXT) {
                parts.add(new Expr.Literal(
                        node.getSymbol().getStartIndex(), Texts.unquote("'" + node.getText() + "'", true)));
            }
        }
        if (parts.isEmpty()) {
            return new Expr.Literal(at(context), "");
        }
        return parts.size() == 1 && parts.getFirst() instanceof Expr.Literal(var at, String text)
                ? parts.getFirst()
                : new Call(at(context), "concat", List.of(), List.copyOf(parts), false);
    }
}
