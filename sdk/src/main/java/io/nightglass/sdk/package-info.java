/** Start here. */
@NullMarked
package io.nightglass.sdk;

import org.jspecify.annotations.NullMarked;
