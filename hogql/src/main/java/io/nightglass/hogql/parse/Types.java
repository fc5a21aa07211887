package io.nightglass.hogql.parse;

import io.nightglass.hogql.tree.Expr;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** The types of a cast, each as the function that makes it. */
final class Types {
    static final String KNOWN = "there are String, Float64, Int64, Bool, Date, DateTime and UUID";

    private static final Map<String, String> FUNCTIONS = Map.ofEntries(
            Map.entry("string", "toString"),
            Map.entry("text", "toString"),
            Map.entry("varchar", "toString"),
            Map.entry("char", "toString"),
            Map.entry("fixedstring", "toString"),
            Map.entry("float", "toFloat"),
            Map.entry("float32", "toFloat"),
            Map.entry("float64", "toFloat"),
            Map.entry("double", "toFloat"),
            Map.entry("double precision", "toFloat"),
            Map.entry("real", "toFloat"),
            Map.entry("decimal", "toFloat"),
            Map.entry("numeric", "toFloat"),
            Map.entry("int", "toInt64"),
            Map.entry("integer", "toInt64"),
            Map.entry("bigint", "toInt64"),
            Map.entry("smallint", "toInt64"),
            Map.entry("int8", "toInt64"),
            Map.entry("int16", "toInt64"),
            Map.entry("int32", "toInt64"),
            Map.entry("int64", "toInt64"),
            Map.entry("uint8", "toInt64"),
            Map.entry("uint16", "toInt64"),
            Map.entry("uint32", "toInt64"),
            Map.entry("uint64", "toInt64"),
            Map.entry("bool", "toBool"),
            Map.entry("boolean", "toBool"),
            Map.entry("date", "toDate"),
            Map.entry("date32", "toDate"),
            Map.entry("datetime", "toDateTime"),
            Map.entry("datetime64", "toDateTime"),
            Map.entry("timestamp", "toDateTime"),
            Map.entry("timestamp with time zone", "toDateTime"),
            Map.entry("uuid", "toUUID"));

    private static final Set<String> WITH_BRACKETS =
            Set.of("varchar", "char", "fixedstring", "decimal", "numeric", "datetime", "datetime64", "nullable");

    private Types() {}

    /** Whether the type may have something in brackets after it that changes nothing here. */
    static boolean takesBrackets(String type) {
        return WITH_BRACKETS.contains(type.toLowerCase(Locale.ROOT));
    }

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

    /** @param type its words with spaces between; all of them answer NULL for what cannot be read */
    static Expr cast(Refusals refusals, ParserRuleContext context, Expr value, String type) {
        var words = type.toLowerCase(Locale.ROOT).replaceAll("[`\"]", "").strip();
        var bare = words.startsWith("nullable ( ") && words.endsWith(" )")
                ? words.substring("nullable ( ".length(), words.length() - 2)
                : words;
        int bracket = bare.indexOf(" (");
        var name = bracket < 0 ? bare : bare.substring(0, bracket);
        var function = bracket < 0 || WITH_BRACKETS.contains(name) ? FUNCTIONS.get(name) : null;
        if (words.equals("nullable")) {
            return refusals.expr(context, "::Nullable(...)", "write the type itself: any may be NULL");
        }
        return function == null
                ? refusals.expr(context, "a cast to " + type, KNOWN)
                : new Expr.Call(value.at(), function, value);
    }
}
