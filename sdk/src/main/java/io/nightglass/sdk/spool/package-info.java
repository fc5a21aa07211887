/** Events on disk until they are delivered (docs/decisions/0023-sdk-spool.md). Start here: {@link Spool}. */
@NullMarked
package io.nightglass.sdk.spool;

import org.jspecify.annotations.NullMarked;
