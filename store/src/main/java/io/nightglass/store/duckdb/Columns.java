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
 * The columns that {@code events} has for properties: the catalog's, and two that {@code persons} and {@code
 * sessions} are told by.
 */
final class Columns {
    /** Read by {@link PersonFold}; no event record names it, for any event may carry it. */
    private static final Property PROFILE = new Property(
            "$process_person_profile", Kind.BOOLEAN, Unit.NONE, false, "false: the event leaves persons alone");

    /** What {@code sessions} are told by. */
    static final Property SESSION =
            new Property("$session_id", Kind.TEXT, Unit.NONE, false, "the sender's session: many events in one go");

    private static final List<Property> ALL = gathered();

    private static final Map<String, Integer> INDEX = positions();

    private Columns() {}

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
        columns.add(PROFILE);
        columns.add(SESSION);
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
        return quoted(bare(name));
    }

    /** The same without quotes. */
    static String bare(String name) {
        return "p_" + name;
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
