/**
 * Logs that loops kept before there was a pane, read as rounds. Nothing here talks to a pane: it reads files and builds
 * events; the command sends them.
 *
 * <p>Start here: {@link io.nightglass.boards.imports.LogReader}, which turns one file into an {@link
 * io.nightglass.boards.imports.ImportedLog}; then {@link io.nightglass.boards.imports.Facts} (what is in it) and {@link
 * io.nightglass.boards.imports.RoundEvents} (what it becomes). {@code docs/import.md} has the rules in words.
 */
@NullMarked
package io.nightglass.boards.imports;

import org.jspecify.annotations.NullMarked;
