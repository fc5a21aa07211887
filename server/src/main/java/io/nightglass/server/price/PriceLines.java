package io.nightglass.server.price;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The lines of {@code prices.txt}, as its head describes them.
 *
 * @param made by a model's name, in lower case
 * @param hosted by host, a blank, and the name
 */
record PriceLines(Map<String, Price> made, Map<String, Price> hosted) {
    private static final String HOSTED = "hosted";

    static PriceLines read(String text) {
        var made = new HashMap<String, Price>();
        var hosted = new HashMap<String, Price>();
        boolean isHosted = false;
        for (var line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.equals(HOSTED)) {
                isHosted = true;
                continue;
            }
            var words = line.split(" ");
            for (var name : words[1].split(",")) {
                var key = isHosted ? words[0] + " " + name : name;
                var before = (isHosted ? hosted : made).put(key, price(words, name));
                if (before != null) {
                    throw new IllegalStateException(key + " has two prices");
                }
            }
        }
        return new PriceLines(Map.copyOf(made), Map.copyOf(hosted));
    }

    private static Price price(String[] words, String name) {
        var rates = new EnumMap<Rate, BigDecimal>(Rate.class);
        var large = new EnumMap<Rate, BigDecimal>(Rate.class);
        var source = "";
        long over = 0;
        for (int i = 2; i < words.length; i++) {
            var pair = words[i].split("=", 2);
            switch (pair[0]) {
                case "src" -> source = pair[1];
                case "over" -> over = Long.parseLong(pair[1]);
                default -> (over == 0 ? rates : large).put(Rate.named(pair[0]).orElseThrow(), new BigDecimal(pair[1]));
            }
        }
        return new Price(words[0], name, source, ofOne(rates), ofOne(large), over);
    }

    /** Listed prices made prices of one. */
    static Map<Rate, BigDecimal> ofOne(Map<Rate, BigDecimal> listed) {
        var each = new EnumMap<Rate, BigDecimal>(Rate.class);
        listed.forEach((rate, number) -> each.put(rate, Price.ofOne(rate, number)));
        return each;
    }
}
