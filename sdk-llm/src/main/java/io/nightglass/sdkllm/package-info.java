/** Start here. */
@NullMarked
package io.nightglass.sdkllm;

import org.jspecify.annotations.NullMarked;
