package io.nightglass.boards.trace;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one node shows: an event, or a tool's call and its return.
 *
 * @param returned of a tool whose call is {@code event}
 */
public record Item(Kind kind, TraceEvent event, @Nullable TraceEvent returned, Extent extent) {
    /** By start; at the same moment a round or a suite begins before all else and a round ends after it; then by uuid. */
    static final Comparator<Item> IN_TIME = Comparator.<Item>comparingLong(
                    item -> item.extent().start())
            .thenComparingInt(item -> place(item.event().event()))
            .thenComparing(item -> item.event().uuid());

    static Item of(TraceEvent event) {
        return new Item(Kind.of(event.event()), event, null, Extent.of(event));
    }

    static Item pair(TraceEvent called, TraceEvent returned) {
        return new Item(Kind.TOOL, called, returned, Extent.between(called, returned));
    }

    /** Unique in a trace: the uuid of its first event. */
    public String id() {
        return event.uuid().toString();
    }

    public List<UUID> uuids() {
        return returned == null ? List.of(event.uuid()) : List.of(event.uuid(), returned.uuid());
    }

    public TraceEvent.Ids ids() {
        return event.ids();
    }

    public @Nullable String agent() {
        return event.agent();
    }

    public @Nullable String tool() {
        return event.labels().tool();
    }

    /** What to call it; the event's own name when nothing better was said. */
    public String name() {
        var labels = event.labels();
        return switch (kind) {
            case CALL, SPAN -> first(labels.span(), ids().span(), agent());
            case TOOL -> first(labels.tool());
            case EVAL_RUN -> first(labels.suite(), ids().suite());
            case EVAL_CASE -> first(ids().caseId(), labels.dim());
            case RETRY -> first(labels.tool());
            case EVENT -> isRegression() ? first(ids().caseId(), labels.dim()) : event.event();
        };
    }

    /** Null when it is not something that works or fails, or nobody said. */
    public @Nullable Boolean ok() {
        return switch (kind) {
            case CALL, SPAN -> !Boolean.TRUE.equals(event.call().failed());
            case TOOL -> (returned == null ? event : returned).call().ok();
            case EVAL_CASE -> event.figures().passed();
            case EVAL_RUN, RETRY, EVENT -> null;
        };
    }

    /** Of a model call: what it cost, when known. Spans repeat what their calls cost. */
    public @Nullable Double cost() {
        return kind == Kind.CALL ? event.call().cost() : null;
    }

    /** The beginning of what went wrong, where something did. */
    public @Nullable String problem() {
        return (returned == null ? event : returned).figures().problem();
    }

    /** A return without its call. */
    boolean isOrphan() {
        return event.event().equals(Kind.TOOL_RETURNED);
    }

    boolean isRegression() {
        return event.event().equals(Kind.REGRESSION);
    }

    boolean isTrace() {
        return event.event().equals(Kind.TRACE);
    }

    private String first(@Nullable String... names) {
        return Stream.of(names).filter(Objects::nonNull).findFirst().orElse(event.event());
    }

    private static int place(String event) {
        return switch (event) {
            case "round_started" -> 0;
            case "eval.run" -> 1;
            case "round_scored" -> 3;
            case "round_kept", "round_reverted" -> 4;
            default -> 2;
        };
    }
}
