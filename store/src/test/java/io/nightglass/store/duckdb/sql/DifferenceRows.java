package io.nightglass.store.duckdb.sql;

import io.nightglass.catalog.Kind;
import io.nightglass.hogql.ValueType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The same rows put into both engines. */
final class DifferenceRows {
    /** Properties a question may ask for; in ClickHouse each has a column called {@code properties.name}. */
    static final Map<String, Kind> ASKED = asked();

    private static final double NAN = Double.NaN;
    private static final double INF = Double.POSITIVE_INFINITY;

    private static final List<Long> WHOLE = List.of(
            0L,
            1L,
            -1L,
            2L,
            3L,
            7L,
            -7L,
            10L,
            9L,
            1250L,
            -1250L,
            3L,
            100L,
            255L,
            256L,
            65_536L,
            2_147_483_648L,
            7L,
            -100L,
            5L);
    private static final List<Double> REAL = List.of(
            0.0, -0.0, 0.5, 1.5, 2.5, -2.5, 0.25, NAN, INF, -INF, 1e300, 1e-300, 0.1, 2.675, 1e20, 1e21, -7.75, 3.0,
            NAN, 100.0);
    private static final List<String> WORDS = List.of(
            "",
            "a",
            "A",
            "b",
            "10",
            "9",
            "straße",
            "Ünïcode É",
            "a,b,c",
            " pad ",
            "12.5",
            "NaN",
            "it's",
            "back\\slash",
            "100%",
            "a_b",
            "ß",
            "日本語",
            "A",
            "line\nbreak");
    private static final List<String> MOMENTS = List.of(
            "2026-03-29 00:59:59.999999",
            "2026-03-29 01:00:00",
            "2026-03-29 01:30:00.25",
            "2026-10-25 00:30:00",
            "2026-10-25 01:30:00",
            "2026-01-31 10:47:33.5",
            "2026-02-28 23:30:00",
            "2024-02-29 12:00:00",
            "2026-12-31 23:00:00",
            "2027-01-01 00:00:00",
            "2026-03-01 00:00:00",
            "2026-03-30 22:00:00",
            "2026-03-30 21:59:59",
            "2001-03-01 00:00:00",
            "2026-05-31 12:00:00",
            "2026-06-07 22:00:00",
            "2026-06-07 21:59:59",
            "2026-03-29 01:00:00",
            "2026-08-31 06:07:08",
            "2026-11-11 11:11:11.111111");

    private DifferenceRows() {}

    private static Map<String, Kind> asked() {
        var asked = new TreeMap<>(FixtureTables.KINDS);
        FixtureTables.PROMOTED.keySet().forEach(name -> asked.put(name, Kind.NUMBER));
        for (var name : List.of("n", "note", "night", "flag", "nested", "x y", "a'b", "straße", "never")) {
            asked.put(name, Kind.TEXT);
        }
        asked.remove("$ai_input");
        return Map.copyOf(asked);
    }

    private record Event(
            String event,
            Instant at,
            String person,
            @Nullable String round,
            String properties) {}

    private static List<Event> events() throws IOException {
        var events = new ArrayList<Event>();
        for (var line : Files.readAllLines(Path.of("src/test/resources/clickhouse/events.txt"))) {
            var parts = line.split("\\|", 5);
            events.add(new Event(parts[0], moment(parts[1]), parts[2], parts[3].isEmpty() ? null : parts[3], parts[4]));
        }
        return events;
    }

    private static Instant moment(String utc) {
        return Instant.parse(utc.replace(' ', 'T') + "Z");
    }

