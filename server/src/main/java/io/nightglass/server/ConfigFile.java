package io.nightglass.server;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.nightglass.server.price.Rate;
import io.nightglass.server.redaction.RedactionRules;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.dataformat.toml.TomlMapper;

/**
 * {@code nightglass.toml}: what is set in a file (docs/config.md). Every name in it must be known: a rule that is not
 * applied because of a slip of the pen is worse than no start.
 *
 * @param prices the user's own, by model: tokens by the million
 * @param redaction what is not kept
 * @param aiTextDays for how many days texts of model calls are kept; null for ever
 */
public record ConfigFile(
        Map<String, Map<Rate, BigDecimal>> prices,
        RedactionRules redaction,
        @Nullable Integer aiTextDays) {
    /** Its name in a data folder. */
    public static final String NAME = "nightglass.toml";

    private static final int MOST_DAYS = 36_500;

    private static final ConfigFile NONE = new ConfigFile(Map.of(), RedactionRules.NONE, null);

    /**
     * The file that {@code config} names, else the one in its data folder, else nothing set.
     *
     * @throws ConfigException when it is not there although named, or says what cannot be
     */
    static ConfigFile of(Config config) {
        var named = config.file();
        var file = named == null ? config.data().resolve(NAME) : named;
        if (named == null && !Files.exists(file)) {
            return NONE;
        }
        try {
            return new Reader(file).read(Files.readString(file));
        } catch (IOException e) {
            throw new ConfigException("%s cannot be read (%s); name another file with --config"
                    .formatted(file, e.getClass().getSimpleName()));
        }
    }

    /** Reads one file and says where in it something is wrong. */
    private record Reader(Path file) {

        ConfigFile read(String text) {
            JsonNode root;
            try {
                root = new TomlMapper().readTree(text);
            } catch (JacksonException e) {
                throw new ConfigException("%s is no TOML: line %d, column %d"
                        .formatted(
                                file,
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr()));
            }
            known("", root, Set.of("prices", "redaction", "retention"));
            return new ConfigFile(
                    prices(table(root, "prices")), redaction(table(root, "redaction")), days(table(root, "retention")));
        }

        private @Nullable Integer days(JsonNode retention) {
            known("retention.", retention, Set.of("ai_text_days"));
            var days = retention.path("ai_text_days");
            if (days.isMissingNode()) {
                return null;
            }
            if (!days.isIntegralNumber()
                    || !days.canConvertToInt()
                    || days.intValue() < 1
                    || days.intValue() > MOST_DAYS) {
                throw wrong("retention.ai_text_days", "must be a whole number of days, 1 to " + MOST_DAYS);
            }
            return days.intValue();
        }

        private Map<String, Map<Rate, BigDecimal>> prices(JsonNode models) {
            var prices = new HashMap<String, Map<Rate, BigDecimal>>();
            for (var model : models.properties()) {
                var place = "prices.\"%s\"".formatted(model.getKey());
                if (!model.getValue().isObject()) {
                    throw wrong(place, "must be a table such as [prices.\"my-model\"]");
                }
                var rates = new EnumMap<Rate, BigDecimal>(Rate.class);
                for (var entry : model.getValue().properties()) {
                    var rate = Rate.named(entry.getKey())
                            .orElseThrow(() -> wrong(place + "." + entry.getKey(), "is none of " + Rate.names()));
                    rates.put(rate, price(place + "." + entry.getKey(), entry.getValue()));
                }
                prices.put(model.getKey(), rates);
            }
            return prices;
        }

        private BigDecimal price(String place, JsonNode value) {
            if (!value.isNumber()
                    || !Double.isFinite(value.doubleValue())
                    || value.decimalValue().signum() < 0) {
                throw wrong(place, "must be a number of dollars, 0 or more");
            }
            return value.decimalValue();
        }

        private RedactionRules redaction(JsonNode rules) {
            known("redaction.", rules, Set.of("properties", "patterns", "emails", "keys"));
            var patterns = new ArrayList<Pattern>();
            for (var regex : texts(rules, "patterns")) {
                try {
                    patterns.add(Pattern.compile(regex));
                } catch (PatternSyntaxException e) {
                    throw wrong(
                            "redaction.patterns",
                            "'%s' is no regular expression of RE2: %s".formatted(regex, e.getDescription()));
                }
            }
            return new RedactionRules(
                    new LinkedHashSet<>(texts(rules, "properties")),
                    patterns,
                    truth(rules, "emails"),
                    truth(rules, "keys"));
        }

        private List<String> texts(JsonNode rules, String name) {
            var list = rules.path(name);
            var texts = new ArrayList<String>();
            for (var text : list.values()) {
                if (!text.isString() || text.stringValue().isEmpty()) {
                    throw wrong("redaction." + name, "must be a list of texts");
                }
                texts.add(text.stringValue());
            }
            if (!list.isMissingNode() && !list.isArray()) {
                throw wrong("redaction." + name, "must be a list of texts");
            }
            return texts;
        }

        private boolean truth(JsonNode rules, String name) {
            var value = rules.path(name);
            if (!value.isMissingNode() && !value.isBoolean()) {
                throw wrong("redaction." + name, "must be true or false");
            }
            return value.asBoolean(false);
        }

        private JsonNode table(JsonNode root, String name) {
            var table = root.path(name);
            if (!table.isMissingNode() && !table.isObject()) {
                throw wrong(name, "must be a table such as [%s]".formatted(name));
            }
            return table.isMissingNode() ? MissingNode.getInstance() : table;
        }

        private void known(String before, JsonNode table, Set<String> names) {
            for (var entry : table.properties()) {
                if (!names.contains(entry.getKey())) {
                    throw wrong(
                            before + entry.getKey(),
                            "is none of "
                                    + String.join(", ", names.stream().sorted().toList()));
                }
            }
        }

        private ConfigException wrong(String place, String what) {
            return new ConfigException("%s: %s %s".formatted(file, place, what));
        }
    }
}
