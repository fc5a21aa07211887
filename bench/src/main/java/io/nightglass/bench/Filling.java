package io.nightglass.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Grows a folder through a pane and says how fast it took the events at first and at last. */
final class Filling {
    private static final int STEP = 50_000;
    private static final int TOLD = 500_000;

    private final Path jar;
    private final Path data;
    private final Corpus corpus;

    Filling(Path jar, Path data) {
        this(jar, data, new Corpus(Integer.MAX_VALUE));
    }

    Filling(Path jar, Path data, Corpus corpus) {
        this.jar = jar;
        this.data = data;
        this.corpus = corpus;
    }

    /** Sends until {@code count} events were sent in all, over every pane this folder had. */
    void fillTo(int count) throws IOException {
        var mark = data.resolveSibling("sent");
        int sent = Files.exists(mark) ? Integer.parseInt(Files.readString(mark).strip()) : 0;
        if (sent >= count) {
            return;
        }
        corpus.inOrderOfTime(sent, count);
        try (var pane = PaneProcess.start(jar, data, Ports.free())) {
            var load = new Load(pane.host(), 16, true);
            var took = Duration.ZERO;
            int since = 0;
            while (sent < count) {
                int part = Math.min(STEP, count - sent);
                took = took.plus(load.full(corpus.bodies(part)).wall());
                sent += part;
                since += part;
                if (since >= TOLD || sent == count) {
                    System.out.printf(
                            "%,12d events: %,8.0f events/s, %d MB resident%n",
                            sent, since / (took.toNanos() / 1e9), pane.residentMegabytes());
                    took = Duration.ZERO;
                    since = 0;
                    Files.writeString(mark, Integer.toString(sent));
                }
            }
        }
    }
}
