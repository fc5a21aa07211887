package io.nightglass.hogql.tree;

import io.nightglass.hogql.tree.Query.Source;
import io.nightglass.hogql.tree.Query.Strictness;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands after FROM, as HogQL text. */
final class SourceText {
    private SourceText() {}

    static String of(Source source) {
        return switch (source) {
            case Source.Named(var at, var name, var alias) -> ExprText.name(name) + as(alias);
            case Source.Made(var at, var function, var arguments, var alias) ->
                "%s(%s)%s".formatted(function, list(arguments), as(alias));
            case Source.Sub(var at, var query, var alias) -> "(%s)%s".formatted(HogQlText.of(query), as(alias));
            case Source.Rows(var at, var rows, var alias) ->
                "(VALUES %s)%s"
                        .formatted(
                                rows.stream()
                                        .map(row -> "(%s)".formatted(list(row)))
                                        .collect(Collectors.joining(", ")),
                                as(alias));
            case Source.Renamed(var at, var inner, var columns) -> of(inner) + names(columns);
            case Source.Sampled(var at, var inner, var share, var offset) ->
                "%s SAMPLE %s%s".formatted(of(inner), share, offset == 0 ? "" : " OFFSET " + offset);
            case Source.Unfolded(var at, var inner, var left, var arrays) ->
                "%s %sARRAY JOIN %s"
                        .formatted(
                                of(inner),
                                left ? "LEFT " : "",
                                arrays.stream().map(HogQlText::item).collect(Collectors.joining(", ")));
            case Source.Join join -> join(join);
        };
    }

    private static String join(Source.Join join) {
        var matching = join.matching();
        var condition = join.on() != null
                ? " ON " + ExprText.of(join.on())
                : matching.using().isEmpty() ? "" : " USING (%s)".formatted(list(matching.using()));
        return "%s %s%s%s JOIN %s%s"
                .formatted(
                        of(join.left()),
                        matching.natural() ? "NATURAL " : "",
                        join.kind(),
                        matching.strictness() == Strictness.ALL ? "" : " " + matching.strictness(),
                        join.right() instanceof Source.Join ? "(%s)".formatted(of(join.right())) : of(join.right()),
                        condition);
    }

    static String names(List<String> names) {
        return names.stream().map(ExprText::name).collect(Collectors.joining(", ", "(", ")"));
    }

    private static String list(List<Expr> exprs) {
        return exprs.stream().map(ExprText::of).collect(Collectors.joining(", "));
    }

    private static String as(@Nullable String alias) {
        return alias == null ? "" : " AS " + ExprText.name(alias);
    }
}
