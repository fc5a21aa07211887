package io.nightglass.boards.calls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.nightglass.boards.Asker;
import io.nightglass.hogql.CheckedQuery;
import io.nightglass.hogql.Tables;
import io.nightglass.store.EventRow;
import io.nightglass.store.EventStore;
import io.nightglass.store.Limits;
import io.nightglass.store.Table;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of calls read the narrow table of calls and nothing else, however much text lies beside it. */
class NarrowReadTest {
    private static final Pattern READ = Pattern.compile("Table: *\\S*?(\\w+)\\s");

    @TempDir
    Path folder = Path.of(".");

    @Test
    void noListOfCallsReadsEventsOrTheirTexts() {
        var told = new ToldCalls();
        for (int i = 0; i < 100; i++) {
            told.call(
                    i,
                    "2026-05-14T10:00:00Z",
                    "r",
                    "{\"$ai_model\":\"m\",\"$ai_input\":\"a long prompt\",\"$ai_session_id\":\"s\"}");
        }
        try (var store = told.store(folder)) {
            var plans = new Plans(store, new ArrayList<>());
            var calls = new Calls(new Asker(plans, ZoneOffset.UTC, ToldCalls.CLOCK));
            var from = Instant.parse("2026-05-01T00:00:00Z");
            var filter =
                    new CallFilter(from, ToldCalls.CLOCK.instant(), Map.of(CallField.MODEL, "m"), false, null, null);
            for (var by : CallSort.By.values()) {
                assertEquals(
                        40,
                        calls.page(filter, new CallSort(by, true), null, 40)
                                .calls()
                                .size());
            }
            calls.summary(filter);
            calls.promptSizes(filter, Bucket.DAY);
            calls.choices(from, ToldCalls.CLOCK.instant());
            calls.named(ToldCalls.id(1));
            new Sessions(calls.asker()).page(filter, null, 40);
            var read = new TreeSet<String>();
            for (var line : plans.lines) {
                var table = READ.matcher(line + " ");
                if (table.find()) {
                    read.add(table.group(1));
                }
            }
            assertEquals(Set.of("generations"), read, () -> String.join("\n", plans.lines));
            assertFalse(plans.lines.stream().anyMatch(line -> line.contains("event_texts")));
        }
    }

    /** The real store, and how it answered. */
    private record Plans(EventStore store, List<String> lines) implements EventStore {
        @Override
        public Table query(CheckedQuery query, Limits limits) {
            lines.addAll(store.explain(query, limits));
            return store.query(query, limits);
        }

        @Override
        public List<Table> query(List<CheckedQuery> queries, Limits limits) {
            queries.forEach(query -> lines.addAll(store.explain(query, limits)));
            return store.query(queries, limits);
        }

        @Override
        public List<String> explain(CheckedQuery query, Limits limits) {
            return store.explain(query, limits);
        }

        @Override
        public Receipt append(List<EventRow> rows) {
            return store.append(rows);
        }

        @Override
        public Tables tables() {
            return store.tables();
        }

        @Override
        public long version() {
            return store.version();
        }

        @Override
        public void check(Duration longest) {
            store.check(longest);
        }

        @Override
        public void close() {
            store.close();
        }
    }
}
