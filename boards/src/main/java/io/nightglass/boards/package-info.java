/** Start here. */
@NullMarked
package io.nightglass.boards;

import org.jspecify.annotations.NullMarked;
