package io.nightglass.server;

import io.nightglass.store.EventStore;
import io.nightglass.store.MetadataStore;

/** What a server keeps everything in. Whoever opened the two closes them, after the server. */
public record Storage(EventStore events, MetadataStore metadata) {}
