package io.nightglass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** What a pane answers to HogQL over HTTP. */
public final class Asked {
    private Asked() {}

    /** Each row of the answer as its values with blanks between. */
    public static List<String> rows(LivePane pane, String hogql) {
        var body = JsonMapper.shared().createObjectNode();
        body.putObject("query").put("kind", "HogQLQuery").put("query", hogql);
        var answer = pane.post(
                "/api/projects/@current/query/", body.toString(), "Authorization", "Bearer " + LivePane.PERSONAL);
        assertEquals(200, answer.statusCode(), answer.body());
        var rows = new ArrayList<String>();
        for (var row : LivePane.json(answer).path("results").values()) {
            rows.add(String.join(
                    " ",
                    row.values().stream()
                            .map(cell -> cell.isString() ? cell.stringValue() : cell.toString())
                            .toList()));
        }
        return rows;
    }
}
