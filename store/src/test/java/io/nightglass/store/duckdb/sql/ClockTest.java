package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockTest {
    private static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "America/New_York",
            "Asia/Kolkata",
            "Australia/Lord_Howe",
            "Pacific/Chatham",
            "Asia/Tokyo",
            "UTC");

    /** Every half hour of nine years, the spelled out ones and those before and after. */
    @Test
    void showsWhatJavaShows() throws SQLException {
        try (var fixture = Fixture.open();
                var statement = fixture.connection().createStatement()) {
            for (var name : ZONES) {
                var zone = ZoneId.of(name);
                var sql = new Clock(zone, Fixture.NOW).shown("t", zone);
                var rows = statement.executeQuery(
                        "SELECT t, %s FROM (SELECT unnest(generate_series(TIMESTAMP '2021-01-01', TIMESTAMP '2030-01-01', INTERVAL 30 MINUTE)) AS t)"
                                .formatted(sql));
                while (rows.next()) {
                    var moment = rows.getObject(1, LocalDateTime.class);
                    var shown = moment.atOffset(ZoneOffset.UTC)
                            .atZoneSameInstant(zone)
                            .toLocalDateTime();
                    assertEquals(shown, rows.getObject(2, LocalDateTime.class), name + " at " + moment);
                }
            }
        }
    }

    @Test
    void knowsZonesOfWholeHours() {
        assertTrue(Clock.hasWholeHours(ZoneId.of("Europe/Berlin")));
        assertTrue(Clock.hasWholeHours(ZoneId.of("UTC")));
        assertFalse(Clock.hasWholeHours(ZoneId.of("Asia/Kolkata")));
        assertFalse(Clock.hasWholeHours(ZoneId.of("Australia/Lord_Howe")));
    }
}
