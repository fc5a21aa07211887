package io.nightglass.sdk.spool;

import java.nio.file.Path;

/** A file of a journal is not a segment this version reads. It is left where it is. */
final class ForeignSegmentException extends Exception {
    private static final long serialVersionUID = 1L;

    ForeignSegmentException(Path file, int version) {
        super("%s is a segment of version %d; this SDK reads version %d and leaves it where it is"
                .formatted(file, version, Segment.VERSION));
    }
}
