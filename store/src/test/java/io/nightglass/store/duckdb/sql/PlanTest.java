package io.nightglass.store.duckdb.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The engine gets bare columns beside constants, so that its zone maps can skip blocks. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanTest {
    private Fixture fixture;

    @BeforeAll
    void open() throws SQLException {
        fixture = Fixture.open();
    }

    @AfterAll
    void close() throws SQLException {
        fixture.close();
    }

    @Test
    void comparesTheStoredMomentWithAConstant() throws SQLException {
        for (var condition : new String[] {
            "timestamp > now() - INTERVAL 30 DAY",
            "timestamp >= today() - 7",
            "timestamp >= '2026-03-01'",
            "timestamp > dateSub('month', 1, now())",
            "toDate(timestamp) >= '2026-03-01'",
            "timestamp >= toStartOfMonth(now())"
        }) {
            var plan = fixture.plan("select count() from events where event = 'round_scored' and " + condition);
            assertTrue(
                    plan.matches("(?s).*timestamp >=? .20.*") && !plan.contains("timezone("), condition + "\n" + plan);
        }
    }

    @Test
    void readsTypedColumnsAndNoJson() throws SQLException {
        var plan = fixture.plan(
                "select max(toFloat(properties.score)), any(properties.project), sum(properties.dim_depth) "
                        + "from events where properties.$ai_is_error = 'true' and properties.$ai_input_tokens > '9'");
        assertFalse(plan.contains("json"), plan);
        assertFalse(plan.contains("CAST"), plan);
    }
}
