package io.nightglass.sdk.flags;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One property against one value, with the operators of PostHog's local evaluation (posthog-wire.md 2.5). */
final class Condition {
    private static final java.util.regex.Pattern RELATIVE = java.util.regex.Pattern.compile("-?([0-9]{1,5})([hdwmy])");
    private static final int MOST_UNITS = 10_000;

    private Condition() {}

    static boolean holds(JsonNode property, Map<String, @Nullable Object> known, Instant now) throws Inconclusive {
        var name = property.path("key").asString("");
        var operator = property.path("operator").asString("exact");
        if (!known.containsKey(name) || operator.equals("is_not_set")) {
            throw new Inconclusive("the host may know " + name);
        }
        var value = known.get(name);
        if (value == null) {
            return operator.equals("is_not");
        }
        return compare(operator, property.path("value"), value, now);
    }

    private static boolean compare(String operator, JsonNode wanted, Object value, Instant now) throws Inconclusive {
        var has = lower(text(value));
        var want = lower(text(wanted));
        return switch (operator) {
            case "exact" -> isAny(wanted, has);
            case "is_not" -> !isAny(wanted, has);
            case "is_set" -> true;
            case "icontains" -> has.contains(want);
            case "not_icontains" -> !has.contains(want);
            case "starts_with" -> has.startsWith(want);
            case "not_starts_with" -> !has.startsWith(want);
            case "ends_with" -> has.endsWith(want);
            case "not_ends_with" -> !has.endsWith(want);
            case "regex" -> finds(text(wanted), text(value), true);
            case "not_regex" -> finds(text(wanted), text(value), false);
            case "gt", "gte", "lt", "lte" -> isOrdered(operator, order(wanted, value));
            case "is_date_before" -> date(value).isBefore(dateOrAgo(wanted, now));
            case "is_date_after" -> date(value).isAfter(dateOrAgo(wanted, now));
            default -> SemanticVersion.holds(operator, text(wanted), text(value));
        };
    }

    private static boolean isAny(JsonNode wanted, String has) {
        if (!wanted.isArray()) {
            return lower(text(wanted)).equals(has);
        }
        return wanted.valueStream().anyMatch(each -> lower(text(each)).equals(has));
    }

    /** An expression that is none matches neither way. */
    private static boolean finds(String regex, String text, boolean isWanted) {
        try {
            return Pattern.compile(regex).matcher(text).find() == isWanted;
        } catch (PatternSyntaxException e) {
            return false;
        }
    }

    /** As numbers, unless the value is a text: then as texts. */
    private static int order(JsonNode wanted, Object value) {
        var want = text(wanted);
        if (value instanceof Number number) {
            try {
                return Double.compare(number.doubleValue(), Double.parseDouble(want));
            } catch (NumberFormatException e) {
                return text(value).compareTo(want);
            }
        }
        return text(value).compareTo(want);
    }

    private static boolean isOrdered(String operator, int order) {
        return switch (operator) {
            case "gt" -> order > 0;
            case "gte" -> order >= 0;
            case "lt" -> order < 0;
            default -> order <= 0;
        };
    }

    private static Instant dateOrAgo(JsonNode wanted, Instant now) throws Inconclusive {
        var relative = RELATIVE.matcher(text(wanted));
        if (!relative.matches()) {
            return date(text(wanted));
        }
        long units = Long.parseLong(relative.group(1));
        if (units >= MOST_UNITS) {
            throw new Inconclusive("too long ago");
        }
        var then = now.atOffset(ZoneOffset.UTC);
        return switch (relative.group(2)) {
            case "h" -> then.minusHours(units).toInstant();
            case "d" -> then.minusDays(units).toInstant();
            case "w" -> then.minusWeeks(units).toInstant();
            case "m" -> then.minusMonths(units).toInstant();
            default -> then.minusYears(units).toInstant();
        };
    }

    private static Instant date(Object value) throws Inconclusive {
        if (value instanceof Instant instant) {
            return instant;
        }
        var text = text(value).strip().replace(' ', 'T');
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.lastIndexOf('+') > 0 || text.lastIndexOf('-') > text.indexOf('T')
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new Inconclusive("no date");
        }
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String text(JsonNode node) {
        return node.isString() ? node.stringValue() : node.isNumber() ? text(node.numberValue()) : node.toString();
    }

    /** A whole number has no fraction, however it came. */
    private static String text(Object value) {
        if (value instanceof JsonNode node) {
            return text(node);
        }
        if (value instanceof Double || value instanceof Float) {
            double number = ((Number) value).doubleValue();
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? Long.toString((long) number)
                    : value.toString();
        }
        return String.valueOf(value);
    }
}
