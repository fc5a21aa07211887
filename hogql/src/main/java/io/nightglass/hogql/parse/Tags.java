package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import io.nightglass.hogql.grammar.HogQlParser;
import org.antlr.v4.runtime.Token;

/** Tags that are closed by another name than they were opened by, or whose end falls apart. */
final class Tags {
    private Tags() {}

    static void check(HogQlParser.TagContext tag) {
        if (tag.TAG_NAME().size() == 2
                && !tag.TAG_NAME(0).getText().equals(tag.TAG_NAME(1).getText())) {
            throw refused(
                    tag.TAG_NAME(1).getSymbol(),
                    "</%s>".formatted(tag.TAG_NAME(0).getText()));
        }
        if (tag.SLASH() != null
                && tag.GT().getSymbol().getStartIndex()
                        != tag.SLASH().getSymbol().getStartIndex() + 1) {
            throw refused(tag.GT().getSymbol(), "/> in one");
        }
        tag.tag().forEach(Tags::check);
    }

    private static QueryException refused(Token found, String expected) {
        return new QueryException(new QueryProblem.Syntax(found.getStartIndex(), found.getText(), expected));
    }
}
