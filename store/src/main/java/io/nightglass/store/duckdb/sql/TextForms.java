package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.checked.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts whose SQL depends on a constant or on how many arguments there are. */
final class TextForms {
    static final Set<String> NAMES = Set.of(
            "substring",
            "position",
            "extract",
            "extractAll",
            "extractGroups",
            "extractAllGroups",
            "regexpExtract",
            "like",
            "ilike",
            "notLike",
            "notILike",
            "splitByChar",
            "concatWithSeparator",
            "format",
            "leftPad",
            "rightPad",
            "char",
            "hex",
            "unhex",
            "base64Decode",
            "tryBase64Decode",
            "domain",
            "domainWithoutWWW",
            "topLevelDomain",
            "firstSignificantSubdomain",
            "cutToFirstSignificantSubdomain");

    private static final Pattern BRACES = Pattern.compile("\\{\\{|}}|\\{(\\d*)}");

    private static final String HOST_SIGN = "[^/?#@: \\t<>%{}|\\\\^~\\[\\];=&";

    /** A host as ClickHouse sees one: no sign that may not stand in it, a dot, and something after the last dot. */
    private static final String HOST =
            "^(?:(?:[A-Za-z][A-Za-z0-9+.-]*:)?//)?(?:[^/?#@:]*@)?(%s]*\\.%s.]+)(?:[:/?#].*)?$"
                    .formatted(HOST_SIGN, HOST_SIGN);

    private static final String SECOND = "(?:ac|biz|co|com|edu|gov|info|net|org)";

    private TextForms() {}

    static String print(Checked.Call call, List<String> a) {
        return switch (call.function().name()) {
            case "substring" -> part(call, a);
            case "position" -> position(a);
            case "extract" ->
                "regexp_extract(%s, %s, %d, 's')".formatted(a.get(0), a.get(1), Math.min(1, groups(call)));
            case "extractAll" ->
                "regexp_extract_all(%s, %s, %d, 's')".formatted(a.get(0), a.get(1), Math.min(1, groups(call)));
            case "extractGroups" ->
                each(groups(call), i -> "regexp_extract(%s, %s, %d, 's')".formatted(a.get(0), a.get(1), i));
            case "extractAllGroups" -> allGroups(groups(call), a);
            case "regexpExtract" -> regexpExtract(call, a);
            case "like" -> like(call, a, "LIKE");
            case "ilike" -> like(call, a, "ILIKE");
            case "notLike" -> like(call, a, "NOT LIKE");
            case "notILike" -> like(call, a, "NOT ILIKE");
            case "splitByChar" -> {
                var pieces = "string_split(%s, %s)".formatted(a.get(1), a.get(0));
                yield a.size() == 2 ? pieces : "list_slice(%s, 1, %s)".formatted(pieces, a.get(2));
            }
            case "concatWithSeparator" -> separated(a);
            case "format" -> filled(call, a);
            case "leftPad" -> padded("lpad", a);
            case "rightPad" -> padded("rpad", a);
            case "char" ->
                a.stream()
                        .map("chr(CAST(%s & 255 AS INTEGER))"::formatted)
                        .collect(Collectors.joining(" || ", "(", ")"));
            case "hex" -> hex(call, a.getFirst());
            case "unhex" ->
                decoded(
                        a.getFirst(),
                        "CASE WHEN regexp_full_match(t, '([0-9A-Fa-f]{2})*') THEN TRY(decode(unhex(t))) END",
                        "''");
            case "base64Decode" -> decoded(a.getFirst(), "TRY(decode(from_base64(t)))", "error('no base64')");
            case "tryBase64Decode" -> decoded(a.getFirst(), "TRY(decode(from_base64(t)))", "''");
            default -> host(call.function().name(), "regexp_extract(%s, '%s', 1, 's')".formatted(a.getFirst(), HOST));
        };
    }

    /** Place 0 is no place; a negative length ends so far before the end. */
    private static String part(Checked.Call call, List<String> a) {
        boolean plain = call.arguments().stream()
                .skip(1)
                .allMatch(number -> number instanceof Checked.Constant(Long value, var ignored) && value > 0);
        if (plain) {
            return "substring(%s)".formatted(String.join(", ", a));
        }
        var rest = "substring(%s, %s)".formatted(a.get(0), a.get(1));
        var part = a.size() == 2
                ? rest
                : "CASE WHEN %s < 0 THEN left(%s, greatest(length(%s) + %s, 0)) ELSE substring(%s, %s, %s) END"
                        .formatted(a.get(2), rest, rest, a.get(2), a.get(0), a.get(1), a.get(2));
        return "CASE WHEN %s = 0 THEN '' ELSE %s END".formatted(a.get(1), part);
    }

    private static String position(List<String> a) {
        var where = "CASE WHEN NOT contains(%s, %s) THEN 0 ELSE strlen(left(%s, instr(%s, %s) - 1)) + 1 END";
        if (a.size() == 2) {
            return where.formatted(a.get(0), a.get(1), a.get(0), a.get(0), a.get(1));
        }
        var from = "greatest(%s, 1)".formatted(a.get(2));
        var rest = "substring(%s, %s)".formatted(a.get(0), from);
        var found = where.formatted(rest, a.get(1), rest, rest, a.get(1));
        return "CASE WHEN NOT contains(%s, %s) THEN 0 ELSE strlen(left(%s, %s - 1)) + %s END"
                .formatted(rest, a.get(1), a.get(0), from, found);
    }

