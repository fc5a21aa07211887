package io.nightglass.server.redaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.re2j.Pattern;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is taken out of an event, and what stays. */
class RedactionTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    private static final Redaction ALL = new Redaction(
            new RedactionRules(Set.of("password", "$ai_input"), List.of(Pattern.compile("ACME-\\d+")), true, true));
    private static final Redaction KEYS = new Redaction(new RedactionRules(Set.of(), List.of(), false, true));

    private static JsonNode cleaned(String event) {
        var json = JSON.readTree(event);
        ALL.clean(json);
        return json;
    }

    private static String property(String value) {
        return cleaned("{\"event\":\"e\",\"properties\":{\"p\":%s}}".formatted(value))
                .path("properties")
                .path("p")
                .toString();
    }

    @Test
    void aNamedPropertyGoesWhereverItStandsAndWhateverItIs() {
        assertEquals("{\"a\":[{\"password\":\"[redacted]\"}]}", property("{\"a\":[{\"password\":{\"x\":1}}]}"));
        assertEquals("{\"password\":null,\"passwords\":1}", property("{\"password\":null,\"passwords\":1}"));
    }

    @Test
    void patternsAndAddressesGoFromTextsAtAnyDepthAndFromNames() {
        assertEquals(
                "[[\"see [redacted], [redacted]\",7,true]]", property("[[\"see ACME-12, jo@example.com\",7,true]]"));
        assertEquals("{\"[redacted]\":1}", property("{\"jo@example.com\":1}"));
        assertEquals(
                "\"https://x.example/?u=[redacted]&b=1\"", property("\"https://x.example/?u=jo%40example.com&b=1\""));
    }

    @Test
    void jsonWithinATextIsReadAsJson() {
        assertEquals(
                "\"{\\\"password\\\":\\\"[redacted]\\\",\\\"n\\\":1}\"",
                property("\"{\\\"password\\\": \\\"x\\\", \\\"n\\\": 1}\""));
        var hidden = "\"{\\\"to\\\":\\\"jo\\\\u0040example.com\\\"}\"";
        assertEquals("\"{\\\"to\\\":\\\"[redacted]\\\"}\"", property(hidden), "behind an escape");
        var deeper =
                JSON.writeValueAsString(JSON.writeValueAsString(JSON.writeValueAsString("{\"password\":\"secret7\"}")));
        assertFalse(property(deeper).contains("secret7"));
        assertFalse(
                property("\"{\\\"password\\\": \\\"secret7\\\", \\\"cut off\"").contains("secret7"));
    }

    @Test
    void jsonWithinATextThatHoldsNoSecretStaysAsItIs() {
        assertEquals("\"{ \\\"a\\\" :  1.50 }\"", property("\"{ \\\"a\\\" :  1.50 }\""));
    }

    @Test
    void idsStayApartAndCannotBeRead() {
        var one = cleaned(
                "{\"event\":\"e\",\"distinct_id\":\"jo@example.com\",\"properties\":{\"user_id\":\"jo@example.com\"}}");
        var other = cleaned("{\"event\":\"e\",\"distinct_id\":\"al@example.com\"}");
        assertEquals(one.path("distinct_id"), one.path("properties").path("user_id"));
        assertNotEquals(one.path("distinct_id"), other.path("distinct_id"));
        assertFalse(one.toString().contains("jo@"), one.toString());
    }

    @Test
    void whatMakesTheEventOneStays() {
        var redaction =
                new Redaction(new RedactionRules(Set.of(), List.of(Pattern.compile("[0-9a-f-]+")), false, false));
        var event = JSON.readTree("""
                {"uuid":"0199a0b0-0000-7000-8000-00000000000a","timestamp":"2026-01-01","event":"0199"}""");
        redaction.clean(event);
        assertEquals("0199a0b0-0000-7000-8000-00000000000a", event.path("uuid").asString());
        assertEquals("2026-01-01", event.path("timestamp").asString());
        assertEquals("[redacted]", event.path("event").asString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sk-proj-abcdefghijklmnopqrstuvwxyz0123456789",
                "sk-ant-api03-AAAAAAAAAAAAAAAAAAAA-BBBBBBBB_CC",
                "AKIAIOSFODNN7EXAMPLE",
                "ghp_abcdefghijklmnopqrstuvwxyz0123456789",
                "github_pat_11ABCDEFG0abcdefghij_klmnopqrstuv",
                "xoxb-123456789012-abcdefghijkl",
                "AIzaSyA1234567890abcdefghijklmnopqrstuvw",
                "glpat-abcdefghij0123456789",
                "hf_abcdefghijklmnopqrstuvwxyz",
                "phx_abcdefghijklmnopqrstuvwxyz0123456789",
                "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
                "Authorization: Bearer abcdef0123456789abcdef",
                "api_key = 'abcdef0123456789'",
                "postgres://user:hunter2@db.example/x",
            })
    void knowsTheKeysOfKnownServices(String key) {
        var left = KEYS.clean("before " + key + " after");
        assertTrue(left.startsWith("before ") && left.endsWith(" after") && left.contains("[redacted]"), left);
        var secret = key.substring(key.length() - 8);
        assertTrue(!left.contains(secret) || key.startsWith("postgres") && !left.contains("hunter2"), left);
    }

    @Test
    void aWholePrivateKeyGoesEvenWhenItIsCutOff() {
        var key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEow\nAAAA";
        assertEquals("a [redacted]", KEYS.clean("a " + key));
        assertEquals("a [redacted] b", KEYS.clean("a " + key + "\n-----END RSA PRIVATE KEY----- b"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "task-list and risk_assessment_of_everything_there_is",
                "commit 5b8efff798038103d269b633813fc60c5b8efff7",
                "01JGZ7X0Q3V5T8S2M4K6N9P1RA",
                "a bearer of bad news",
                "basic-understanding, at 12:30, me@localhost",
            })
    void leavesWhatIsNoKey(String text) {
        assertEquals(text, KEYS.clean(text));
    }

    @Test
    void noRulesChangeNothing() {
        var none = new Redaction(RedactionRules.NONE);
        var event = JSON.readTree("{\"password\":\"x\"}");
        none.clean(event);
        assertEquals("{\"password\":\"x\"}", event.toString());
    }

    @Test
    void aPatternThatWouldTakeForeverElsewhereTakesLinearTime() {
        var redaction = new Redaction(new RedactionRules(Set.of(), List.of(Pattern.compile("(a+)+$")), true, true));
        var text = "a".repeat(200_000) + "!";
        assertTimeout(Duration.ofSeconds(20), () -> assertEquals(text, redaction.clean(text)));
    }
}
