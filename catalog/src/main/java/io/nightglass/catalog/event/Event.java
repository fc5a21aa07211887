package io.nightglass.catalog.event;

/**
 * Something a loop, its judge, its router or its model client says. The names are those of the wire; the properties of a
 * record, in order, are the event's own, and the envelope comes on top of them.
 */
public sealed interface Event permits RoundStarted, RoundScored {}
