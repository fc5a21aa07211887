package io.nightglass.sdk.send;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nightglass.sdk.spool.Stored;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code POST /batch/} of PostHog's capture protocol, gzipped. Which answers are worth a second try is that protocol's
 * too: 408, 429, 5xx and a broken connection are; a wrong key or address is as well, since its owner will mend it.
 */
final class Post {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int SHORT = 300;

    private final HttpClient client;
    private final URI address;
    private final String opening;
    private final Duration timeout;
    private final Clock clock;

    Post(URI host, String key, Duration timeout, Clock clock) {
        var text = host.toString();
        this.address = URI.create((text.endsWith("/") ? text : text + "/") + "batch/");
        this.opening = "{\"api_key\":%s,\"historical_migration\":false,\"sent_at\":\""
                .formatted(JsonMapper.shared().writeValueAsString(key));
        this.timeout = timeout;
        this.clock = clock;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    Answer send(List<Stored> batch) throws InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("Content-Type", "application/json")
                .header("Content-Encoding", "gzip")
                .header("User-Agent", "nightglass-java")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body(batch)))
                .build();
        try {
            return judge(client.send(request, HttpResponse.BodyHandlers.ofString(UTF_8)));
        } catch (IOException e) {
            return new Answer.Later(address.getAuthority() + " cannot be reached: " + e, Duration.ZERO);
        }
    }

    private byte[] body(List<Stored> batch) {
        var bytes = new ByteArrayOutputStream(1 << 14);
        try (var gzip = new FastGzip(bytes)) {
            gzip.write((opening + clock.instant() + "\",\"batch\":[").getBytes(UTF_8));
            for (int i = 0; i < batch.size(); i++) {
                if (i > 0) {
                    gzip.write(',');
                }
                gzip.write(batch.get(i).json());
            }
            gzip.write(']');
            gzip.write('}');
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes every write", e);
        }
        return bytes.toByteArray();
    }

    /** The batches of a loop are small and its machine is busy: speed before size. */
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteArrayOutputStream into) throws IOException {
            super(into, 1 << 13);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private Answer judge(HttpResponse<String> response) {
        int status = response.statusCode();
        var why = "%s answered %d: %s".formatted(address.getAuthority(), status, shortened(response.body()));
        if (status >= 200 && status < 300) {
            return new Answer.Taken();
        }
        return switch (status) {
            case 413 -> new Answer.TooLarge(why);
            case 401, 402, 403, 404, 405, 408, 429 -> new Answer.Later(why, pause(response));
            default -> status >= 500 || status < 400 ? new Answer.Later(why, pause(response)) : new Answer.Refused(why);
        };
    }

    private static String shortened(String body) {
        var line = body.replaceAll("\\s+", " ").strip();
        return line.length() <= SHORT ? line : line.substring(0, SHORT) + "...";
    }

    /** {@code Retry-After}, in seconds or as a date (RFC 9110, 10.2.3); zero when absent. */
    private Duration pause(HttpResponse<String> response) {
        var asked = response.headers().firstValue("Retry-After").orElse("").strip();
        try {
            var pause = asked.isEmpty()
                    ? Duration.ZERO
                    : asked.chars().allMatch(Character::isDigit)
                            ? Duration.ofSeconds(Long.parseLong(asked))
                            : Duration.between(
                                    clock.instant(),
                                    ZonedDateTime.parse(asked, DateTimeFormatter.RFC_1123_DATE_TIME)
                                            .toInstant());
            return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.isNegative() ? Duration.ZERO : pause;
        } catch (DateTimeException | NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
