package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.nightglass.store.MetadataStore;
import io.nightglass.store.MetadataStore.Annotation;
import io.nightglass.store.Rows;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbMetadataStoreTest {
    @TempDir
    private Path home;

    @Test
    void keepsAnnotationsByTheMomentTheyMarkAcrossRestarts() {
        Annotation later;
        Annotation earlier;
        try (var store = Stores.open(home)) {
            later = store.metadata().annotate(Rows.T0.plusSeconds(60), "it's \"later\"", null);
            earlier = store.metadata().annotate(Rows.T0, "earlier", "planner");
            assertEquals(List.of(1L, 2L), List.of(later.id(), earlier.id()));
        }
        try (var store = Stores.open(home)) {
            assertEquals(List.of(earlier, later), store.metadata().annotations(Instant.MIN, Instant.MAX));
            assertEquals(List.of(earlier), store.metadata().annotations(Rows.T0, Rows.T0.plusSeconds(60)));
        }
    }

    @Test
    void changesAnAnnotationAndHidesADeletedOne() {
        try (var store = Stores.open(home)) {
            var metadata = store.metadata();
            long id = metadata.annotate(Rows.T0, "old", "ops").id();
            var changed = metadata.change(
                            id,
                            true,
                            note -> new MetadataStore.Note(
                                    note.at(), "new", note.author(), "GIT", "dashboard", 7L, null))
                    .orElseThrow();
            assertEquals("new", changed.content());
            assertEquals(7L, changed.note().dashboardItem());
            assertEquals(List.of(), metadata.annotations(Instant.MIN, Instant.MAX));
            assertEquals(changed, metadata.annotation(id).orElseThrow());
            assertEquals(
                    false,
                    metadata.change(id, false, note -> note).orElseThrow().deleted());
            assertEquals(1, metadata.annotations(Instant.MIN, Instant.MAX).size());
            assertEquals(Optional.empty(), metadata.change(99, null, note -> note));
        }
    }

    @Test
    void keepsTheLastValueOfASettingApartFromTheStoresOwn() {
        try (var store = Stores.open(home)) {
            assertNull(store.metadata().setting("watermark"));
            store.metadata().keepSetting("watermark", "mine");
            store.metadata().keepSetting("watermark", "mine again");
            store.append(Rows.many("a", 3));
            assertEquals(1, Stores.number(store, "SELECT count(*) FROM persons"));
        }
        try (var store = Stores.open(home)) {
            assertEquals("mine again", store.metadata().setting("watermark"));
        }
    }

    @Test
    void givesEveryAnnotationItsOwnIdHoweverManyWriteAtOnce() throws Exception {
        try (var store = Stores.open(home)) {
            try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 20; i++) {
                    callers.submit(() -> store.metadata().annotate(Rows.T0, "same", null));
                }
            }
            assertEquals(20, Stores.number(store, "SELECT count(DISTINCT id) FROM annotations"));
        }
    }
}
