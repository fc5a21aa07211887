package io.nightglass.sdk.redact;

import com.google.re2j.Pattern;
import io.nightglass.catalog.SecretShapes;
import io.nightglass.sdk.BeforeSend;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Rules for {@link io.nightglass.sdk.Config#beforeSend}: each puts {@code [redacted]} where the secret stood, in every text
 * of an event, however deep. Patterns are matched in time linear in the text (RE2), so no prompt can hold up a loop.
 */
public final class Redaction {
    /** What stands where a secret stood. */
    public static final String MARK = "[redacted]";

    /** What PostHog's privacy mode of model calls leaves out (posthog-wire.md 3.7). */
    private static final List<String> AI_TEXTS =
            List.of("$ai_input", "$ai_output_choices", "$ai_output", "$ai_input_state", "$ai_output_state");

    /** Of Google's tags: containers, measurements, conversions, floodlights, and the old analytics. */
    private static final String GTM = "\\b(?:GTM-[A-Z0-9]{4,10}|GT-[A-Z0-9]{6,12}|G-[A-Z0-9]{8,12}"
            + "|(?:AW|DC)-[0-9]{6,12}|UA-[0-9]{4,12}-[0-9]{1,4})\\b";

    private Redaction() {}

    /** Keys and tokens by the shapes their makers gave them, private keys, passwords in addresses. */
    public static BeforeSend secrets() {
        return patterns(String.join("|", SecretShapes.KEYS));
    }

    /** E-mail addresses. */
    public static BeforeSend emails() {
        return patterns(SecretShapes.EMAIL);
    }

    /** Identifiers of Google Tag Manager containers and of the tags in them. */
    public static BeforeSend gtmIdentifiers() {
        return patterns(GTM);
    }

    /**
     * Whatever these match.
     *
     * @param regexes in the syntax of RE2
     * @throws com.google.re2j.PatternSyntaxException when one is none
     */
    public static BeforeSend patterns(String... regexes) {
        var patterns = Arrays.stream(regexes).map(Pattern::compile).toList();
        UnaryOperator<String> clean = text -> {
            String left = text;
            for (var pattern : patterns) {
                left = pattern.matcher(left).replaceAll(MARK);
            }
            return left;
        };
        return message -> message.properties(new DeepTexts(clean, name -> false).of(message.properties()));
    }

    /** The values of these properties, at any depth; case does not matter. */
    public static BeforeSend properties(String... names) {
        Set<String> lower =
                Arrays.stream(names).map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return message ->
                message.properties(new DeepTexts(text -> text, name -> lower.contains(name.toLowerCase(Locale.ROOT)))
                        .of(message.properties()));
    }

    /** Privacy mode: model calls keep their tokens, cost and timing, and say neither prompt nor answer. */
    public static BeforeSend privacyMode() {
        return message -> {
            if (!message.event().startsWith("$ai_")) {
                return message;
            }
            var properties = new LinkedHashMap<String, @Nullable Object>(message.properties());
            AI_TEXTS.stream().filter(message.properties()::containsKey).forEach(name -> properties.put(name, null));
            return message.properties(properties);
        };
    }
}
