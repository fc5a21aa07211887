package io.nightglass.catalog;

import io.nightglass.catalog.sample.EventSamples;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes {@code docs/events.md} and {@code catalog/events.lock} from the records and their samples. */
final class EventDocs {
    private static final JsonMapper PRETTY =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private EventDocs() {}

    /** One line per event and property: name, kind, unit, whether it is asked for. A change of meaning shows in review. */
    static String lock() {
        var lines = new ArrayList<String>();
        Catalog.envelope().forEach(property -> lines.add(lockLine("(envelope)", property)));
        Catalog.context().forEach(property -> lines.add(lockLine("(context)", property)));
        for (var schema : Catalog.schemas()) {
            schema.properties().forEach(property -> lines.add(lockLine(schema.event(), property)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** The whole document. */
    static String markdown() {
        var events = Catalog.schemas().stream()
                .map(schema -> "| [`%s`](#%s) | %s |".formatted(schema.event(), anchor(schema.event()), schema.doc()))
                .collect(Collectors.joining("\n"));
        var sections = new ArrayList<String>();
        sections.add(HEAD.formatted(events, table(Catalog.envelope()), table(Catalog.context())));
        var samples = EventSamples.all();
        for (int i = 0; i < samples.size(); i++) {
            sections.add(section(Catalog.schemas().get(i), samples.get(i)));
        }
        return String.join("\n", sections);
    }

    private static final String HEAD = """
            # Events

            *Generated from the records of the catalog; change those, then run
            `mvn -q -pl catalog test -Dtest=EventDocsTest -Dregenerate=true`.*

            Every event has a name, a `distinct_id` (`{project}:{client}:{agent}`), a timestamp, a uuid and properties: the envelope,
            what it says itself, and, where it helps, the context. Whatever else is sent is kept as it is. A property marked
            **asked for** is missed when absent, and one of the wrong kind is reported: such an event is kept and counted among the
            ingestion warnings. Nothing is refused for what it says.

            Kinds: `text`; `long text` (any size, any JSON, kept apart); `number` (finite; text that spells one counts); `integer`
            (64 bits); `boolean`; `json` (an array or object). Numbers called `dim_*` are the dimensions of a score: their names are
            data, and any number of them may ride on `round_scored`.

            | event | meaning |
            |---|---|
            %s

            ## Envelope

            Who and where, on every event. `project`, `client` and `agent` not sent are read from the three parts of `user_id` or
            `distinct_id`; the six events of a round (`round_started` to `round_reverted`) are asked for their `round_id`.

            %s

            ## Context

            What any event of a loop may say beside its own properties. Where an event has one of these names itself, its own counts.

            %s
            """;

    private static String section(Schema schema, WireEvent sample) {
        return """
                ## %s

                %s.

                %s

                ```json
                %s
                ```
                """.formatted(
                        schema.event(),
                        schema.doc().substring(0, 1).toUpperCase(Locale.ROOT)
                                + schema.doc().substring(1),
                        table(schema.properties()),
                        PRETTY.writeValueAsString(sample.toJson()));
    }

    private static String table(List<Property> properties) {
        var head = Stream.of("| property | kind | unit | asked for | meaning |", "|---|---|---|---|---|");
        var rows = properties.stream()
                .map(property -> "| `%s` | %s | %s | %s | %s |"
                        .formatted(
                                property.name(),
                                kind(property),
                                property.unit().symbol(),
                                property.required() ? "yes" : "",
                                property.doc()));
        return Stream.concat(head, rows).collect(Collectors.joining("\n"));
    }

    private static String lockLine(String event, Property property) {
        var unit = property.unit() == Unit.NONE ? "-" : property.unit().symbol();
        return "%s.%s %s %s %s"
                .formatted(
                        event,
                        property.name(),
                        property.kind().name().toLowerCase(Locale.ROOT),
                        unit,
                        property.required() ? "required" : "optional");
    }

    private static String kind(Property property) {
        return property.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String anchor(String heading) {
        return heading.replaceAll("[^a-z0-9_-]", "");
    }
}
