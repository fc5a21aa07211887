package io.nightglass.server.edge;

import static io.nightglass.server.LivePane.batch;
import static io.nightglass.server.LivePane.gzip;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.airlift.compress.v3.zstd.ZstdOutputStream;
import io.nightglass.server.LivePane;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every way a body travels: posthog-wire.md 1.3. */
class EncodingWalk {
    private static final String BODY = batch("{\"event\":\"e\",\"distinct_id\":\"ü+/?\"}");
    private static final byte[] BYTES = BODY.getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static LivePane pane;

    @BeforeAll
    static void open() {
        pane = LivePane.open(folder);
    }

    @BeforeEach
    void forget() {
        pane.store().forget();
    }

    @AfterAll
    static void close() {
        pane.close();
    }

    @ParameterizedTest
    @CsvSource({
        "application/json, gzip, ''",
        "text/plain, '', ''",
        "text/plain, '', ?compression=gzip-js",
        "text/plain, '', ?compression=gzip",
        "application/json, gzip, ?compression=gzip-js",
        "application/json, identity, ''",
        "application/x-www-form-urlencoded, '', ''",
        "application/json, br, ''",
    })
    void knowsGzipByItsFirstBytesWhateverTheHeadersSay(String type, String encoding, String query) {
        String[] headers = encoding.isEmpty()
                ? new String[] {"Content-Type", type}
                : new String[] {"Content-Type", type, "Content-Encoding", encoding};
        kept(pane.post("/e/" + query, gzip(BODY), headers).statusCode());
    }

    @Test
    void readsABodyDeclaredAsGzipThatIsNoneAsItIs() {
        kept(pane.post("/e/", BYTES, "Content-Encoding", "gzip").statusCode());
        assertEquals(
                400, pane.post("/e/", "no json", "Content-Encoding", "gzip").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "gzip"})
    void readsAFormOfBase64(String inner) {
        String base64 = Base64.getEncoder().encodeToString(inner.equals("gzip") ? gzip(BODY) : BYTES);
        String form = "data=" + URLEncoder.encode(base64, StandardCharsets.UTF_8);
        kept(pane.post("/e/?compression=base64", form, "Content-Type", "application/x-www-form-urlencoded")
                .statusCode());
        assertEquals(200, pane.post("/e/", "data=" + base64).statusCode(), "not url-encoded");
        assertEquals(200, pane.post("/e/?compression=base64", base64).statusCode(), "not a form");
        String urlSafe = Base64.getUrlEncoder().withoutPadding().encodeToString(BYTES);
        assertEquals(200, pane.post("/e/", "ip=1&data=" + urlSafe).statusCode(), "url-safe");
    }

    @Test
    void readsAFormOfJsonAndAPixel() {
        String encoded = URLEncoder.encode(BODY, StandardCharsets.UTF_8);
        kept(pane.post("/e/", "data=" + encoded).statusCode());
        assertEquals(200, pane.get("/e/?data=" + encoded).statusCode());
        String base64 = URLEncoder.encode(Base64.getEncoder().encodeToString(BYTES), StandardCharsets.UTF_8);
        assertEquals(200, pane.get("/track/?ip=1&data=" + base64).statusCode());
        assertEquals(400, pane.get("/e/").statusCode());
    }

    /** Written by the library's own compressToBase64. */
    @Test
    void readsLzString() {
        String packed = "N4IghgDglg+g1gUwJ4gFwggCwMYwC4IDOeIANCAEZh7aZoDaoCAbggHYnoJkgAmUxKG2x4YUXmhAAfgNQB6APw8IA"
                + "JwD2EBCrxQiaUGElhjJ08Z4VJgIntA6toACUw5MgAvi4C6LoA==";
        kept(pane.post("/e/?compression=lz64", "data=" + URLEncoder.encode(packed, StandardCharsets.UTF_8))
                .statusCode());
        assertEquals("漢字 aaaa aaaa", pane.row().properties().path("b").asString());
        assertEquals(200, pane.post("/e/?compression=lz-string", packed).statusCode());
        assertEquals(
                400, pane.post("/e/?compression=lz64", packed.substring(0, 40)).statusCode());
        assertEquals(400, pane.post("/e/?compression=lz64", "data=AAAA").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deflate", "zstd"})
    void unpacksWhatOnlyTheNewestClientsSend(String encoding) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packer = encoding.equals("zstd") ? new ZstdOutputStream(out) : new DeflaterOutputStream(out)) {
            packer.write(BYTES);
        }
        kept(pane.post("/e/", out.toByteArray(), "Content-Encoding", encoding).statusCode());
        byte[] cut = Arrays.copyOf(out.toByteArray(), out.size() / 2);
        assertEquals(400, pane.post("/e/", cut, "Content-Encoding", encoding).statusCode());
        assertEquals(400, pane.post("/e/", BYTES, "Content-Encoding", encoding).statusCode());
    }

    @Test
    void unpacksBrotli() {
        // {"api_key":"phc_test","event":"e","distinct_id":"u"} in one uncompressed meta-block (RFC 7932, 9.2).
        byte[] json =
                "{\"api_key\":\"phc_test\",\"event\":\"e\",\"distinct_id\":\"u\"}".getBytes(StandardCharsets.UTF_8);
        var out = new ByteArrayOutputStream();
        int header = 1 << 20 | (json.length - 1) << 4; // uncompressed, its length; window of 16 bits, not the last
        out.writeBytes(new byte[] {(byte) header, (byte) (header >> 8), (byte) (header >> 16)});
        out.writeBytes(json);
        out.write(3);
        var answer = pane.post("/e/", out.toByteArray(), "Content-Encoding", "br");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                400,
                pane.post("/e/", Arrays.copyOf(out.toByteArray(), 20), "Content-Encoding", "br")
                        .statusCode());
    }

    @Test
    void refusesAnEncodingNobodyKnows() {
        assertEquals(400, pane.post("/e/", BYTES, "Content-Encoding", "snappy").statusCode());
        assertEquals(400, pane.post("/e/?compression=zip", BYTES).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    @Test
    void refusesGzipCutShortOrWithAWrongChecksum() {
        byte[] packed = gzip(BODY);
        assertEquals(
                400, pane.post("/e/", Arrays.copyOf(packed, packed.length - 9)).statusCode());
        assertEquals(
                400, pane.post("/e/", Arrays.copyOf(packed, packed.length - 1)).statusCode());
        assertEquals(400, pane.post("/e/", Arrays.copyOf(packed, 3)).statusCode());
        packed[packed.length - 6] ^= 1;
        assertEquals(400, pane.post("/e/", packed).statusCode());
        assertTrue(pane.rows().isEmpty());
    }

    private void kept(int status) {
        assertEquals(200, status);
        assertEquals("ü+/?", pane.row().distinctId());
    }
}
