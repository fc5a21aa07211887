package io.nightglass.boards;

import io.nightglass.catalog.Envelope;
import io.nightglass.store.EventRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Events as a loop would have said them, one line each. */
record Said(@Nullable String project, String client) {

    EventRow at(String time, String event, @Nullable String round, String json) {
        var properties = (ObjectNode) JsonMapper.shared().readTree(json);
        var moment = Instant.parse(time);
        var envelope = new Envelope(project, client, null, round, "planner", null);
        if (project != null) {
            properties.put("project", project);
        }
        if (round != null) {
            properties.put("round_id", round);
        }
        return new EventRow(UUID.randomUUID(), event, moment, "someone", envelope, properties, moment, List.of());
    }
}
