package io.nightglass.server.page.trace;

/** A piece of the written tree, one after the other. */
public sealed interface Part {
    /** @param open whether what hangs under it is in sight; null when nothing does */
    record Shown(Row row, @org.jspecify.annotations.Nullable Boolean open) implements Part {}

    /** From here on hangs under the row before, which is closed: kept ready and not drawn. */
    record Folded() implements Part {}

    /** Ends it. */
    record Unfolded() implements Part {}
}
