package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.catalog.Warning;
import io.nightglass.store.EventRow;
import io.nightglass.store.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowCodecTest {
    @Test
    void aRowComesBackAsItWasMadeReady() {
        var row = Rows.event("$ai_generation")
                .round("R1")
                .run("RUN1")
                .at(7)
                .with("$ai_input", "[{\"role\":\"user\",\"content\":\"h\u00e9 \ud83d\ude00 \\u0000\"}]")
                .with("score", "0.1")
                .with("dim_a", "\"0.25\"")
                .with("nested", "{\"a\":[1,2.50,1e400,null,true]}")
                .with("$set", "{\"team\":\"gtm\"}")
                .row();
        var odd = new EventRow(
                row.uuid(),
                row.event(),
                row.timestamp(),
                row.distinctId(),
                row.envelope(),
                row.properties(),
                row.receivedAt(),
                List.of(
                        new Warning(Warning.Kind.MISSING_ENVELOPE, null, "whole"),
                        new Warning(Warning.Kind.MISTYPED_PROPERTY, "score", "text")));
        for (var one : List.of(row, odd, Rows.event("").row())) {
            var prepared = PreparedRow.of(one);
            assertEquals(prepared, RowCodec.decode(RowCodec.encode(prepared)));
        }
    }
}
