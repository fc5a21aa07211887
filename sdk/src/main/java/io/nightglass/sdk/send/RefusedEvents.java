package io.nightglass.sdk.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightglass.sdk.spool.Stored;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The dead-letter file: what the host does not take, one JSON object a line, {@code {"why","event"}}. Bounded; beyond the
 * bound events are only counted.
 */
final class RefusedEvents {
    static final long BOUND = 64L << 20;

    private final Path file;
    private final Consumer<String> notices;

    RefusedEvents(Path file, Consumer<String> notices) {
        this.file = file;
        this.notices = notices;
    }

    void add(Stored event, String why) {
        notices.accept("the host refuses an event for good (%s); it is kept in %s".formatted(why, file));
        var line = "{\"why\":%s,\"event\":%s}\n"
                .formatted(JsonMapper.shared().writeValueAsString(why), new String(event.json(), UTF_8));
        try {
            var folder = file.getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            if (!Files.exists(file) || Files.size(file) < BOUND) {
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            notices.accept("cannot keep refused events in %s: %s".formatted(file, e));
        }
    }
}
