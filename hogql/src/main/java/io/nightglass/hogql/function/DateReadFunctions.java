package io.nightglass.hogql.function;

/** Dates put together, read out of texts, and told by numbers. What cannot be read is NULL, never an error. */
final class DateReadFunctions {
    static final String TABLE = """
            parseDateTime, str_to_date, STR_TO_DATE, parseDateTimeOrNull | text, format, zone? -> datetime? | The moment a text says by a pattern like formatDateTime's; NULL where it does not fit. Unlike in ClickHouse no error. | parseDateTime('31/Jan/2026 10:47', '%d/%b/%Y %H:%i') => 2026-01-31 10:47:00
            parseDateTimeOrZero     | text, format, zone? -> datetime! | The same; 1970-01-01 where it does not fit. | toDate(parseDateTimeOrZero('x', '%Y')) => 1970-01-01
            parseDateTimeBestEffort, parseDateTimeBestEffortOrNull | any, zone? -> datetime? | The second a text says in one of many ways: ISO, 31 Jan 2026, 31/01/2026, 20260131, seconds since 1970. | parseDateTimeBestEffort('31 Jan 2026 10:47') => 2026-01-31 10:47:00
            parseDateTimeBestEffortUS, parseDateTimeBestEffortUSOrNull | any, zone? -> datetime? | The same, the month first: 01/31/2026. | parseDateTimeBestEffortUS('01/31/2026') => 2026-01-31 00:00:00
            parseDateTime64BestEffort, parseDateTime64BestEffortOrNull | any, any?, zone? -> datetime? | The same with parts of a second. | parseDateTime64BestEffort('2026-01-31 10:47:33.5') => 2026-01-31 10:47:33.5
            parseDateTimeBestEffortOrZero | any, zone? -> datetime! | The same; 1970-01-01 for what cannot be read. | toYear(parseDateTimeBestEffortOrZero('x')) => 1970
            makeDate                | integer, integer, integer? -> date | The day of a year, a month and a day, or of a year and its day. | makeDate(2026, 1, 31) => 2026-01-31
            makeDateTime            | integer, integer, integer, integer, integer, number -> datetime | The moment of year, month, day, hour, minute and second. | makeDateTime(2026, 1, 31, 10, 47, 33) => 2026-01-31 10:47:33
            YYYYMMDDToDate          | integer -> date    | The day that toYYYYMMDD told. | YYYYMMDDToDate(20260131) => 2026-01-31
            toYYYYMMDDhhmmss        | moment, zone? -> integer | The second as one number. | toYYYYMMDDhhmmss(toDateTime('2026-01-31 10:47:33')) => 20260131104733
            toWeek, week            | moment, integer?, zone? -> integer | The week of the year by MySQL's modes 0 to 9. | toWeek(toDate('2026-01-01'), 3) => 1
            toYearWeek, yearweek    | moment, integer?, zone? -> integer | The year the week belongs to and the week as one number. | toYearWeek(toDate('2027-01-01'), 3) => 202653
            toLastDayOfWeek         | moment, integer?, zone? -> date | The Saturday of its week; with mode 1 the Sunday. | toLastDayOfWeek(toDate('2026-01-29')) => 2026-01-31
            toMillisecond           | moment -> integer  | The milliseconds, 0 to 999. | toMillisecond(toDateTime('2026-01-31 10:47:33.5')) => 500
            toStartOfMillisecond    | moment -> datetime | The millisecond it is in. | toMillisecond(toStartOfMillisecond(toDateTime('2026-01-31 10:47:33.5678'))) => 567
            toStartOfMicrosecond    | moment -> datetime | The microsecond it is in: the moment itself. | toMillisecond(toStartOfMicrosecond(toDateTime('2026-01-31 10:47:33.5'))) => 500
            toRelativeYearNum       | moment, zone? -> integer | The year. | toRelativeYearNum(toDate('2026-01-01')) => 2026
            toRelativeQuarterNum    | moment, zone? -> integer | Quarters since year 0. | toRelativeQuarterNum(toDate('2026-01-01')) => 8104
            toRelativeMonthNum      | moment, zone? -> integer | Months since year 0. | toRelativeMonthNum(toDate('2026-01-01')) => 24313
            toRelativeWeekNum       | moment, zone? -> integer | Weeks since 1970, from Monday to Sunday. | toRelativeWeekNum(toDate('2026-01-01')) => 2922
            toRelativeDayNum        | moment, zone? -> integer | Days since 1970. | toRelativeDayNum(toDate('2026-01-01')) => 20454
            toRelativeHourNum       | moment, zone? -> integer | Hours since 1970. | toRelativeHourNum(fromUnixTimestamp(7200)) => 2
            toRelativeMinuteNum     | moment, zone? -> integer | Minutes since 1970. | toRelativeMinuteNum(fromUnixTimestamp(7200)) => 120
            toRelativeSecondNum     | moment, zone? -> integer | Seconds since 1970. | toRelativeSecondNum(fromUnixTimestamp(7200)) => 7200
            toDaysSinceYearZero     | moment, zone? -> integer | Days since year 0. | toDaysSinceYearZero(toDate('2026-01-01')) => 739982
            fromDaysSinceYearZero   | integer -> date    | The day so many days after year 0. | fromDaysSinceYearZero(739982) => 2026-01-01
            toUnixTimestamp64Second | moment -> integer  | Seconds since 1970. | toUnixTimestamp64Second(fromUnixTimestamp(2)) => 2
            toUnixTimestamp64Micro  | moment -> integer  | Microseconds since 1970. | toUnixTimestamp64Micro(fromUnixTimestamp(2)) => 2000000
            toUnixTimestamp64Nano   | moment -> integer  | Nanoseconds since 1970. | toUnixTimestamp64Nano(fromUnixTimestamp(2)) => 2000000000
            fromUnixTimestamp64Micro | integer -> datetime | The moment so many microseconds after 1970. | toUnixTimestamp(fromUnixTimestamp64Micro(2000000)) => 2
            fromUnixTimestamp64Nano | integer -> datetime | The moment so many nanoseconds after 1970. | toUnixTimestamp(fromUnixTimestamp64Nano(2000000000)) => 2
            timeSlot                | moment, zone? -> datetime | The half hour it is in. | timeSlot(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:30:00
            timeSlots               | datetime, integer, integer? -> [datetime]! | The beginnings of the slots, of half an hour or so many seconds, that so many seconds from a moment on lie in; at most 10,000. | length(timeSlots(toDateTime('2026-01-31 10:47:33'), 3600)) => 3
            timezoneOffset, timeZoneOffset | moment, zone? -> integer | Seconds that the clock is ahead of UTC. | timezoneOffset(toDateTime('2026-01-31 10:47:33'), 'Asia/Tokyo') => 32400
            monthName               | moment, zone? -> text | The name of the month. | monthName(toDate('2026-01-31')) => 'January'
            dateName                | unit, moment, zone? -> text | A part of it as text: year, quarter, month, dayofyear, day, week, weekday, hour, minute, second. | dateName('weekday', toDate('2026-01-31')) => 'Saturday'
            addMilliseconds         | moment, integer -> datetime | Later by so many milliseconds. | toMillisecond(addMilliseconds(toDateTime('2026-01-31 10:47:33'), 7)) => 7
            addMicroseconds         | moment, integer -> datetime | Later by so many microseconds. | toMillisecond(addMicroseconds(toDateTime('2026-01-31 10:47:33'), 7000)) => 7
            """;

    private DateReadFunctions() {}
}
