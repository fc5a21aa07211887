package io.nightglass.hogql.parse;

import io.nightglass.hogql.grammar.HogQlLexer;
import io.nightglass.hogql.grammar.HogQlParser;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** A tree of the grammar as lines. The words stay what and where they are, and with them every comment. Used once. */
final class Layout {
    private static final Doc SPACE = new Doc.Space();
    private static final Doc LINE = new Doc.Line(true);
    private static final Doc EDGE = new Doc.Line(false);

    private final Comments comments;
    private @Nullable ParseTree before;

    Layout(Comments comments) {
        this.comments = comments;
    }

    Doc of(HogQlParser.StatementContext statement) {
        var parts = new ArrayList<>(comments.leading(statement.getStart()));
        parts.add(all(statement, 0));
        return Doc.group(0, parts);
    }

    private Doc of(ParseTree node) {
        return switch (node) {
            case TerminalNode word -> Doc.group(0, word(word, Spacing.written(word), word.getSymbol()));
            case HogQlParser.TemplateContext text -> verbatim(text);
            case HogQlParser.TagContext tag -> verbatim(tag);
            case HogQlParser.NumberContext number -> verbatim(number);
            case HogQlParser.RatioContext ratio -> verbatim(ratio);
            case HogQlParser.BlockContext block -> verbatim(block);
            case HogQlParser.SelectContext select -> select(select);
            case ParserRuleContext rule when rule.getChildCount() == 1 -> of(rule.getChild(0));
            case HogQlParser.EitherContext either -> all(either, 2);
            case HogQlParser.BothContext both -> all(both, 2);
            case HogQlParser.CaseContext choice -> all(choice, 2);
            case HogQlParser.GroupByContext groups -> all(groups, 2);
            case HogQlParser.OrderByContext orders -> all(orders, 2);
            case ParserRuleContext rule -> all(rule, 0);
            default -> throw new IllegalStateException("no word and no rule: " + node.getClass());
        };
    }

    private Doc all(ParserRuleContext rule, int indent) {
        return Doc.group(indent, children(rule));
    }

    /** What stands in brackets is a group of its own. */
    private List<Doc> children(ParserRuleContext rule) {
        var parts = new ArrayList<Doc>();
        for (int i = 0; i < rule.getChildCount(); i++) {
            var child = rule.getChild(i);
            if (Spacing.type(child) == Token.EOF) {
                continue;
            }
            if (isLineBegin(child)) {
                parts.add(LINE);
            }
            if (Spacing.opens(Spacing.type(child)) && i + 1 < rule.getChildCount()) {
                i = brackets(rule, i, parts);
            } else {
                parts.add(of(child));
            }
            if (Spacing.type(child) == HogQlLexer.COMMA) {
                parts.add(LINE);
            }
        }
        return parts;
    }

    /** @return the place of the bracket that closes */
    private int brackets(ParserRuleContext rule, int open, List<Doc> into) {
        int close = open + 1;
        while (close < rule.getChildCount() - 1 && !Spacing.closes(Spacing.type(rule.getChild(close)))) {
            close++;
        }
        var whole = new ArrayList<>(List.of(of(rule.getChild(open))));
        var inner = new ArrayList<>(List.of(EDGE));
        for (int i = open + 1; i < close; i++) {
            inner.add(of(rule.getChild(i)));
            if (Spacing.type(rule.getChild(i)) == HogQlLexer.COMMA) {
                inner.add(LINE);
            }
        }
        if (inner.size() > 1) {
            whole.add(Doc.nest(2, inner));
            whole.add(EDGE);
        }
        whole.add(of(rule.getChild(close)));
        into.add(Doc.group(0, whole));
        return close;
    }

    /** Clauses stand under each other; what is selected under itself. */
    private Doc select(HogQlParser.SelectContext select) {
        var parts = new ArrayList<Doc>();
        var items = new ArrayList<Doc>();
        boolean outermost = select.parent.parent instanceof HogQlParser.QueryContext query
                && query.parent instanceof HogQlParser.StatementContext
                && select.source() != null;
        for (int i = 0; i < select.getChildCount(); i++) {
            var child = select.getChild(i);
            boolean listed = child instanceof HogQlParser.ItemContext || Spacing.type(child) == HogQlLexer.COMMA;
            if (listed) {
                items.add(of(child));
                if (Spacing.type(child) == HogQlLexer.COMMA) {
                    items.add(LINE);
                }
                continue;
            }
            if (!items.isEmpty()) {
                parts.add(Doc.group(7, items));
                items = new ArrayList<>();
            }
            if (isClause(child) && !parts.isEmpty()) {
                parts.add(outermost ? new Doc.Hard() : LINE);
            }
            parts.add(of(child));
        }
        if (!items.isEmpty()) {
            parts.add(Doc.group(7, items));
        }
        return Doc.group(0, parts);
    }

    private static boolean isClause(ParseTree child) {
        return switch (child) {
            case TerminalNode word ->
                switch (word.getSymbol().getType()) {
                    case HogQlLexer.SELECT,
                            HogQlLexer.FROM,
                            HogQlLexer.PREWHERE,
                            HogQlLexer.WHERE,
                            HogQlLexer.HAVING,
                            HogQlLexer.QUALIFY,
                            HogQlLexer.WINDOW -> true;
                    default -> false;
                };
            case HogQlParser.ArrayJoinContext join -> true;
            case HogQlParser.GroupByContext groups -> true;
            case HogQlParser.OrderByContext orders -> true;
            case HogQlParser.LimitByContext limit -> true;
            case HogQlParser.LimitsContext limits -> true;
            default -> false;
        };
    }

    /** Where a line begins when its group does not fit into one. */
    private static boolean isLineBegin(ParseTree child) {
        return switch (child.getParent()) {
            case HogQlParser.EitherContext either -> Spacing.type(child) == HogQlLexer.OR;
            case HogQlParser.BothContext both -> Spacing.type(child) == HogQlLexer.AND;
            case HogQlParser.CaseContext choice ->
                child instanceof HogQlParser.WhenContext
                        || Spacing.type(child) == HogQlLexer.ELSE
                        || Spacing.type(child) == HogQlLexer.END;
            case HogQlParser.SourceContext source ->
                child instanceof HogQlParser.JoinContext join && Spacing.type(join.getChild(0)) != HogQlLexer.COMMA;
            case HogQlParser.QueryContext query -> child != query.getChild(0);
            case null, default -> child instanceof HogQlParser.SetOperatorContext;
        };
    }

    /** What has a layout of its own, or where a blank would be another text. */
    private Doc verbatim(ParserRuleContext rule) {
        var parts = new ArrayList<Doc>();
        if (Spacing.isApart(before, rule.getChild(0))) {
            parts.add(SPACE);
        }
        parts.addAll(comments.before(rule.getStart()));
        parts.add(new Doc.Text(comments.between(rule.getStart(), rule.getStop())));
        parts.addAll(comments.after(rule.getStop()));
        before = rule;
        return Doc.group(0, parts);
    }

    private List<Doc> word(TerminalNode word, String written, Token token) {
        var parts = new ArrayList<Doc>();
        if (Spacing.isApart(before, word)) {
            parts.add(SPACE);
        }
        parts.addAll(comments.before(token));
        parts.add(new Doc.Text(written));
        parts.addAll(comments.after(token));
        before = word;
        return parts;
    }
}
