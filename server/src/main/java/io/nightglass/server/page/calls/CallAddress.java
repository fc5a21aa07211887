package io.nightglass.server.page.calls;

import io.nightglass.boards.Asker;
import io.nightglass.boards.BoardQuery;
import io.nightglass.boards.calls.CallField;
import io.nightglass.boards.calls.CallFilter;
import io.nightglass.boards.calls.Calls;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Filters;
import io.nightglass.server.page.Links;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The filters of calls as they stand in an address. Without dates they are about the last 30 days; when they name a round,
 * a run, a trace or a session, about all of its days.
 *
 * @param here the address with every filter, but neither order nor place
 */
public record CallAddress(Filters filters, CallFilter filter, Links here) {
    /** Stands in an address for calls that name nothing there, or that did not fail. */
    public static final String NONE = "-";

    /** Stands in an address for calls that failed, whatever with. */
    public static final String ANY = "*";

    private static final List<CallField> FIELDS = List.of(
            CallField.PROJECT,
            CallField.CLIENT,
            CallField.MODEL,
            CallField.PROVIDER,
            CallField.PHASE,
            CallField.TASK_TYPE,
            CallField.AGENT);

    private static final List<CallField> WHOLE =
            List.of(CallField.ROUND, CallField.RUN, CallField.TRACE, CallField.SESSION);

    /** A filter the form has no field for. @param link the list without it */
    public record Chip(String text, Links link) {}

    /** One of the values a field of the form can have. */
    public record Option(String value, String label, boolean selected) {}

    /** Blocks for a question or two. */
    public static CallAddress of(Asked asked, Asker asker, String path) {
        var named = new EnumMap<CallField, String>(CallField.class);
        for (var field : CallField.values()) {
            var value = asked.text(field.wire());
            if (value != null) {
                named.put(field, value.equals(NONE) ? CallFilter.NONE : value);
            }
        }
        var error = asked.text("error");
        var kept = new CallFilter(
                null,
                null,
                named,
                ANY.equals(error) ? Boolean.TRUE : NONE.equals(error) ? Boolean.FALSE : null,
                ANY.equals(error) || NONE.equals(error) ? null : error,
                asked.text("message"));
        var filters = filters(asked, asker, kept);
        var here = filters.at(path);
        for (var field : CallField.values()) {
            here = here.with(field.wire(), asked.text(field.wire()));
        }
        here = here.with("error", error).with("message", kept.message());
        return new CallAddress(filters, between(kept, filters.query(), asker.zone()), here);
    }

    private static Filters filters(Asked asked, Asker asker, CallFilter filter) {
        var usual = Filters.of(asked, asker);
        boolean isDated = asked.text("from") != null || asked.text("to") != null;
        if (isDated || WHOLE.stream().allMatch(field -> filter.named(field) == null)) {
            return usual;
        }
        var query = new Calls(asker)
                .extent(filter)
                .map(extent -> usual.query()
                        .between(
                                LocalDate.ofInstant(extent.first(), asker.zone()),
                                LocalDate.ofInstant(extent.last(), asker.zone())))
                .orElse(usual.query());
        return new Filters(query, usual.choices(), usual.byDay(), usual.today());
    }

    private static CallFilter between(CallFilter filter, BoardQuery query, ZoneId zone) {
        return new CallFilter(
                midnight(query.from(), zone),
                midnight(query.to().plusDays(1), zone),
                filter.named(),
                filter.failed(),
                filter.error(),
                filter.message());
    }

    static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    /** The same list with another value of {@code field}; null for calls that name none. */
    public Links where(CallField field, @Nullable String value) {
        return here.with(field.wire(), value == null ? NONE : value);
    }

    /** Only those that failed. */
    public Links failed() {
        return here.with("error", ANY);
    }

    /** What a field of the form offers: what there is, and what is chosen though it is not there. */
    public List<Option> options(CallField field, List<String> values) {
        return options(values, filter.named(field));
    }

    /** The same for errors. */
    public List<Option> errors(List<String> words) {
        var options = new ArrayList<>(List.of(
                new Option(ANY, "any", Boolean.TRUE.equals(filter.failed())),
                new Option(NONE, "none", Boolean.FALSE.equals(filter.failed()))));
        options.addAll(options(words, filter.error()));
        return options;
    }

    private static List<Option> options(List<String> values, @Nullable String chosen) {
        var options = new ArrayList<Option>();
        for (var value : values) {
            options.add(option(value, value.equals(chosen)));
        }
        if (chosen != null && !values.contains(chosen)) {
            options.add(option(chosen, true));
        }
        return options;
    }

    private static Option option(String value, boolean selected) {
        return value.equals(CallFilter.NONE) ? new Option(NONE, "none", selected) : new Option(value, value, selected);
    }

    /** The filters the form has no field for. */
    public List<Chip> chips() {
        var chips = new ArrayList<Chip>();
        for (var field : WHOLE) {
            var value = filter.named(field);
            if (value != null) {
                var text = field.words() + " " + (value.equals(CallFilter.NONE) ? "none" : value);
                chips.add(new Chip(text, here.with(field.wire(), null)));
            }
        }
        if (filter.message() != null) {
            chips.add(new Chip("error says “%s”".formatted(filter.message()), here.with("message", null)));
        }
        return chips;
    }

    /** What the form sends along unseen. */
    public Map<String, String> hidden() {
        var hidden = new LinkedHashMap<>(here.filters());
        FIELDS.forEach(field -> hidden.remove(field.wire()));
        List.of("from", "to", "error").forEach(hidden::remove);
        return hidden;
    }
}
