package io.nightglass.server.redaction;

import com.google.re2j.Pattern;
import io.nightglass.catalog.SecretShapes;
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

    private static final Pattern EMAIL = Pattern.compile(SecretShapes.EMAIL);
    private static final Pattern KEY = Pattern.compile(String.join("|", SecretShapes.KEYS));

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
