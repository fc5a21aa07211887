package io.nightglass.hogql.parse;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Statements put together from every clause and operator, most of them right. */
record Generated(Random random) {

    String statement(int depth) {
        var select = "select %s%s".formatted(maybe("distinct "), list(depth));
        var from = random.nextInt(5) == 0 ? "" : " from " + source(depth);
        var text = select
                + from
                + (random.nextBoolean() ? " where " + expression(depth) : "")
                + (random.nextInt(3) == 0
                        ? one(" group by %s", " group by rollup(%s)", " group by %s with cube")
                                .formatted(list(depth))
                        : "")
                + (random.nextInt(4) == 0 ? " having " + expression(depth) : "")
                + (random.nextInt(6) == 0 ? " qualify " + expression(depth) : "")
                + (random.nextInt(3) == 0 ? " order by " + expression(depth) + one("", " desc", " nulls first") : "")
                + (random.nextInt(6) == 0 ? " limit 1 by " + name() : "")
                + (random.nextInt(3) == 0 ? one(" limit 5", " limit 5 offset 2", " offset 3", " limit 1, 2") : "");
        return random.nextInt(8) == 0 ? text + one(" union all ", " intersect ", " except ") + "select 1" : text;
    }

    private String source(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 3)) {
            case 0 -> "a";
            case 1 -> "a as b";
            case 2 -> "numbers(5) n";
            case 3 -> "(%s) s".formatted(statement(depth - 1));
            case 4 ->
                "a %s b on %s".formatted(one("join", "left join", "any left join", "full outer join"), expression(0));
            case 5 -> "a array join %s as e".formatted(expression(0));
            default -> "a cross join b, c";
        };
    }

    private String list(int depth) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(i -> expression(depth) + (random.nextInt(4) == 0 ? " as n" + i : ""))
                .collect(Collectors.joining(", "));
    }

    private String expression(int depth) {
        if (depth <= 0) {
            return one(name(), "1", "2.5", "'x'", "null", "a.b", "properties.$x", "{p}", "f'{a} b'", "interval 1 day");
        }
        var x = expression(depth - 1);
        var y = expression(depth - 2);
        return switch (random.nextInt(16)) {
            case 0 -> x + one(" + ", " - ", " * ", " / ", " % ", " || ") + y;
            case 1 -> x + one(" = ", " != ", " < ", " >= ", " like ", " ilike ", " =~ ", " in ") + y;
            case 2 -> x + one(" and ", " or ", " ?? ") + y;
            case 3 -> "not " + x;
            case 4 -> x + one(" is null", " is not null", " is distinct from 1");
            case 5 -> x + " between " + y + " and 3";
            case 6 -> "f(%s, %s)".formatted(x, y);
            case 7 -> "(%s, %s)".formatted(x, y);
            case 8 -> "[%s][%s]".formatted(x, y);
            case 9 -> "case when %s then %s else 1 end".formatted(x, y);
            case 10 -> "(%s)::Int64".formatted(x);
            case 11 -> "sum(%s) over (partition by %s order by a rows 1 preceding)".formatted(x, y);
            case 12 -> "arrayMap(v -> %s, %s)".formatted(x, y);
            case 13 -> "(%s) ? %s : 1".formatted(x, y);
            case 14 -> "quantile(0.5)(%s)".formatted(x);
            default -> "(%s)".formatted(x);
        };
    }

    private String name() {
        return one("a", "b", "event", "`q r`", "\"d\"", "end", "date");
    }

    private String maybe(String text) {
        return random.nextInt(6) == 0 ? text : "";
    }

    private String one(String... choices) {
        return List.of(choices).get(random.nextInt(choices.length));
    }
}
