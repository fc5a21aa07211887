package io.nightglass.sdk.flags;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightglass.sdk.Environment;
import io.nightglass.sdk.flags.Evaluation.Asker;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The two questions about flags a PostHog host answers (posthog-wire.md 2.1, 2.4). */
final class FlagHost {
    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final @Nullable URI host;
    private final String key;
    private final @Nullable String personalKey;
    private final Consumer<String> notices;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private @Nullable String tag;

    FlagHost(Environment environment, Consumer<String> notices) {
        this.host = environment.host().orElse(null);
        this.key = environment.projectKey().orElse("");
        this.personalKey = environment.personalKey().orElse(null);
        this.notices = notices;
    }

    /** What came of asking for the definitions. */
    sealed interface Fetched {
        record New(JsonNode definitions) implements Fetched {}

        /** The same as before, or nobody answered: what is known stays. */
        record Unchanged() implements Fetched {}

        /** The key is not good for it any more: what is known is not either. */
        record Withdrawn() implements Fetched {}
    }

    /** Whether there is a key to fetch definitions with. */
    boolean isTrusted() {
        return host != null && personalKey != null;
    }

    /** Called by one thread at a time. */
    Fetched definitions() {
        var request = HttpRequest.newBuilder(
                        address("flags/definitions?token=%s&send_cohorts".formatted(URLEncoder.encode(key, UTF_8))))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + personalKey);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        var response = send(request.build());
        if (response == null) {
            return new Fetched.Unchanged();
        }
        if (response.statusCode() == 401 || response.statusCode() == 402) {
            notices.accept("definitions of flags are refused (%d): flags are asked of the host one by one"
                    .formatted(response.statusCode()));
            tag = null;
            return new Fetched.Withdrawn();
        }
        var body = response.statusCode() == 200 ? read(response.body()) : null;
        if (body == null || !body.path("flags").isArray()) {
            return new Fetched.Unchanged();
        }
        tag = response.headers().firstValue("ETag").orElse(null);
        return new Fetched.New(body);
    }

    /** All flags for somebody; empty when the host could not tell. */
    Optional<JsonNode> ask(Asker asker) {
        if (host == null) {
            return Optional.empty();
        }
        var body = JSON.createObjectNode();
        body.put("token", key).put("distinct_id", asker.distinctId());
        body.set("person_properties", JSON.valueToTree(asker.properties()));
        body.set("groups", JSON.valueToTree(asker.groups()));
        body.set("group_properties", JSON.valueToTree(asker.groupProperties()));
        if (asker.deviceId() != null) {
            body.put("$device_id", asker.deviceId());
        }
        var response = send(HttpRequest.newBuilder(address("flags/?v=2"))
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build());
        var answer = response == null || response.statusCode() != 200 ? null : read(response.body());
        return answer != null && answer.path("flags").isObject() ? Optional.of(answer) : Optional.empty();
    }

    private @Nullable HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            notices.accept(
                    "flags cannot be asked for (%s): what was known last counts, and else the default".formatted(e));
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static @Nullable JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JacksonException e) {
            return null;
        }
    }

    private URI address(String path) {
        var text = String.valueOf(host);
        return URI.create((text.endsWith("/") ? text : text + "/") + path);
    }
}
