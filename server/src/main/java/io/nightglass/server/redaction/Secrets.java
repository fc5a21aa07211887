package io.nightglass.server.redaction;

import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Finds secrets in a text, in time linear in its length, and puts a mark in their place. */
final class Secrets {
    static final String MARK = "[redacted]";

    /** Also as it stands in an address of the web, where the sign is escaped. */
    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}!#$%'*+^_~.-]+(?:@|%40)"
            + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]");

    /** Keys by the shape their makers gave them. */
    private static final List<String> KEYS = List.of(
            "-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\\z)",
            "\\b[spr]k[-_][A-Za-z0-9_-]{16,}",
            "\\b(?:gh[pousr]_|github_pat_|glpat-|gldt-|npm_|pypi-|hf_|r8_|gsk_|xai-|pplx-|tvly-|phx_|dop_v1_|shpat_)"
                    + "[A-Za-z0-9_-]{16,}",
            "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
            "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b",
            "\\bAIza[A-Za-z0-9_-]{30,}",
            "\\bya29\\.[A-Za-z0-9_-]{16,}",
            "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
            "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
            "(?i:\\bbearer\\s+|\\bauthorization['\"]?\\s*[:=]\\s*['\"]?basic\\s+)[A-Za-z0-9._~+/=-]{16,}",
            "(?i:(?:api|secret|access|private)[_-]?key['\"]?\\s*[:=]\\s*['\"]?)[A-Za-z0-9/+_.=-]{12,}",
            "://[^/\\s:@]*:[^/\\s@]+@");

    private static final Pattern KEY = Pattern.compile(String.join("|", KEYS));

    private final List<Pattern> patterns;
    private final List<Pattern> named;

    Secrets(RedactionRules rules) {
        var all = new ArrayList<>(rules.patterns());
        if (rules.keys()) {
            all.add(KEY);
        }
        if (rules.emails()) {
            all.add(EMAIL);
        }
        this.patterns = List.copyOf(all);
        this.named = rules.properties().isEmpty() ? List.of() : List.of(namedInText(rules));
    }

    /** A named value in JSON that cannot be read as such, because it was cut off, say. */
    private static Pattern namedInText(RedactionRules rules) {
        var names = rules.properties().stream().map(Pattern::quote).collect(Collectors.joining("|"));
        return Pattern.compile("\"(?:" + names + ")\"\\s*:\\s*(?:\"(?:[^\"\\\\]|\\\\.)*(?:\"|\\z)|[^\\s,\"{}\\[\\]]+)");
    }

    /** {@code text} without what is secret in it; the same object when nothing is. */
    String outOf(String text) {
        return outOf(patterns, text, secret -> MARK);
    }

    /** The same for JSON that cannot be read as such: what is named in it goes too. */
    String outOfBroken(String text) {
        return outOf(patterns, outOf(named, text, secret -> MARK), secret -> MARK);
    }

    /** The same for an id: two that differ stay two, but neither can be read. */
    String outOfId(String id) {
        return outOf(patterns, id, secret -> "[redacted-" + digest(secret) + "]");
    }

    private static String outOf(List<Pattern> patterns, String text, UnaryOperator<String> mark) {
        String left = text;
        for (var pattern : patterns) {
            left = replaced(pattern, left, mark);
        }
        return left;
    }

    private static String replaced(Pattern pattern, String text, UnaryOperator<String> mark) {
        var matcher = pattern.matcher(text);
        StringBuilder clean = null;
        int from = 0;
        while (matcher.find()) {
            if (matcher.end() == matcher.start()) {
                continue;
            }
            if (clean == null) {
                clean = new StringBuilder(text.length());
            }
            clean.append(text, from, matcher.start()).append(mark.apply(matcher.group()));
            from = matcher.end();
        }
        return clean == null ? text : clean.append(text, from, text.length()).toString();
    }

    static String digest(String secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
