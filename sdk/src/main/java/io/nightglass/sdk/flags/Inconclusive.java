package io.nightglass.sdk.flags;

/** What is known here does not decide a condition: only the host can. */
final class Inconclusive extends Exception {
    private static final long serialVersionUID = 1L;

    Inconclusive(String why) {
        super(why, null, false, false);
    }
}
