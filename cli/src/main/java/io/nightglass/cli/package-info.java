/** Start here. */
@NullMarked
package io.nightglass.cli;

import org.jspecify.annotations.NullMarked;
