package io.nightglass.boards.trace;

import io.nightglass.boards.Asker;
import io.nightglass.store.duckdb.DuckDbEventStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;

/** A real store, and the trees of the rounds told to it, one node to a line. */
final class TraceOutline implements AutoCloseable {
    private static final InstantSource CLOCK = InstantSource.fixed(ToldRound.BEGAN.plusSeconds(3_600));

    private final DuckDbEventStore store;

    TraceOutline(Path folder) {
        store = DuckDbEventStore.open(folder, CLOCK);
    }

    DuckDbEventStore store() {
        return store;
    }

    Trace read(String round) {
        return new TraceReader(new Asker(store, ZoneOffset.UTC, CLOCK))
                .read(round)
                .orElseThrow();
    }

    Trace tell(ToldRound round) {
        store.append(round.rows());
        return read(round.id());
    }

    /** {@code event name [start..end]}, indented; {@code ?} after one that is unplaced. */
    String of(ToldRound round) {
        var trace = tell(round);
        var text = new StringBuilder();
        write(text, trace, trace.nodes(), "");
        return text.toString();
    }

    private static void write(StringBuilder text, Trace trace, List<Node> nodes, String indent) {
        for (var node : nodes) {
            var item = node.item();
            var extent = item.extent();
            text.append(indent).append(item.event().event());
            text.append(item.name().equals(item.event().event()) ? "" : " " + item.name());
            text.append(" ").append((extent.start() - trace.start()) / 1000);
            text.append(extent.duration() == null ? "" : ".." + (extent.end() - trace.start()) / 1000);
            text.append(item.ok() == null ? "" : item.ok() ? " ok" : " failed");
            text.append(node.placed() ? "" : " ?").append("\n");
            write(text, trace, node.children(), indent + "  ");
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
