package io.nightglass.cli.sample;

import org.jspecify.annotations.Nullable;

/**
 * An invented model.
 *
 * @param inputPrice USD per million prompt tokens; null when nobody entered a price
 * @param outputPrice USD per million answer tokens; null with the other
 */
record Model(
        String name,
        String provider,
        String address,
        @Nullable Double inputPrice,
        @Nullable Double outputPrice) {
    static final Model SMALL = cloud("sample-small-1", 1.0, 5.0);
    static final Model LARGE = cloud("sample-large-1", 5.0, 25.0);
    static final Model JUDGE = cloud("sample-judge-1", 0.6, 3.0);
    static final Model EMBED = cloud("sample-embed-1", 0.1, 0.0);
    static final Model LOCAL = new Model("sample-local-14b", "sample-local", "http://127.0.0.1:9090/v1", null, null);

    private static Model cloud(String name, double inputPrice, double outputPrice) {
        return new Model(name, "sample-cloud", "https://models.example/v1", inputPrice, outputPrice);
    }

    /** USD, rounded to the millionth; null when the model has no price. */
    @Nullable
    Double cost(long inputTokens, long outputTokens) {
        if (inputPrice == null || outputPrice == null) {
            return null;
        }
        return Rounded.to(6, (inputTokens * inputPrice + outputTokens * outputPrice) / 1e6);
    }
}
