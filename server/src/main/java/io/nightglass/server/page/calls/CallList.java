package io.nightglass.server.page.calls;

import io.nightglass.boards.calls.Call;
import io.nightglass.boards.calls.CallPage;
import io.nightglass.boards.calls.CallPlace;
import io.nightglass.boards.calls.CallSort;
import io.nightglass.boards.calls.Calls;
import io.nightglass.server.page.Asked;
import io.nightglass.server.page.Links;
import io.nightglass.server.page.format.Times;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A table of calls, part by part.
 *
 * @param first the place of its first row among all, from 1
 * @param total how many calls there are in all
 * @param here the address without order and place
 */
public record CallList(CallPage page, CallSort sort, long first, long total, Links here, Times times) {
    /** Up to so many the engine finds first and reads all columns of them alone; of a longer part it reads every call's. */
    private static final int SIZE = 40;

    private static final int LONGEST = 80;

    /** Blocks for a question. @param usual the order when none is asked for */
    static CallList of(Calls calls, CallAddress address, Asked asked, CallSort usual, long total) {
        var by = asked.word("sort", CallSort.By.class);
        var order = asked.text("order");
        var sort = new CallSort(
                by == null ? usual.by() : by, order == null ? by != null || usual.descending() : !order.equals("asc"));
        var from = asked.text("after");
        var place = from == null ? null : CallPlace.read(from, sort.by()).orElse(null);
        if (from != null && place == null) {
            asked.problem("The place in this address cannot be read, so the list begins anew.");
        }
        var first = place == null ? null : asked.number("n", 1, Integer.MAX_VALUE);
        return new CallList(
                calls.page(address.filter(), sort, place, SIZE),
                sort,
                first == null ? 1 : first,
                total,
                address.here(),
                new Times(calls.asker().zone()));
    }

    public long last() {
        return first + page.calls().size() - 1;
    }

    /** The next part; null when this is the last. */
    public @Nullable Links next() {
        var next = page.next();
        return next == null || last() >= total
                ? null
                : ordered(sort).with("after", next.wire()).with("n", last() + 1);
    }

    /** The first part; null when this is it. */
    public @Nullable Links begin() {
        return first == 1 ? null : ordered(sort);
    }

    /** The same list ordered by a column: a second click turns it round. */
    public Links sorted(CallSort.By by) {
        return ordered(new CallSort(by, sort.by() != by || !sort.descending()));
    }

    private Links ordered(CallSort by) {
        return here.with("sort", by.by().wire()).with("order", by.descending() ? null : "asc");
    }

    public @Nullable String aria(CallSort.By by) {
        return sort.by() != by ? null : sort.descending() ? "descending" : "ascending";
    }

    /** Where a call stands in its round's trace; null when it is of none. */
    public static @Nullable Links trace(Call call) {
        var round = call.ties().round();
        return round == null ? null : Links.toRound(round).with("node", call.uuid());
    }

    /** A name where a line must hold it. */
    public static String cut(String name) {
        return name.codePointCount(0, name.length()) <= LONGEST
                ? name
                : name.substring(0, name.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** A name, or a dash. */
    public static String cell(@Nullable String name) {
        return Objects.requireNonNullElse(name, "—");
    }
}
