package io.nightglass.server.price;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A model's name without what does not change its price: letter case, who serves it, the day it was released.
 *
 * @param prefixes who serves it, as far as the name says: {@code bedrock} and {@code anthropic} of {@code
 *     bedrock/anthropic.claude-opus-4-1}
 * @param spellings under which it may be listed, the fullest first
 */
record ModelName(List<String> prefixes, Set<String> spellings) {
    private static final Set<String> PROVIDERS = Set.of(
            "accounts",
            "ai21",
            "amazon",
            "anthropic",
            "apac",
            "au",
            "aws",
            "azure",
            "azure_ai",
            "azure_openai",
            "bedrock",
            "bedrock_converse",
            "ca",
            "cerebras",
            "cohere",
            "deepseek",
            "deepseek-ai",
            "eu",
            "fireworks",
            "fireworks_ai",
            "gateway",
            "gemini",
            "global",
            "google",
            "google-gla",
            "google-vertex",
            "google_genai",
            "google_vertexai",
            "groq",
            "jp",
            "litellm",
            "meta",
            "meta-llama",
            "minimax",
            "mistral",
            "mistralai",
            "models",
            "moonshot",
            "moonshotai",
            "openai",
            "openrouter",
            "perplexity",
            "publishers",
            "qwen",
            "together",
            "together_ai",
            "us",
            "us-gov",
            "vercel",
            "vertex",
            "vertex_ai",
            "voyage",
            "voyageai",
            "x-ai",
            "xai",
            "z-ai",
            "zai",
            "zhipuai");

    private static final String DATE = "[-@]20\\d\\d(-?)(?:0[1-9]|1[0-2])\\1(?:0[1-9]|[12]\\d|3[01])";
    private static final String BEDROCK = "-v\\d+:\\d+";
    private static final Pattern RELEASE = Pattern.compile("(?:%s(?:-v\\d+(?::\\d+)?)?|%s)$".formatted(DATE, BEDROCK));
    private static final int LONGEST = 200;

    static ModelName of(String name) {
        String full = name.strip().toLowerCase(Locale.ROOT);
        full = full.substring(0, Math.min(full.length(), LONGEST));
        var prefixes = new ArrayList<String>();
        String bare = full;
        for (int end = prefixEnd(bare); end > 0; end = prefixEnd(bare)) {
            prefixes.add(bare.substring(0, end));
            bare = bare.substring(end + 1);
        }
        var spellings = new LinkedHashSet<>(List.of(full, bare, undated(full), undated(bare)));
        return new ModelName(List.copyOf(prefixes), spellings);
    }

    /** The name as its maker calls it, in lower case. */
    String bare() {
        return new ArrayList<>(spellings).getLast();
    }

    /** Where the first part ends when it names a provider; -1 when it does not. */
    private static int prefixEnd(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '/' || c == ':' || c == '.') {
                return PROVIDERS.contains(name.substring(0, i)) ? i : -1;
            }
        }
        return -1;
    }

    private static String undated(String name) {
        return RELEASE.matcher(name).replaceFirst("");
    }
}
