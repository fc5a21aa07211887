package io.nightglass.hogql.parse;

import io.nightglass.hogql.tree.Expr;
import io.nightglass.hogql.tree.TypeName;
import java.util.ArrayList;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Casts: to a plain type the function that makes it, to one of several values {@code CAST(value, 'Array(Int64)')}. */
final class Types {
    private static final String KNOWN =
            "there are String, Float64, Int64, Bool, Date, DateTime, UUID, Nullable(T), Array(T), Tuple(T, U) and Map(T, U)";

    private static final Set<String> OF_SEVERAL = Set.of("array", "tuple", "map");
    private static final Set<String> WITH_BRACKETS = Set.of(
            "varchar", "char", "character varying", "fixedstring", "decimal", "numeric", "datetime", "datetime64");

    private Types() {}

    /** The words of a type as they were written, with spaces between. */
    static String words(ParseTree tree) {
        if (tree instanceof TerminalNode word) {
            return word.getText();
        }
        var words = new ArrayList<String>();
        for (int i = 0; i < tree.getChildCount(); i++) {
            words.add(words(tree.getChild(i)));
        }
        return String.join(" ", words);
    }

    /** @param type as it was written, with spaces between the words; all of them answer NULL for what cannot be read */
    static Expr cast(Refusals refusals, ParserRuleContext context, Expr value, String type) {
        var named = TypeName.read(type).map(TypeName::bare);
        boolean isKnown = named.filter(Types::isKnown).isPresent();
        if (!isKnown) {
            return refusals.expr(context, "a cast to " + type, KNOWN);
        }
        boolean isPlain =
                named.filter(name -> !name.hasZone()).flatMap(TypeName::maker).isPresent();
        return isPlain
                ? new Expr.Call(value.at(), named.flatMap(TypeName::maker).orElseThrow(), value)
                : new Expr.Call(
                        value.at(),
                        "CAST",
                        value,
                        new Expr.Literal(context.getStart().getStartIndex(), type));
    }

    private static boolean isKnown(TypeName type) {
        return OF_SEVERAL.contains(type.name())
                ? type.parts().stream().allMatch(part -> isKnown(part.bare()))
                : type.maker().isPresent()
                        && type.parts().isEmpty()
                        && (type.constants().isEmpty() || WITH_BRACKETS.contains(type.name()));
    }
}
