package io.nightglass.store.duckdb;

import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import io.nightglass.store.StoreException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A second process on a folder: keeps batches, and prints a line for each one that is kept. */
final class Child {
    static final int ROWS = 50;
    private static final int THREADS = 4;

    private Child() {}

    /** Arguments: folder, and the round of killings it belongs to, so that its batches have names of their own. */
    public static void main(String[] arguments) {
        try (var store = Stores.open(Path.of(arguments[0]))) {
            System.out.println("open");
            int generation = Integer.parseInt(arguments[1]);
            var threads = new ArrayList<Thread>();
            for (int t = 0; t < THREADS; t++) {
                int thread = t;
                threads.add(Thread.ofPlatform().start(() -> send(store, generation * THREADS + thread)));
            }
            for (var thread : threads) {
                thread.join();
            }
        } catch (StoreException e) {
            System.out.println(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(DuckDbEventStore store, int sender) {
        for (int number = 0; number < 10_000; number++) {
            store.append(batch(sender, number));
            System.out.println("kept " + sender + " " + number);
        }
    }

    /** The rows of one batch, each with a uuid that names sender, batch and row. */
    static List<EventRow> batch(int sender, int number) {
        var rows = new ArrayList<EventRow>(ROWS);
        for (int i = 0; i < ROWS; i++) {
            var event = i % 5 == 0 ? "round_started" : i % 5 == 4 ? "round_reverted" : "step.plan";
            rows.add(Rows.event(event)
                    .uuid(new UUID(sender, (long) number * ROWS + i))
                    .round("R" + sender + "-" + (number * ROWS + i) / 20)
                    .run("RUN" + sender)
                    .at(i)
                    .row());
        }
        return rows;
    }

    static Process start(Path folder, int generation) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString(),
                        Integer.toString(generation))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
