package io.nightglass.server;

import io.nightglass.store.EventStore;
import io.nightglass.store.MetadataStore;

/** What a server keeps everything in. The server closes them when it closes. */
public record Storage(EventStore events, MetadataStore metadata) {}
