package io.nightglass.catalog;

/** How the value of a property is kept and compared. */
public enum Kind {
    /** A string; numbers and booleans sent in its place are kept as their JSON text. */
    TEXT,
    /** A string or JSON of any size (prompts, completions), kept apart from the event's row. */
    LONG_TEXT,
    /** A finite double; a string that parses as one counts as one. */
    NUMBER,
    /** A whole number that fits 64 bits; a string that parses as one counts as one. */
    INTEGER,
    /** true or false; the strings {@code true} and {@code false} count. */
    BOOLEAN,
    /** An array or object, kept as JSON text. */
    JSON
}
