package io.nightglass.sdk.spool;

/**
 * An event that waits.
 *
 * @param sequence its place in its journal, from 1
 * @param json what travels: one element of a capture batch, in UTF-8; not to be changed
 */
public record Stored(long sequence, byte[] json) {}
