package io.nightglass.server.redaction;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Set;

/**
 * What the user does not want kept.
 *
 * @param properties names whose values go, wherever they stand
 * @param patterns what in any text goes; of a kind that takes linear time
 * @param emails whether e-mail addresses go
 * @param keys whether keys and tokens of known services go
 */
public record RedactionRules(Set<String> properties, List<Pattern> patterns, boolean emails, boolean keys) {
    public static final RedactionRules NONE = new RedactionRules(Set.of(), List.of(), false, false);

    boolean areEmpty() {
        return properties.isEmpty() && patterns.isEmpty() && !emails && !keys;
    }
}
