package io.nightglass.boards.calls;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call's place in a list: the next part begins behind it. Found by its value, so that page a thousand takes as long as
 * page two.
 *
 * @param value what the list is ordered by: an Instant, a Double, or null
 */
public record CallPlace(@Nullable Object value, UUID uuid) {

    static CallPlace of(Call call, CallSort.By by) {
        return new CallPlace(
                switch (by) {
                    case TIME -> call.at();
                    case LATENCY -> call.took().latency();
                    case TOKENS -> {
                        var tokens = call.tokens().total();
                        yield tokens == null ? null : Double.valueOf(tokens);
                    }
                    case COST -> call.cost().usd();
                },
                call.uuid());
    }

    /** As it stands in an address. */
    public String wire() {
        return (value == null ? "" : value) + "~" + uuid;
    }

    /** Empty when {@code wire} is no place in a list ordered by {@code by}. */
    public static Optional<CallPlace> read(String wire, CallSort.By by) {
        int tilde = wire.lastIndexOf('~');
        if (tilde < 0) {
            return Optional.empty();
        }
        try {
            var value = wire.substring(0, tilde);
            var uuid = UUID.fromString(wire.substring(tilde + 1));
            return Optional.of(new CallPlace(value.isEmpty() ? null : value(value, by), uuid));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Object value(String text, CallSort.By by) {
        return switch (by) {
            case TIME -> Instant.parse(text);
            case LATENCY, TOKENS, COST -> Double.valueOf(text);
        };
    }
}
