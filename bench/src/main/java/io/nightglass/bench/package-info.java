/** Start here. */
@NullMarked
package io.nightglass.bench;

import org.jspecify.annotations.NullMarked;
