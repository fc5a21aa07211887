package io.nightglass.cli.sample;

import java.time.Instant;

/** A change in the story, for the annotations of the pane. */
public record SampleAnnotation(Instant at, String content) {}