    /** Without an escape the engine turns a pattern into a search for its text. */
    private static String like(Checked.Call call, List<String> a, String operator) {
        boolean plain = call.arguments().getLast() instanceof Checked.Constant(String pattern, var ignored)
                && pattern.indexOf('\\') < 0;
        return "(%s %s %s%s)".formatted(a.get(0), operator, a.get(1), plain ? "" : " ESCAPE '\\'");
    }

    /** How many groups the pattern has, as far as that is known before it is read. */
    private static int groups(Checked.Call call) {
        if (!(call.arguments().get(1) instanceof Checked.Constant(String pattern, var ignored))) {
            return 0;
        }
        try {
            return Math.min(9, Pattern.compile(pattern).matcher("").groupCount());
        } catch (PatternSyntaxException odd) {
            return 0;
        }
    }

    private static String each(int groups, IntFunction<String> group) {
        return groups == 0
                ? "CAST([] AS VARCHAR[])"
                : IntStream.rangeClosed(1, groups).mapToObj(group).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String allGroups(int groups, List<String> a) {
        if (groups == 0) {
            return "CAST([] AS VARCHAR[][])";
        }
        return Let.in(
                "g",
                each(groups, i -> "regexp_extract_all(%s, %s, %d, 's')".formatted(a.get(0), a.get(1), i)),
                g -> "list_transform(range(1, len(%s[1]) + 1), lambda i: %s)"
                        .formatted(g, each(groups, group -> "%s[%d][i]".formatted(g, group))));
    }

    private static String regexpExtract(Checked.Call call, List<String> a) {
        int group = call.arguments().size() < 3
                ? Math.min(1, groups(call))
                : call.arguments().get(2) instanceof Checked.Constant(Long index, var ignored)
                        ? (int) Math.clamp(index, 0L, 9L)
                        : 0;
        return "regexp_extract(%s, %s, %d, 's')".formatted(a.get(0), a.get(1), group);
    }

    private static String separated(List<String> a) {
        return a.size() == 1
                ? "CASE WHEN %s IS NOT NULL THEN '' END".formatted(a.getFirst())
                : a.subList(1, a.size()).stream().collect(Collectors.joining(" || " + a.getFirst() + " || ", "(", ")"));
    }

    private static String filled(Checked.Call call, List<String> a) {
        var pattern = call.arguments().getFirst() instanceof Checked.Constant(String text, var ignored) ? text : "";
        var pieces = new ArrayList<String>();
        var braces = BRACES.matcher(pattern);
        int from = 0;
        int next = 1;
        while (braces.find()) {
            pieces.add(Quote.text(pattern.substring(from, braces.start())));
            from = braces.end();
            var place = braces.group(1);
            if (place == null) {
                pieces.add(Quote.text(braces.group().substring(1)));
                continue;
            }
            int index = place.isEmpty() ? next++ : place.length() > 3 ? a.size() : 1 + Integer.parseInt(place);
            pieces.add(index < a.size() ? a.get(index) : "''");
        }
        pieces.add(Quote.text(pattern.substring(from)));
        return "('' || %s)".formatted(String.join(" || ", pieces));
    }

    private static String padded(String pad, List<String> a) {
        var length = "CASE WHEN %s > 100000 THEN error('text too long') ELSE CAST(greatest(%s, 0) AS INTEGER) END"
                .formatted(a.get(1), a.get(1));
        var with = a.size() > 2 ? "CASE WHEN %s = '' THEN ' ' ELSE %s END".formatted(a.get(2), a.get(2)) : "' '";
        return "%s(%s, %s, %s)".formatted(pad, a.get(0), length, with);
    }

    /** Whole bytes. */
    private static String hex(Checked.Call call, String a) {
        if (call.arguments().getFirst().type().isBytes()) {
            return "ng_hex(%s)".formatted(a);
        }
        var hex = "hex(%s)".formatted(a);
        return call.arguments().getFirst().type().base() == ValueType.INTEGER
                ? "lpad(%s, CAST(2 * ceil(strlen(%s) / 2) AS INTEGER), '0')".formatted(hex, hex)
                : hex;
    }

    /** TRY lets no aggregate in: so the text comes from outside. */
    private static String decoded(String text, String decoded, String otherwise) {
        return "list_extract(list_transform([%s], lambda t: CASE WHEN t IS NULL THEN NULL WHEN %s IS NULL THEN %s ELSE %s END), 1)"
                .formatted(text, decoded, otherwise, decoded);
    }

    private static String host(String name, String host) {
        return switch (name) {
            case "domain" -> host;
            case "domainWithoutWWW" -> "regexp_replace(%s, '^www\\.', '')".formatted(host);
            case "topLevelDomain" -> "regexp_extract(%s, '\\.([^.0-9][^.]*)$', 1)".formatted(host);
            case "firstSignificantSubdomain" -> significant(host, "([^.]+)\\.%s\\.[^.]+$", "([^.]+)\\.[^.]+$");
            default -> significant(host, "([^.]+\\.%s\\.[^.]+)$", "([^.]+\\.[^.]+)$");
        };
    }

    private static String significant(String host, String before, String otherwise) {
        return "coalesce(nullif(regexp_extract(%s, '%s', 1), ''), regexp_extract(%s, '%s', 1))"
                .formatted(host, before.formatted(SECOND), host, otherwise);
    }
}
