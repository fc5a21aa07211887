package io.nightglass.server.page.query;

import io.javalin.http.Context;
import io.nightglass.hogql.parse.HogQlParse;
import io.nightglass.server.page.Links;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A HogQL text as it stands in an address: {@code q} as it is, or {@code z} compressed (raw DEFLATE, base64url) when it is
 * long, since an address with all headers holds 64 KiB. What its placeholders stand for is beside it, {@code v.name} and
 * {@code t.name}.
 *
 * @param text lines end in {@code \n}
 * @param given for its placeholders; what it has none of is for none
 */
public record Question(String text, List<Given> given) {
    private static final String VARIABLES = "variables.";
    private static final int LONG = 4_000;
    private static final int MOST_BYTES = 1 << 20;
    private static final Pattern COMMENT = Pattern.compile("\\A\\s*--[ \\t]*(\\S[^\\n]*)");
    private static final int LONGEST_TITLE = 120;

    public Question {
        text = text.replace("\r\n", "\n").strip();
    }

    Question(String text) {
        this(text, List.of());
    }

    /** @throws BrokenAddress when the compressed form cannot be read */
    static Question of(Context ctx) throws BrokenAddress {
        var packed = ctx.queryParam("z");
        var plain = ctx.queryParam("q");
        return new Question(
                packed != null ? unpacked(packed) : plain != null ? plain : "", Given.of(ctx.queryParamMap()));
    }

    /** The same, written otherwise. */
    Question with(String other) {
        return new Question(other, given);
    }

    /** Every placeholder of it with what was given for it; those given while the text cannot be read. */
    public List<Given> placeholders() {
        var names = HogQlParse.placeholders(text).stream()
                .filter(name -> !name.equals("filters"))
                .toList();
        if (names.isEmpty()) {
            return given;
        }
        var all = new ArrayList<Given>();
        for (var name : names) {
            all.add(given.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElse(Given.nothing(name)));
        }
        return List.copyOf(all);
    }

    /** What the API is asked. @throws io.nightglass.server.edge.Refusal when a value is nothing of its kind */
    ObjectNode query() {
        var query = JsonMapper.shared().createObjectNode();
        query.put("kind", "HogQLQuery").put("query", text);
        var values = query.putObject("values");
        var variables = query.putObject("variables");
        for (var one : given) {
            if (one.name().startsWith(VARIABLES)) {
                var name = one.name().substring(VARIABLES.length());
                variables.putObject(name).put("code_name", name).set("value", one.value());
            } else {
                values.set(one.name(), one.value());
            }
        }
        return query;
    }

    public boolean isEmpty() {
        return text.isEmpty();
    }

    /** What its first line says it asks, {@code -- like this}; else "". */
    public String title() {
        var comment = COMMENT.matcher(text);
        if (!comment.find()) {
            return "";
        }
        var said = comment.group(1).strip();
        var cut = said.codePointCount(0, said.length()) <= LONGEST_TITLE
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST_TITLE)) + "…";
        return cut.substring(0, 1).toUpperCase(Locale.ROOT) + cut.substring(1);
    }

    /** The page that asks it. */
    public Links link() {
        var page = Links.to("/query");
        for (var one : given) {
            boolean said = one.kind() != Given.Kind.TEXT || one.text().isEmpty();
            page = page.with(Given.TEXT + one.name(), one.text())
                    .with(Given.KIND + one.name(), said ? one.kind().title() : null);
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8).length() <= LONG
                ? page.with("q", text)
                : page.with("z", packed(text));
    }

    private static String packed(String text) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
        } finally {
            deflater.end();
        }
    }

    private static String unpacked(String packed) throws BrokenAddress {
        var inflater = new Inflater(true);
        try {
            inflater.setInput(Base64.getUrlDecoder().decode(packed));
            var out = new ByteArrayOutputStream();
            var buffer = new byte[8192];
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0 || out.size() + read > MOST_BYTES) {
                    throw new BrokenAddress();
                }
                out.write(buffer, 0, read);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException | IllegalArgumentException e) {
            throw new BrokenAddress();
        } finally {
            inflater.end();
        }
    }

    /** The address was cut short or changed on its way. */
    static final class BrokenAddress extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenAddress() {
            super(
                    "The query in this address cannot be read: it was cut short or changed on its way.",
                    null,
                    false,
                    false);
        }
    }
}
