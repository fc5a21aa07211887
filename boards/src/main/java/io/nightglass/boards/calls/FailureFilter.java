package io.nightglass.boards.calls;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which failures. A null component does not filter.
 *
 * @param from earliest moment, inclusive
 * @param to exclusive
 */
public record FailureFilter(
        Instant from,
        Instant to,
        @Nullable String project,
        @Nullable String client,
        @Nullable String agent,
        @Nullable FailureKind kind) {

    Map<String, @Nullable Object> values() {
        var values = new HashMap<String, @Nullable Object>();
        values.put("start", from);
        values.put("end", to);
        values.put("project", project);
        values.put("client", client);
        values.put("agent", agent);
        values.put("kind", kind == null ? null : kind.wire());
        Wording.putValues(values);
        return values;
    }

    /** The conditions that are set but the kind's, as HogQL over {@code generations} or {@code events}. */
    String where() {
        return "timestamp >= {start} AND timestamp < {end}"
                + (project == null ? "" : " AND project = {project}")
                + (client == null ? "" : " AND client = {client}")
                + (agent == null ? "" : " AND agent = {agent}");
    }
}
