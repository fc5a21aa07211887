package io.nightglass.store.duckdb.sql;

/** Dates and times. {@link FunctionTemplates} says what the marks mean. */
final class DateTemplates {
    static final String TABLE = """
            toTimeZone             | #1
            toStartOfSecond        | date_trunc('second', #1)
            toStartOfMinute        | date_trunc('minute', #1)
            toStartOfFiveMinutes   | time_bucket(INTERVAL 5 MINUTE, #1)
            toStartOfTenMinutes    | time_bucket(INTERVAL 10 MINUTE, #1)
            toStartOfFifteenMinutes | time_bucket(INTERVAL 15 MINUTE, #1)
            toStartOfDay           | clock date_trunc('day', @1)
            toMonday               | CAST(date_trunc('week', @1) AS DATE)
            toStartOfMonth         | CAST(date_trunc('month', @1) AS DATE)
            toLastDayOfMonth       | last_day(@1)
            toStartOfQuarter       | CAST(date_trunc('quarter', @1) AS DATE)
            toStartOfYear          | CAST(date_trunc('year', @1) AS DATE)
            toStartOfISOYear       | CAST(date_trunc('week', make_date(isoyear(@1), 1, 4)) AS DATE)
            toYear                 | year(@1)
            toQuarter              | quarter(@1)
            toMonth                | month(@1)
            toISOYear              | isoyear(@1)
            toISOWeek              | weekofyear(@1)
            toDayOfYear            | dayofyear(@1)
            toDayOfMonth           | day(@1)
            toHour                 | hour(@1)
            toMinute               | minute(@1)
            toSecond               | second(@1)
            toYYYYMM               | (year(@1) * 100 + month(@1))
            toYYYYMMDD             | (year(@1) * 10000 + month(@1) * 100 + day(@1))
            toUnixTimestamp        | (epoch_us(#1) // 1000000)
            toUnixTimestamp64Milli | (epoch_us(#1) // 1000)
            fromUnixTimestamp      | make_timestamp(TRY_CAST($1 * 1000000 AS BIGINT))
            fromUnixTimestamp64Milli | make_timestamp(TRY_CAST($1::HUGEINT * 1000 AS BIGINT))
            addSeconds             | (#1 + to_seconds($2))
            addMinutes             | (#1 + to_minutes($2))
            addHours               | (#1 + to_hours($2))
            """;

    private DateTemplates() {}
}
