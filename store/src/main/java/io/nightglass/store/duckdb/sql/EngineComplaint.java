package io.nightglass.store.duckdb.sql;

import io.nightglass.hogql.QueryProblem;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What the engine says while it computes an answer, where that is the asker's to mend: 1 // 0, an overflow. */
public final class EngineComplaint {
    private static final String BEYOND = "a number or date is beyond what 64 bits hold";

    /**
     * Only what a query can bring about. "Invalid Input" is also how the engine refuses a setting or a statement without
     * its parameters, and those are our mistakes.
     */
    private static final List<Known> KNOWN = List.of(
            known("Out of Range Error: ", BEYOND),
            known("Conversion Error: ", BEYOND),
            known("Invalid Input Error: range too long", "range() makes at most 10,000 numbers at a time"),
            known(
                    "Invalid Input Error: array too long",
                    "an array is too long for this function; docs/hogql.md says of how many"),
            known(
                    "Invalid Input Error: text too long",
                    "a text is too long for this function; docs/hogql.md says how long it may be"),
            known("Invalid Input Error: not finite", "a histogram has no place for inf and nan; leave them out"),
            known("Invalid Input Error: no base64", "a text is not base 64; use tryBase64Decode()"),
            known(
                    "Invalid Input Error: too many keys",
                    "too many different keys; group by the key in a subquery instead"),
            known(
                    "Invalid Input Error: arrays of different length",
                    "arrays that go together are of different lengths"),
            known(
                    "Invalid Input Error: list_(cosine_distance|inner_product|distance)",
                    "the two vectors are of different lengths, or hold NULL"),
            known("Invalid Input Error: Map keys", "a map has the same key twice, or NULL for a key"),
            known("Invalid Input Error: repeat too long", "repeat() makes texts of at most 100,000 bytes"),
            known(
                    "Invalid Input Error: Division by zero",
                    "division of a whole number by zero; guard it with if(), or use / which answers inf"),
            known(
                    "Invalid Input Error: More than one row returned by a subquery",
                    "a query used as a value has more than one row; add LIMIT 1 or an aggregate"),
            known(
                    // the words of RE2, which has no prefix of its own
                    "Invalid Input Error: (missing [\\])]|unexpected \\)|trailing \\\\|invalid (escape sequence|character"
                            + " class|repetition size|perl operator|named capture|UTF-8)|no argument for repetition|bad"
                            + " repetition|pattern too large|[Ii]nvalid regular expression)",
                    "a regular expression is not valid; it is read as RE2, which knows no look-around or back-references"),
            known(
                    "Invalid Input Error: Invalid replacement string for regexp_replace",
                    "a replacement names a group that its regular expression does not have"),
            known("Syntax Error: Like pattern must not end with", "a LIKE pattern ends with a lone \\; write \\\\"));

    /** Refused before anything was read: what was checked against our tables was written as the engine does not take it. */
    private static final Pattern OUR_SQL = Pattern.compile(
            "(Binder|Not implemented|Parser|Syntax) Error: |Catalog Error: (Scalar|Aggregate|Table|Macro)? ?Function");

    private record Known(Pattern start, String advice) {}

    private EngineComplaint() {}

    /** The asker's mistake, in our words; empty when it is none, but load, damage or a bug. */
    public static Optional<QueryProblem> of(SQLException complaint) {
        var message = String.valueOf(complaint.getMessage());
        return KNOWN.stream()
                .filter(known -> known.start.matcher(message).lookingAt())
                .findFirst()
                .map(known -> new QueryProblem.NotComputable(0, known.advice));
    }

    /** Whether the printer is at fault: it wrote what the engine cannot read. */
    public static boolean isAboutOurSql(SQLException complaint) {
        return OUR_SQL.matcher(String.valueOf(complaint.getMessage())).lookingAt();
    }

    private static Known known(String start, String advice) {
        return new Known(Pattern.compile(start), advice);
    }
}
