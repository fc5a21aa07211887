package io.nightglass.hogql.function;

import java.util.stream.Collectors;

/** {@code docs/hogql.md}: the language on one page, its functions from {@link Functions}. */
public final class FunctionPages {
    private static final String INTRODUCTION = """
            # HogQL, as Nightglass understands it

            This page is generated from the function table; see the end for how.

            `SELECT [DISTINCT] ... FROM table | (query) [AS name] [JOIN ... ON ...] [WHERE] [GROUP BY] [HAVING] [ORDER BY] [LIMIT n [OFFSET m]]`, joined by
            `UNION ALL`, `UNION DISTINCT`, `EXCEPT`, `INTERSECT`; `WITH name AS (query)`; `{placeholders}`; `properties.name`, `properties['any name']`.
            What a query means is what ClickHouse answers, with `transform_null_in = 1` (NULL is a value like any other for IN) and `join_use_nulls = 1`
            (the missing side of an outer join is NULL). An answer has 100 rows unless the query has a LIMIT, and 50,000 at most.

            - **Types of properties.** A property of the catalog has the catalog's type, a promoted number is a number, anything else is a text, NULL when it was not sent.
            - **Days and hours** are the pane's time zone's. A text compared with a moment is the pane's clock: `timestamp >= '2026-03-30 08:00:00'`.
            - **Names** of functions are exact (`toDate`), but for those of plain SQL (`COUNT`, `Max`, `coalesce`).
            - **Aliases** may be used everywhere in their SELECT, WHERE included. GROUP BY and ORDER BY also take the place of a column.
            - **Every aggregate** has an `-If` form with a condition as its last argument: `sumIf(x, condition)`, `quantileIf(0.9)(x, condition)`.
            - **Nothing.** Over no rows an aggregate is NULL when its argument may be NULL, else 0, `''`, 1970-01-01; a mean is NaN. NULL sorts last, NaN after the numbers.
            - **Not yet:** window functions, ARRAY JOIN as a clause, LIMIT BY.

            In signatures `?` may be left out, `...` is one or more, `*` any number, `T` the same type throughout, `[T]` an array of it.
            """;

    private FunctionPages() {}

    /** The whole page. */
    public static String page() {
        var page = new StringBuilder(INTRODUCTION);
        for (var group : Function.Group.values()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| function | result | meaning | example |\n|---|---|---|---|\n");
            Functions.all().stream()
                    .filter(function -> function.group() == group)
                    .forEach(function -> page.append(line(function)));
        }
        return page.append("""

                ---
                Generated: `mvn -pl hogql -am test -Dtest=FunctionPagesTest -Dsurefire.failIfNoSpecifiedTests=false -Dsurefire.argLine=-Ddocs.write=true`
                """).toString();
    }

    private static String line(Function function) {
        var aliases = function.aliases().isEmpty()
                ? ""
                : function.aliases().stream().collect(Collectors.joining("`, `", "<br>also `", "`"));
        return "| `%s`%s | %s | %s | `%s` is `%s` |\n"
                .formatted(
                        function.usage(),
                        aliases,
                        function.signature().result().replace("*", "\\*"),
                        function.meaning().replace("|", "\\|").replace("*", "\\*"),
                        function.example().replace("|", "\\|"),
                        function.value().replace("|", "\\|"));
    }
}
