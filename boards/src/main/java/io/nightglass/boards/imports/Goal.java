package io.nightglass.boards.imports;

import io.nightglass.catalog.Direction;
import org.jspecify.annotations.Nullable;

/** What a {@code config} line of a JSON log says its rows are after. */
public record Goal(@Nullable String metric, @Nullable Direction direction) {}
