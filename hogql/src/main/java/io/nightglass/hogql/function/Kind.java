package io.nightglass.hogql.function;

import java.util.Locale;

/** What a function wants in one place. */
public enum Kind {
    ANY,
    TEXT,
    NUMBER,
    INTEGER,
    FLOAT,
    /** A boolean, or a number that is true unless 0. */
    CONDITION,
    /** A date or a date with time; texts are read as such. */
    MOMENT,
    DATE,
    DATETIME,
    /** An array of any. */
    ARRAY,
    TUPLE,
    MAP,
    INTERVAL,
    /** A constant text: {@code 'day'}. */
    UNIT,
    /** A constant text: {@code 'Europe/Berlin'}. */
    ZONE,
    /** A constant text. */
    FORMAT,
    /** An array whose elements are read as texts. */
    TEXTS,
    /** Like all other {@code T} of the call: their common type. */
    T,
    /** An array of {@code T}. */
    ARRAY_OF_T,
    LAMBDA;

    static Kind of(String word) {
        return switch (word) {
            case "[T]" -> ARRAY_OF_T;
            case "[text]" -> TEXTS;
            default -> valueOf(word.toUpperCase(Locale.ROOT));
        };
    }
}
