/** Start here. */
@NullMarked
package io.nightglass.server;

import org.jspecify.annotations.NullMarked;
