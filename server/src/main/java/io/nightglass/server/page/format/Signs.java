package io.nightglass.server.page.format;

/** The characters numbers are written with. */
final class Signs {
    /** Between a number and its unit: narrow, and no line breaks there. */
    static final String NARROW = "\u202f";

    static final String MINUS = "\u2212";

    private Signs() {}
}
