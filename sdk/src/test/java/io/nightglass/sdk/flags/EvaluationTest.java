package io.nightglass.sdk.flags;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nightglass.sdk.flags.Evaluation.Asker;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** Flags decided here are what PostHog would have said. */
class EvaluationTest {
    private static final Instant NOW = Instant.parse("2026-05-15T06:00:00Z");

    /** The table of posthog-wire.md 2.5, which was taken from PostHog's own SDKs. */
    @ParameterizedTest
    @CsvSource({
        "simple-flag, distinct_id, '', 0.3457103347480679",
        "simple-flag, distinct_id, variant, 0.5441445815159149",
        "beta-feature, user_1, '', 0.43713732499822555",
        "beta-feature, user_1, variant, 0.4050468919707169",
        "beta-feature, user_2, '', 0.33349103985400064",
        "beta-feature, user_2, variant, 0.8637308689950491",
        "my-flag, h\u00e9llo, '', 0.3709468557221163",
        "checkout-v2, acme-inc, variant, 0.7720339865054788"
    })
    void everybodyFallsWhereEverySdkPutsThem(String key, String id, String salt, double place) {
        assertEquals(place, Bucket.of(key, id, salt));
    }

    private static Evaluation flag(String key, String filters) {
        return new Evaluation(JsonMapper.shared().readTree("""
                {"flags":[{"key":"%s","active":true,"filters":%s}],"group_type_mapping":{"0":"company"},
                 "cohorts":{"5":{"type":"OR","values":[{"type":"AND","values":[
                   {"key":"plan","type":"person","operator":"exact","value":["pro"],"negation":false}]}]}}}""".formatted(key, filters)));
    }

    private static Asker asker(Map<String, @Nullable Object> properties) {
        return new Asker("user_1", null, properties, Map.of(), Map.of());
    }

    @Test
    void aRolloutTakesTheFirstSharesOfTheBuckets() {
        var beta = flag("beta-feature", "{\"groups\":[{\"properties\":[],\"rollout_percentage\":40}]}");
        assertEquals(Optional.of(false), beta.value("beta-feature", Asker.of("user_1"), NOW));
        assertEquals(Optional.of(true), beta.value("beta-feature", Asker.of("user_2"), NOW));
    }

