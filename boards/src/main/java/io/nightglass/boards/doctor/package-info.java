/**
 * What goes wrong in real loops, looked for in the events kept.
 *
 * <p>Start here: {@link io.nightglass.boards.doctor.Doctor}.
 */
@NullMarked
package io.nightglass.boards.doctor;

import org.jspecify.annotations.NullMarked;
