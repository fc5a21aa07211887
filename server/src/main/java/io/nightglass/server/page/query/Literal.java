package io.nightglass.server.page.query;

/** A text as HogQL writes it. */
final class Literal {
    private Literal() {}

    static String of(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
