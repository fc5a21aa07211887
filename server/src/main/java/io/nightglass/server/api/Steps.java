package io.nightglass.server.api;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;

/** How long each step of an answer took. Used by one thread at a time. */
final class Steps {
    private final Map<String, Long> nanos = new LinkedHashMap<>();

    /** What {@code work} gives, with its time counted under {@code name}; times of one name add up. */
    <T> T time(String name, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.merge(name, System.nanoTime() - start, Long::sum);
        }
    }

    /** {@code [{"k":"./parse","t":0.001}, ..., {"k":".","t":0.01}]}: the sum last, in seconds. */
    void write(ArrayNode timings) {
        long sum = 0;
        for (var step : nanos.entrySet()) {
            timings.addObject().put("k", "./" + step.getKey()).put("t", step.getValue() / 1e9);
            sum += step.getValue();
        }
        timings.addObject().put("k", ".").put("t", sum / 1e9);
    }
}
