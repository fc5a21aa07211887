package io.nightglass.hogql.function;

import java.util.stream.Collectors;

/** {@code docs/hogql.md}: the language on one page, its functions from {@link Functions}. */
public final class FunctionPages {
    private static final String INTRODUCTION = """
            # HogQL, as Nightglass understands it

            This page is generated from the function table; see the end for how.

            What PostHog's parser reads is read here, and what it refuses is refused. What a query means is what ClickHouse answers, with
            `transform_null_in = 1` (NULL is a value like any other for IN) and `join_use_nulls = 1` (the missing side of an outer join is NULL).
            An answer has 100 rows unless the query has a LIMIT, and 50,000 at most.

            ## The language

            | clause | what it says |
            |---|---|
            | `WITH name AS (query)`, `name(a, b) AS (...)`, `expression AS name` | Names for queries and expressions; a query cannot read itself. |
            | `SELECT [DISTINCT] a, b AS c, d: e` | Columns, and `*`, `t.*`, `* EXCLUDE (a)`, `COLUMNS('regex')`, `COLUMNS(a, b)`, `COLUMNS(* REPLACE (b AS a))`. |
            | `FROM table`, `(query)`, `(VALUES (1, 'a'))`, `numbers(10)`, each `AS t(a, b)` | Where rows come from. `events SAMPLE 0.1` has a tenth of the senders; `FINAL` changes nothing. |
            | `[INNER, LEFT, RIGHT, FULL, CROSS, NATURAL] JOIN ... ON condition`, `USING (a)` | `LEFT ANY` takes one match, `SEMI` rows that have one, `ANTI` rows that have none; `[LEFT] ASOF JOIN ... ON a.k = b.k AND a.t >= b.t` the nearest. |
            | `[LEFT] ARRAY JOIN a AS x, b AS y` | A row for each place of arrays of one length; LEFT keeps rows of empty ones with 0 or `''`. |
            | `[PREWHERE] [WHERE] [HAVING] [QUALIFY]` | Conditions on rows, groups, and what windows answer. |
            | `GROUP BY a, b`, `ALL`, `ROLLUP(...)`, `CUBE(...)`, `GROUPING SETS (...)` | Groups; a key that is missing from a row is 0 or `''`, NULL if it may be. |
            | `f(x) OVER (PARTITION BY a ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)`, `OVER w ... WINDOW w AS (...)` | Any aggregate, and the functions of windows below. |
            | `ORDER BY a DESC NULLS FIRST`, `ORDER BY ALL` | NULL comes last and NaN after the numbers, up or down. |
            | `LIMIT 2 OFFSET 1 BY a`, `LIMIT 10 OFFSET 5`, `LIMIT 5, 10`, `LIMIT 3 WITH TIES` | Rows of each group; rows of all, the number before the comma skipped. |
            | `UNION ALL`, `UNION [DISTINCT]`, `EXCEPT`, `INTERSECT [DISTINCT]` | INTERSECT binds tighter; EXCEPT and INTERSECT keep duplicates of the left. |

            Values: `1`, `.5`, `1e3`, `0x1F`, `0b11`, `inf`, `nan`, `'text'`, `f'text {expression}'`, `[1, 2]`, `(1, 'a')`, `{'key': 1}`, `INTERVAL 1 DAY`,
            `{placeholder}`, `{variables.name}`, `properties.name`, `properties['any name']`, `a[1]`, `a.1`, `x -> x + 1`, `x::Int64`, `CAST(x AS Int64)`.
            Operators, loosest first: `a ? b : c`, `OR`, `AND`, `NOT`, `BETWEEN`, `??`, `IS [NOT] DISTINCT FROM` and `<=>`, comparisons
            (`= == != <> < <= > >= LIKE ILIKE IN =~ !~ =~* !~* IS NULL`), `+ - ||`, `* / %`, `-`. A word directly after `<` begins a tag: write a space.
            Read and then refused with what to write instead: tags, `PIVOT`, `WITH TOTALS`, `WITH FILL`, `IN COHORT`, lambdas of statements, named arguments.

            - **Types of properties.** A property of the catalog has the catalog's type, a promoted number is a number, anything else is a text, NULL when it was not sent.
            - **Days and hours** are the pane's time zone's. A text compared with a moment is the pane's clock: `timestamp >= '2026-03-30 08:00:00'`.
            - **Names** of functions are exact (`toDate`), but for those of plain SQL (`COUNT`, `Max`, `coalesce`).
            - **Aliases** may be used everywhere in their SELECT, WHERE included. GROUP BY and ORDER BY also take the place of a column.
            - **Every aggregate** has an `-If` form with a condition as its last argument: `sumIf(x, condition)`, `quantileIf(0.9)(x, condition)`.
              `-Distinct` takes each value once, `-OrNull` and `-OrDefault` say what no rows are; `-Array` goes through the elements of arrays: `sumArray(x)`, `uniqArrayIf(x, condition)`.
            - **Nothing.** Over no rows an aggregate is NULL when its argument may be NULL, else 0, `''`, 1970-01-01; a mean is NaN. NULL sorts last, NaN after the numbers.

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