    @Test
    void aVariantIsChosenByItsOwnBucketAndBringsItsPayload() {
        var beta = flag("beta-feature", """
                {"groups":[{"properties":[],"rollout_percentage":40}],"payloads":{"test":"{\\"a\\":1}"},
                 "multivariate":{"variants":[{"key":"control","rollout_percentage":50},{"key":"test","rollout_percentage":50}]}}""");
        assertEquals(Optional.of("test"), beta.value("beta-feature", Asker.of("user_2"), NOW));
        assertEquals(Optional.of("{\"a\":1}"), beta.payload("beta-feature", "test"));
        assertEquals(Optional.empty(), beta.payload("beta-feature", "control"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "null",
            value = {
                "exact         | [\"Pro\",\"team\"] | pro       | true",
                "exact         | \"pro\"            | free      | false",
                "is_not        | \"pro\"            | free      | true",
                "is_not        | \"pro\"            | null      | true",
                "exact         | \"pro\"            | null      | false",
                "is_set        | \"\"               | x         | true",
                "icontains     | \"@X.com\"         | a@x.com   | true",
                "not_icontains | \"@x.com\"         | a@x.com   | false",
                "starts_with   | \"AB\"             | abc       | true",
                "ends_with     | \"BC\"             | abc       | true",
                "regex         | \"b.d\"            | abcde     | true",
                "not_regex     | \"b.d\"            | abcde     | false",
                "regex         | \"(\"              | abcde     | false",
                "not_regex     | \"(\"              | abcde     | false",
                "gt            | \"9\"              | 10        | false",
                "is_date_before | \"2026-05-01\"    | 2026-04-30 | true",
                "is_date_after | \"-1d\"            | 2026-05-14T12:00:00Z | true",
                "is_date_after | \"-1m\"            | 2026-04-14 | false",
                "semver_gte    | \"1.2\"            | v1.2.0-rc1 | true",
                "semver_caret  | \"1.2.3\"          | 1.9.0     | true",
                "semver_caret  | \"0.2.3\"          | 0.3.0     | false",
                "semver_tilde  | \"1.2.3\"          | 1.2.9     | true",
                "semver_wildcard | \"1.2.*\"        | 1.3.0     | false"
            })
    void operatorsMeanWhatPostHogMeans(String operator, String wanted, @Nullable String value, boolean expected) {
        var properties = new HashMap<String, @Nullable Object>();
        properties.put("p", value);
        var flag = flag("f", """
                {"groups":[{"properties":[{"key":"p","type":"person","operator":"%s","value":%s}],"rollout_percentage":null}]}""".formatted(operator, wanted));
        assertEquals(Optional.of(expected), flag.value("f", asker(properties), NOW), operator);
    }

    @Test
    void aNumberIsComparedAsANumberAndATextAsAText() {
        var flag = flag("f", "{\"groups\":[{\"properties\":[{\"key\":\"p\",\"operator\":\"gt\",\"value\":\"9\"}]}]}");
        assertEquals(Optional.of(true), flag.value("f", asker(Map.of("p", 10)), NOW));
        assertEquals(Optional.of(false), flag.value("f", asker(Map.of("p", "10")), NOW));
    }

    @Test
    void whatIsNotKnownHereIsLeftToTheHostUnlessAnotherConditionDecides() {
        var one =
                "{\"properties\":[{\"key\":\"p\",\"operator\":\"exact\",\"value\":\"x\"}],\"rollout_percentage\":100}";
        assertEquals(Optional.empty(), flag("f", "{\"groups\":[" + one + "]}").value("f", asker(Map.of()), NOW));
        assertEquals(
                Optional.of(true),
                flag("f", "{\"groups\":[" + one + ",{\"properties\":[]}]}").value("f", asker(Map.of()), NOW));
        assertEquals(Optional.empty(), flag("f", "{}").value("no-such-flag", asker(Map.of()), NOW));
    }

    @Test
    void aCohortIsLookedIntoAndOneThatIsNotHereIsLeftToTheHost() {
        var in =
                "{\"groups\":[{\"properties\":[{\"key\":\"id\",\"type\":\"cohort\",\"operator\":\"in\",\"value\":%d}]}]}";
        assertEquals(Optional.of(true), flag("f", in.formatted(5)).value("f", asker(Map.of("plan", "pro")), NOW));
        assertEquals(Optional.of(false), flag("f", in.formatted(5)).value("f", asker(Map.of("plan", "free")), NOW));
        assertEquals(Optional.empty(), flag("f", in.formatted(6)).value("f", asker(Map.of("plan", "pro")), NOW));
    }

    @Test
    void aFlagOfGroupsGoesByTheGroupsKeyAndIsOffWithoutOne() {
        var flag = flag("checkout-v2", """
                {"aggregation_group_type_index":0,"groups":[{"properties":[],"rollout_percentage":100}],
                 "multivariate":{"variants":[{"key":"a","rollout_percentage":77},{"key":"b","rollout_percentage":23}]}}""");
        assertEquals(Optional.of(false), flag.value("checkout-v2", Asker.of("u"), NOW));
        var of = new Asker("u", null, Map.of(), Map.of("company", "acme-inc"), Map.of());
        assertEquals(Optional.of("b"), flag.value("checkout-v2", of, NOW), "0.772 is past the first 0.77");
    }

    @Test
    void anInactiveFlagIsOff() {
        var flag = new Evaluation(
                JsonMapper.shared()
                        .readTree(
                                "{\"flags\":[{\"key\":\"f\",\"active\":false,\"filters\":{\"groups\":[{\"properties\":[]}]}}]}"));
        assertEquals(Optional.of(false), flag.value("f", Asker.of("u"), NOW));
    }
}
