package io.nightglass.store.duckdb;

import io.nightglass.catalog.Catalog;
import io.nightglass.catalog.Kind;
import io.nightglass.catalog.Property;
import io.nightglass.catalog.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns that {@code events} has for properties: the catalog's, and the few that {@code rounds}, {@code runs} and
 * {@code persons} are told by although no event record names them.
 */
final class Columns {
    /** Read by {@link RoundsSql}, {@link RunsSql} and {@link PersonFold}; the catalog's own kind wins where it has one. */
    private static final List<Property> FOLDED = List.of(
            folded("direction", Kind.TEXT, "maximize or minimize"),
            folded("metric", Kind.TEXT, "name of the score"),
            folded("description", Kind.TEXT, "what the round tried, in its author's words"),
            folded("status", Kind.TEXT, "what an imported log called the outcome"),
            folded("score", Kind.NUMBER, "the loop's own metric"),
            folded("baseline_score", Kind.NUMBER, "score to beat"),
            folded("delta", Kind.NUMBER, "how much better than the baseline, as sent"),
            folded("failure_mode", Kind.TEXT, "why a round was reverted"),
            folded("reason", Kind.TEXT, "why, in the sender's words"),
            folded("model", Kind.TEXT, "model that proposed"),
            folded("diff_lines", Kind.INTEGER, "size of the change"),
            folded("cost_usd", Kind.NUMBER, "money as the sender counts it"),
            folded("prompt_tokens", Kind.INTEGER, "tokens in"),
            folded("completion_tokens", Kind.INTEGER, "tokens out"),
            folded("total_cost_usd", Kind.NUMBER, "money of a run as its loop counts it"),
            folded("sample", Kind.BOOLEAN, "made by the simulator"),
            folded("imported", Kind.BOOLEAN, "read from a log"),
            folded("$ai_trace_id", Kind.TEXT, "trace a call belongs to"),
            folded("$ai_input_tokens", Kind.INTEGER, "tokens in"),
            folded("$ai_output_tokens", Kind.INTEGER, "tokens out"),
            folded("$process_person_profile", Kind.BOOLEAN, "false: the event leaves persons alone"));

    private static final List<Property> ALL = gathered();

    private static final Map<String, Integer> INDEX = positions();

    private Columns() {}

    private static Property folded(String name, Kind kind, String doc) {
        return new Property(name, kind, Unit.NONE, false, doc);
    }

    /** Every property with a column, in the order of the columns; never a {@link Kind#LONG_TEXT}. */
    static List<Property> all() {
        return ALL;
    }

    /** Where {@code name} stands in {@link #all}; null when it has no column. */
    static @Nullable Integer index(String name) {
        return INDEX.get(name);
    }

    private static List<Property> gathered() {
        var columns = new ArrayList<Property>();
        Catalog.properties().stream().filter(p -> p.kind() != Kind.LONG_TEXT).forEach(columns::add);
        FOLDED.stream().filter(p -> Catalog.property(p.name()).isEmpty()).forEach(columns::add);
        return List.copyOf(columns);
    }

    private static Map<String, Integer> positions() {
        return ALL.stream().collect(Collectors.toUnmodifiableMap(Property::name, ALL::indexOf));
    }

    /** Names of texts that lie apart from the event's row. */
    static final Set<String> LONG_TEXTS = Catalog.properties().stream()
            .filter(p -> p.kind() == Kind.LONG_TEXT)
            .map(Property::name)
            .collect(Collectors.toUnmodifiableSet());

    /** The column of the property {@code name}, quoted. */
    static String column(String name) {
        return quoted("p_" + name);
    }

    static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    static String type(Kind kind) {
        return switch (kind) {
            case TEXT, LONG_TEXT, JSON -> "VARCHAR";
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    /** {@code write} for every property with a column, joined by {@code ", "}. */
    static String each(Function<Property, String> write) {
        return ALL.stream().map(write).collect(Collectors.joining(", "));
    }
}
