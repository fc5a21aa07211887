package io.nightglass.server.page.trace;

/** A figure of a node. @param note smaller, behind the value */
public record Fact(String label, String value, String note) {
    Fact(String label, String value) {
        this(label, value, "");
    }
}
