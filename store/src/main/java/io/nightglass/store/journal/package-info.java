/**
 * What is durable before it is in any table: append-only files (docs/decisions/0009). Knows bytes, not events.
 *
 * <p>Start here: {@link io.nightglass.store.journal.Journal}.
 */
@NullMarked
package io.nightglass.store.journal;

import org.jspecify.annotations.NullMarked;
