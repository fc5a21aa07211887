package io.nightglass.catalog;

import java.util.List;

/**
 * What secrets look like, as regular expressions in the syntax of RE2: what a client takes out of its events before they
 * are written, and what a pane takes out of those that come.
 */
public final class SecretShapes {
    /** An e-mail address, also as it stands in an address of the web, where the sign is escaped. */
    public static final String EMAIL = "[\\p{L}\\p{N}!#$%'*+^_~.-]+(?:@|%40)"
            + "(?:[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?\\.)+\\p{L}[\\p{L}\\p{N}-]*[\\p{L}\\p{N}]";

    /** Keys by the shape their makers gave them. */
    public static final List<String> KEYS = List.of(
            "-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----|\\z)",
            "\\b[spr]k[-_][A-Za-z0-9_-]{16,}",
            "\\b(?:gh[pousr]_|github_pat_|glpat-|gldt-|npm_|pypi-|hf_|r8_|gsk_|xai-|pplx-|tvly-|phx_|dop_v1_|shpat_)"
                    + "[A-Za-z0-9_-]{16,}",
            "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
            "\\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}\\b",
            "\\bAIza[A-Za-z0-9_-]{30,}",
            "\\bya29\\.[A-Za-z0-9_-]{16,}",
            "\\bSG\\.[A-Za-z0-9_-]{16,}\\.[A-Za-z0-9_-]{16,}",
            "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*",
            "(?i:\\bbearer\\s+|\\bauthorization['\"]?\\s*[:=]\\s*['\"]?basic\\s+)[A-Za-z0-9._~+/=-]{16,}",
            "(?i:(?:api|secret|access|private)[_-]?key['\"]?\\s*[:=]\\s*['\"]?)[A-Za-z0-9/+_.=-]{12,}",
            "://[^/\\s:@]*:[^/\\s@]+@");

    private SecretShapes() {}
}
