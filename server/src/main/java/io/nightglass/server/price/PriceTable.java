package io.nightglass.server.price;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which price a model has: the user's own, else that of the host that is named, else its maker's. A name is found as it
 * is, or without the date behind it; a name that only begins like another is not that model.
 */
public final class PriceTable {
    private static final String FILE = "prices.txt";

    /** Hosts of models others made, by every name clients give them. Their prices are no maker's. */
    private static final Map<String, String> HOSTS = Map.of(
            "groq", "groq",
            "cerebras", "cerebras",
            "together", "together",
            "together_ai", "together",
            "togetherai", "together",
            "fireworks", "fireworks",
            "fireworks_ai", "fireworks");

    private final Map<String, Price> own;
    private final Map<String, Price> made;
    private final Map<String, Price> hosted;

    private PriceTable(Map<String, Price> own, Map<String, Price> made, Map<String, Price> hosted) {
        this.own = own;
        this.made = made;
        this.hosted = hosted;
    }

    /** The table the program brings along: {@code prices.txt}, whose head names its sources and their date. */
    public static PriceTable shipped() {
        try (InputStream in = PriceTable.class.getResourceAsStream(FILE)) {
            var text = new String(Objects.requireNonNull(in, FILE).readAllBytes(), StandardCharsets.UTF_8);
            var lines = PriceLines.read(text);
            return new PriceTable(Map.of(), lines.made(), lines.hosted());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same with the user's prices before it: name to what is listed, tokens by the million. */
    public PriceTable with(Map<String, Map<Rate, BigDecimal>> prices) {
        var mine = new HashMap<>(own);
        prices.forEach((name, listed) -> {
            var key = name.strip().toLowerCase(Locale.ROOT);
            mine.put(key, new Price("config", key, "config", PriceLines.ofOne(listed), Map.of(), 0));
        });
        return new PriceTable(Map.copyOf(mine), made, hosted);
    }

    /** The price of {@code model} when {@code provider} serves it; empty when none is known. */
    public Optional<Price> find(String model, @Nullable String provider) {
        var name = ModelName.of(model);
        var mine = first(own, name, "");
        if (mine.isPresent()) {
            return mine;
        }
        var host = host(name, provider);
        return host == null ? first(made, name, "") : first(hosted, name, host + " ");
    }

    private static Optional<Price> first(Map<String, Price> prices, ModelName name, String before) {
        for (var spelling : name.spellings()) {
            var price = prices.get(before + spelling);
            if (price != null) {
                return Optional.of(price);
            }
        }
        return Optional.empty();
    }

    private static @Nullable String host(ModelName name, @Nullable String provider) {
        var told = provider == null ? null : HOSTS.get(provider.strip().toLowerCase(Locale.ROOT));
        if (told != null) {
            return told;
        }
        return name.prefixes().stream()
                .map(HOSTS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
