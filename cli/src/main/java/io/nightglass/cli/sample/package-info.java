/**
 * Fourteen sample nights of three invented loops, the same for everybody: what the demo shows. No language model wrote a
 * word of it while it runs; chance comes from a seed, and the story (a prompt that hurts, a loop that stalls, a run that
 * dies) from {@link io.nightglass.cli.sample.Nights}.
 *
 * <p>Start here: {@link io.nightglass.cli.sample.SampleNights}.
 */
@NullMarked
package io.nightglass.cli.sample;

import org.jspecify.annotations.NullMarked;
