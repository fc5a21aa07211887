package io.nightglass.hogql.check;

import io.nightglass.hogql.ValueType;
import io.nightglass.hogql.check.FromChecker.Found;
import io.nightglass.hogql.check.Sources.Offer;
import io.nightglass.hogql.check.Sources.Source;
import io.nightglass.hogql.checked.Body;
import io.nightglass.hogql.checked.Checked;
import io.nightglass.hogql.tree.Query;
import java.util.ArrayList;
import java.util.List;

/** ARRAY JOIN: a row for each place of arrays that go together. An alias hides a column of its name. */
record ArrayJoins(QueryChecker queries) {

    Found check(Query.Source.Unfolded unfolded, Found from) {
        var sources = new Sources();
        sources.addAll(from.sources());
        var expressions = new ExprChecker(queries, sources, new Aliases());
        int number = queries.nextNumber();
        var arrays = new ArrayList<Checked>();
        var offers = new ArrayList<Offer>();
        for (var item : unfolded.arrays()) {
            var array = expressions.check(item.expression(), Clause.JOIN);
            if (array.type().base() != ValueType.ARRAY) {
                throw Mismatch.of(
                        item.expression().at(),
                        "what ARRAY JOIN takes",
                        array,
                        "an array; of JSON text take JSONExtractArrayRaw()");
            }
            offers.add(new Offer(
                    String.valueOf(item.alias()),
                    new Checked.Exploded(number, arrays.size(), array.type().element())));
            arrays.add(array);
        }
        var names = offers.stream().map(Offer::name).toList();
        var offered = new ArrayList<Source>();
        from.sources().forEach(source -> offered.add(source.hiding(names)));
        offered.add(new Source(null, List.copyOf(offers)));
        var explosions = new ArrayList<>(from.explosions());
        explosions.addAll(expressions.explosions());
        explosions.add(new Body.Explosion(number, List.copyOf(arrays), unfolded.left()));
        return new Found(from.from(), List.copyOf(offered), List.copyOf(explosions));
    }
}