    /** Every third value of a nullable column is missing, in an order of its own. */
    private static List<@Nullable Object> cells(int row) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add((long) row);
        cells.add(WHOLE.get(row));
        cells.add(row % 3 == 1 ? null : WHOLE.get((row * 7 + 3) % 20));
        cells.add(REAL.get(row));
        cells.add(row % 4 == 2 ? null : REAL.get((row * 3 + 5) % 20));
        cells.add(WORDS.get(row));
        cells.add(row % 3 == 0 ? null : WORDS.get((row * 11 + 1) % 20));
        cells.add(row % 2 == 0);
        cells.add(row % 5 == 0 ? null : (Object) (row % 3 == 0));
        cells.add(moment(MOMENTS.get(row)));
        cells.add(row % 6 == 1 ? null : moment(MOMENTS.get((row + 7) % 20)));
        cells.add(LocalDate.parse(MOMENTS.get(row).substring(0, 10)));
        cells.add(
                row % 7 == 3
                        ? null
                        : LocalDate.parse(MOMENTS.get((row + 2) % 20).substring(0, 10)));
        cells.add(new UUID(0x4000L, 0x8000_0000_0000_0000L + row));
        return cells;
    }

    static void fill(Connection connection) throws SQLException, IOException {
        run(connection, "SET TimeZone = 'America/New_York'");
        var own = FixtureTables.KINDS.entrySet().stream()
                .filter(property -> property.getValue() != Kind.LONG_TEXT)
                .map(property -> "%s %s".formatted(Quote.name("p_" + property.getKey()), stored(property.getValue())))
                .collect(Collectors.joining(", "));
        run(
                connection,
                ("CREATE TABLE events (seq BIGINT, uuid UUID, event VARCHAR, timestamp TIMESTAMP, distinct_id VARCHAR,"
                                + " round_id VARCHAR, properties VARCHAR, project VARCHAR, %s, n_1 DOUBLE, n_2 DOUBLE)")
                        .formatted(own));
        int seq = 0;
        for (var event : events()) {
            seq++;
            run(
                    connection,
                    ("INSERT INTO events (seq, uuid, event, timestamp, distinct_id, round_id, properties) VALUES"
                                    + " (%d, '00000000-0000-4000-8000-%012d', %s, %s, %s, %s, %s)")
                            .formatted(
                                    seq,
                                    seq,
                                    Quote.constant(event.event),
                                    Quote.constant(event.at),
                                    Quote.constant(event.person),
                                    Quote.constant(event.round),
                                    Quote.constant(event.properties)));
        }
        run(connection, "UPDATE events SET project = json_extract_string(properties, '/project')");
        for (var property : FixtureTables.KINDS.entrySet()) {
            if (property.getValue() != Kind.LONG_TEXT) {
                promote(connection, property.getKey(), "p_" + property.getKey(), property.getValue());
            }
        }
        for (var promoted : FixtureTables.PROMOTED.entrySet()) {
            promote(connection, promoted.getKey(), promoted.getValue(), Kind.NUMBER);
        }
        var columns = new DifferenceTables().table("cells").orElseThrow().columns();
        run(
                connection,
                columns.stream()
                        .map(column -> column.name() + " " + stored(column.type()))
                        .collect(Collectors.joining(", ", "CREATE TABLE cells (", ")")));
        run(
                connection,
                "INSERT INTO cells VALUES "
                        + IntStream.range(0, WHOLE.size())
                                .mapToObj(row -> cells(row).stream()
                                        .map(Quote::constant)
                                        .collect(Collectors.joining(", ", "(", ")")))
                                .collect(Collectors.joining(", ")));
    }

    private static void promote(Connection connection, String property, String column, Kind kind) throws SQLException {
        run(
                connection,
                "UPDATE events SET %s = TRY_CAST(json_extract_string(properties, %s) AS %s)"
                        .formatted(Quote.name(column), Quote.pointer(List.of(property)), stored(kind)));
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String stored(Kind kind) {
        return switch (kind) {
            case TEXT, JSON, LONG_TEXT -> "VARCHAR";
            case NUMBER -> "DOUBLE";
            case INTEGER -> "BIGINT";
            case BOOLEAN -> "BOOLEAN";
        };
    }

    private static String stored(ValueType type) {
        return switch (type.wire()) {
            case "Int64" -> "BIGINT";
            case "Float64" -> "DOUBLE";
            case "Bool" -> "BOOLEAN";
            case "DateTime64(6)" -> "TIMESTAMP";
            case "Date" -> "DATE";
            case "UUID" -> "UUID";
            default -> "VARCHAR";
        };
    }

    static void fill(ClickHouse clickHouse) throws IOException {
        var properties = ASKED.entrySet().stream()
                .map(property -> "`properties.%s` %s"
                        .formatted(property.getKey(), column(property.getKey(), property.getValue())))
                .collect(Collectors.joining(", "));
        clickHouse.run(("CREATE TABLE events (uuid UUID, event String, timestamp DateTime64(6, 'Europe/Berlin'),"
                        + " distinct_id String, properties String, project Nullable(String), round_id Nullable(String),"
                        + " %s) ENGINE = Memory")
                .formatted(properties));
        int seq = 0;
        for (var event : events()) {
            seq++;
            clickHouse.run(("INSERT INTO events (uuid, event, timestamp, distinct_id, properties, project, round_id)"
                            + " SELECT '00000000-0000-4000-8000-%012d', %s, %s, %s, %s, `properties.project`, %s FROM"
                            + " (SELECT %s AS properties, %s AS `properties.project`)")
                    .formatted(
                            seq,
                            ClickHouseText.constant(event.event),
                            ClickHouseText.constant(event.at),
                            ClickHouseText.constant(event.person),
                            ClickHouseText.constant(event.properties),
                            ClickHouseText.constant(event.round),
                            ClickHouseText.constant(event.properties),
                            ClickHouseText.property(List.of("project"))));
        }
        var columns = new DifferenceTables().table("cells").orElseThrow().columns();
        clickHouse.run(columns.stream()
                .map(column -> "%s %s".formatted(column.name(), spelled(column.type(), column.nullable())))
                .collect(Collectors.joining(", ", "CREATE TABLE cells (", ") ENGINE = Memory")));
        clickHouse.run("INSERT INTO cells VALUES "
                + IntStream.range(0, WHOLE.size())
                        .mapToObj(row -> cells(row).stream()
                                .map(ClickHouseText::constant)
                                .collect(Collectors.joining(", ", "(", ")")))
                        .collect(Collectors.joining(", ")));
        ClickHouseText.FUNCTIONS.lines().filter(line -> !line.isBlank()).forEach(clickHouse::run);
    }

    private static String spelled(ValueType type, boolean nullable) {
        var spelled = type == ValueType.DATETIME ? "DateTime64(6, 'Europe/Berlin')" : type.wire();
        return nullable ? "Nullable(%s)".formatted(spelled) : spelled;
    }

    /** A property has the type PostHog knows of it, else it is a text; what is missing or of another type is NULL. */
    private static String column(String name, Kind kind) {
        var text = ClickHouseText.property(List.of(name));
        return switch (kind) {
            case TEXT, JSON, LONG_TEXT -> "Nullable(String) MATERIALIZED " + text;
            case NUMBER -> "Nullable(Float64) MATERIALIZED toFloat64OrNull(%s)".formatted(text);
            case INTEGER -> "Nullable(Int64) MATERIALIZED toInt64OrNull(%s)".formatted(text);
            case BOOLEAN ->
                "Nullable(Bool) MATERIALIZED accurateCastOrNull(transform(%s, ['true', 'false'], ['1', '0'], NULL), 'Bool')"
                        .formatted(text);
        };
    }
}
