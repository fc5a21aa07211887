package io.nightglass.sdk;

import io.nightglass.sdk.spool.SpoolSettings;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A loop that tracks without end, and says on standard output, after each event, up to which number track returned. */
public final class EndlessLoop {
    private EndlessLoop() {}

    /** @param arguments host, spool folder, first number */
    public static void main(String[] arguments) throws IOException {
        var line = Nightglass.open(Config.of(Map.of())
                .to(URI.create(arguments[0]), "phc_test")
                .spool(SpoolSettings.in(Path.of(arguments[1])))
                .every(Duration.ofMillis(20)));
        var said = ByteBuffer.allocate(Integer.BYTES);
        try (var out = new FileOutputStream(java.io.FileDescriptor.out)) {
            for (int n = Integer.parseInt(arguments[2]); ; n++) {
                line.track(
                        "autoresearch:internal:planner", "round_started", Map.of("n", n, "pad", "x".repeat(n % 300)));
                out.write(said.putInt(0, n).array());
            }
        }
    }
}
