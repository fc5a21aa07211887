package io.nightglass.hogql.function;

/** What only means something over a window; every aggregate may stand over one too. */
final class WindowFunctions {
    static final String TABLE = """
            row_number            | -> count!                 | The place of the row in its partition, from 1. | row_number() OVER (ORDER BY x) over [5] => 1
            rank                  | -> count!                 | The same for rows that are alike in order, with gaps after them. | rank() OVER (ORDER BY x) over [5] => 1
            dense_rank, denseRank | -> count!                 | The same for rows that are alike in order, without gaps. | dense_rank() OVER (ORDER BY x) over [5] => 1
            percent_rank, percentRank | -> float!             | The rank as a share of the partition, 0 for the first and 1 for the last. | percent_rank() OVER (ORDER BY x) over [5] => 0
            cume_dist             | -> float!                 | The share of rows up to and alike with this one. | cume_dist() OVER (ORDER BY x) over [5] => 1
            ntile                 | integer -> count!         | The number of the row's part, when a partition is cut into so many. | ntile(2) OVER (ORDER BY x) over [5] => 1
            lag                   | T, integer?, T? -> T      | The value of the row so many (or 1) before; outside the partition the third argument, else 0 or ''. | lag(x, 1, 7) OVER (ORDER BY x) over [5] => 7
            lead                  | T, integer?, T? -> T      | The value of the row so many (or 1) after; outside the partition the third argument, else 0 or ''. | lead(x) OVER (ORDER BY x) over [5] => 0
            lagInFrame            | T, integer?, T? -> T      | Like lag, but rows outside the frame count as outside. | lagInFrame(x) OVER (ORDER BY x) over [5] => 0
            leadInFrame           | T, integer?, T? -> T      | Like lead, but rows outside the frame count as outside: the usual frame ends at the current row. | leadInFrame(x, 1, 7) OVER (ORDER BY x) over [5] => 7
            nth_value             | T, integer -> T           | The value of that row of the frame, from 1; past its end 0 or ''. | nth_value(x, 1) OVER (ORDER BY x) over [5] => 5
            """;

    private WindowFunctions() {}
}
