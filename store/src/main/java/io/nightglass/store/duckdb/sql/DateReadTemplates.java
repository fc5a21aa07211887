package io.nightglass.store.duckdb.sql;

/** Dates put together and told by numbers. {@link FunctionTemplates} says what the marks mean. */
final class DateReadTemplates {
    static final String TABLE = """
            makeDateTime           | clock make_timestamp($1, $2, $3, $4, $5, CAST($6 AS DOUBLE))
            YYYYMMDDToDate         | make_date(CAST($1 // 10000 AS INTEGER), CAST($1 // 100 % 100 AS INTEGER), CAST($1 % 100 AS INTEGER))
            toYYYYMMDDhhmmss       | CAST(strftime(@1, '%Y%m%d%H%M%S') AS BIGINT)
            toMillisecond          | (epoch_us(#1) // 1000 % 1000)
            toStartOfMillisecond   | date_trunc('millisecond', #1)
            toStartOfMicrosecond   | #1
            toRelativeYearNum      | year(@1)
            toRelativeQuarterNum   | (year(@1) * 4 + quarter(@1) - 1)
            toRelativeMonthNum     | (year(@1) * 12 + month(@1))
            toRelativeWeekNum      | ((CAST(@1 AS DATE) - DATE '1970-01-01' + 3) // 7)
            toRelativeDayNum       | (CAST(@1 AS DATE) - DATE '1970-01-01')
            toRelativeHourNum      | (epoch_us(#1) // 3600000000)
            toRelativeMinuteNum    | (epoch_us(#1) // 60000000)
            toRelativeSecondNum    | (epoch_us(#1) // 1000000)
            toDaysSinceYearZero    | (CAST(@1 AS DATE) - DATE '1970-01-01' + 719528)
            fromDaysSinceYearZero  | (DATE '1970-01-01' + CAST($1 - 719528 AS INTEGER))
            toUnixTimestamp64Second | (epoch_us(#1) // 1000000)
            toUnixTimestamp64Micro | epoch_us(#1)
            toUnixTimestamp64Nano  | (epoch_us(#1) * 1000)
            fromUnixTimestamp64Micro | make_timestamp($1)
            fromUnixTimestamp64Nano | make_timestamp($1 // 1000)
            timeSlot               | time_bucket(INTERVAL 30 MINUTE, #1)
            timezoneOffset         | CAST(epoch(@1) - epoch(#1) AS BIGINT)
            monthName              | monthname(@1)
            addMilliseconds        | (#1 + to_milliseconds($2))
            addMicroseconds        | (#1 + to_microseconds($2))
            """;

    private DateReadTemplates() {}
}
