package io.nightglass.hogql.function;

/** Dates and times. Days, hours and weeks are those of the pane's time zone unless a zone is given. */
final class DateFunctions {
    static final String TABLE = """
            toDate, toDate32, DATE, date | moment, zone? -> date     | The day. | toDate('2026-01-31 10:47:00') => 2026-01-31
            toDateTime, toDateTime64, TIMESTAMP | moment, any?, any? -> datetime | The moment; of a number, seconds since 1970. | toDateTime('2026-01-31 10:47:00') => 2026-01-31 10:47:00
            toTimeZone             | moment, zone -> datetime  | The same moment, its day and hour read in that zone. | toHour(toTimeZone(toDateTime(0), 'Asia/Tokyo')) => 9
            toStartOfSecond        | moment, zone? -> datetime | The second it is in. | toStartOfSecond(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:47:33
            toStartOfMinute        | moment, zone? -> seconds | The minute it is in. | toStartOfMinute(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:47:00
            toStartOfFiveMinutes, toStartOfFiveMinute | moment, zone? -> seconds | The five minutes it is in. | toStartOfFiveMinutes(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:45:00
            toStartOfTenMinutes    | moment, zone? -> seconds | The ten minutes it is in. | toStartOfTenMinutes(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:40:00
            toStartOfFifteenMinutes | moment, zone? -> seconds | The quarter of an hour it is in. | toStartOfFifteenMinutes(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:45:00
            toStartOfHour          | moment, zone? -> seconds | The hour it is in. | toStartOfHour(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 10:00:00
            toStartOfDay           | moment, zone? -> seconds | Midnight before it. | toStartOfDay(toDateTime('2026-01-31 10:47:33')) => 2026-01-31 00:00:00
            toStartOfWeek          | moment, integer?, zone? -> date | The Sunday of its week; with mode 1 the Monday. | toStartOfWeek(toDate('2026-01-31')) => 2026-01-25
            toMonday               | moment, zone? -> date     | The Monday of its week. | toMonday(toDate('2026-01-31')) => 2026-01-26
            toStartOfMonth         | moment, zone? -> date     | The first of its month. | toStartOfMonth(toDate('2026-01-31')) => 2026-01-01
            toLastDayOfMonth, last_day | moment, zone? -> date     | The last of its month. | toLastDayOfMonth(toDate('2026-02-03')) => 2026-02-28
            toStartOfQuarter       | moment, zone? -> date     | The first of its quarter. | toStartOfQuarter(toDate('2026-05-31')) => 2026-04-01
            toStartOfYear          | moment, zone? -> date     | The first of January. | toStartOfYear(toDate('2026-05-31')) => 2026-01-01
            toStartOfISOYear       | moment, zone? -> date     | The Monday on which its ISO year begins. | toStartOfISOYear(toDate('2026-05-31')) => 2025-12-29
            toYear, year           | moment, zone? -> integer  | The year. | toYear(toDate('2026-05-31')) => 2026
            toQuarter, quarter     | moment, zone? -> integer  | The quarter, 1 to 4. | toQuarter(toDate('2026-05-31')) => 2
            toMonth, month         | moment, zone? -> integer  | The month, 1 to 12. | toMonth(toDate('2026-05-31')) => 5
            toISOYear              | moment, zone? -> integer  | The year its ISO week belongs to. | toISOYear(toDate('2027-01-01')) => 2026
            toISOWeek              | moment, zone? -> integer  | The ISO week, 1 to 53. | toISOWeek(toDate('2027-01-01')) => 53
            toDayOfYear, dayOfYear | moment, zone? -> integer  | The day of the year, from 1. | toDayOfYear(toDate('2026-02-01')) => 32
            toDayOfMonth, dayOfMonth, day | moment, zone? -> integer | The day of the month, from 1. | toDayOfMonth(toDate('2026-02-03')) => 3
            toDayOfWeek, dayOfWeek | moment, integer?, zone? -> integer  | 1 for Monday to 7 for Sunday; mode 1: from 0, 2: Sunday is 0, 3: Sunday is 1. | toDayOfWeek(toDate('2026-02-01')) => 7
            toHour, hour           | moment, zone? -> integer  | The hour, 0 to 23. | toHour(toDateTime('2026-01-31 10:47:33')) => 10
            toMinute, minute       | moment, zone? -> integer  | The minute, 0 to 59. | toMinute(toDateTime('2026-01-31 10:47:33')) => 47
            toSecond, second       | moment, zone? -> integer  | The second, 0 to 59. | toSecond(toDateTime('2026-01-31 10:47:33')) => 33
            toYYYYMM               | moment, zone? -> integer  | Year and month as one number. | toYYYYMM(toDate('2026-02-03')) => 202602
            toYYYYMMDD             | moment, zone? -> integer  | The day as one number. | toYYYYMMDD(toDate('2026-02-03')) => 20260203
            toUnixTimestamp        | moment, zone? -> integer  | Seconds since 1970. | toUnixTimestamp(fromUnixTimestamp(86400)) => 86400
            toUnixTimestamp64Milli | moment -> integer         | Milliseconds since 1970. | toUnixTimestamp64Milli(fromUnixTimestamp(2)) => 2000
            fromUnixTimestamp, FROM_UNIXTIME, fromUnixTimestamp64Second | number -> seconds        | The moment so many seconds after 1970. | toUnixTimestamp(fromUnixTimestamp(86400)) => 86400
            fromUnixTimestamp64Milli | integer -> datetime     | The moment so many milliseconds after 1970. | toUnixTimestamp(fromUnixTimestamp64Milli(2000)) => 2
            formatDateTime, date_format, DATE_FORMAT | moment, format, zone? -> text | As text by ClickHouse's pattern: %Y %m %d %H %i %S, %M is the month's name. | formatDateTime(toDate('2026-01-31'), '%d %M %Y') => '31 January 2026'
            dateDiff, date_diff, datediff, timestampDiff, timestamp_diff | unit, moment, moment, zone? -> integer | Boundaries of the unit (microsecond, millisecond, second, minute, hour, day, week, month, quarter, year) crossed from the first to the second. | dateDiff('month', toDate('2026-01-31'), toDate('2026-02-01')) => 1
            age                    | unit, moment, moment, zone? -> integer | Full units from the first to the second. | age('month', toDate('2026-01-31'), toDate('2026-02-01')) => 0
            addSeconds             | moment, integer -> datetime | Later by so many seconds. | addSeconds(toDateTime('2026-01-31 10:47:33'), 7) => 2026-01-31 10:47:40
            addMinutes             | moment, integer -> datetime | Later by so many minutes. | addMinutes(toDateTime('2026-01-31 10:47:33'), 3) => 2026-01-31 10:50:33
            addHours               | moment, integer -> datetime | Later by so many hours. | addHours(toDateTime('2026-01-31 10:47:33'), 1) => 2026-01-31 11:47:33
            addDays                | moment, integer -> moment | So many days later, the same time of day. | addDays(toDate('2026-01-31'), 1) => 2026-02-01
            addWeeks               | moment, integer -> moment | So many weeks later. | addWeeks(toDate('2026-01-31'), 1) => 2026-02-07
            addMonths              | moment, integer -> moment | So many months later, at most the last of that month. | addMonths(toDate('2026-01-31'), 1) => 2026-02-28
            addQuarters            | moment, integer -> moment | So many quarters later. | addQuarters(toDate('2026-01-31'), 1) => 2026-04-30
            addYears               | moment, integer -> moment | So many years later. | addYears(toDate('2026-01-31'), 1) => 2027-01-31
            """;

    static final String WRITTEN_AS_OTHERS = """
            now, now64, nowInBlock, UTCTimestamp, UTC_TIMESTAMP, current_timestamp | any? -> datetime!              | The moment of the question, the same all through it. | now() = now() => 1
            today, curdate, current_date   | zone? -> date!                 | The day of the question. | today() = toDate(now()) => 1
            yesterday                      | zone? -> date!                 | The day before. | dateDiff('day', yesterday(), today()) => 1
            dateTrunc, date_trunc          | unit, moment, zone? -> moment  | toStartOfHour, toStartOfDay, toMonday, toStartOfMonth, ... by unit. | dateTrunc('month', toDate('2026-01-31')) => 2026-01-01
            toStartOfInterval              | moment, interval, zone? -> moment | The interval it is in: several minutes, days or weeks from 1970 on, several hours from midnight, several months from 1900, several years from year 0. | toStartOfInterval(toDateTime('2026-01-31 10:47:00'), INTERVAL 5 HOUR) => 2026-01-31 10:00:00
            dateAdd, date_add, timestampAdd, timestamp_add, addDate | any, any, any? -> moment       | dateAdd(day, 1, x), dateAdd('day', 1, x), dateAdd(x, INTERVAL 1 DAY); x + INTERVAL 1 DAY is this. | dateAdd('day', 1, toDate('2026-01-31')) => 2026-02-01
            dateSub, date_sub, timestampSub, timestamp_sub, subDate | any, any, any? -> moment       | The same, earlier. | dateSub('day', 1, toDate('2026-01-31')) => 2026-01-30
            timeDiff                       | moment, moment -> integer      | Seconds from the first to the second. | timeDiff(toDateTime('2026-01-31 10:47:33'), toDateTime('2026-01-31 10:47:40')) => 7
            timezone, timeZone             | -> text!                       | The pane's time zone. | notEmpty(timezone()) => 1
            subtractMilliseconds           | moment, integer -> datetime    | addMilliseconds, earlier. | toMillisecond(subtractMilliseconds(toDateTime('2026-01-31 10:47:33'), 7)) => 993
            subtractMicroseconds           | moment, integer -> datetime    | addMicroseconds, earlier. | toMillisecond(subtractMicroseconds(toDateTime('2026-01-31 10:47:33'), 7000)) => 993
            subtractSeconds                | moment, integer -> datetime    | addSeconds, earlier. | subtractSeconds(toDateTime('2026-01-31 10:47:33'), 3) => 2026-01-31 10:47:30
            subtractMinutes                | moment, integer -> datetime    | addMinutes, earlier. | subtractMinutes(toDateTime('2026-01-31 10:47:33'), 7) => 2026-01-31 10:40:33
            subtractHours                  | moment, integer -> datetime    | addHours, earlier. | subtractHours(toDateTime('2026-01-31 10:47:33'), 1) => 2026-01-31 09:47:33
            subtractDays                   | moment, integer -> moment      | addDays, earlier. | subtractDays(toDate('2026-01-31'), 1) => 2026-01-30
            subtractWeeks                  | moment, integer -> moment      | addWeeks, earlier. | subtractWeeks(toDate('2026-01-31'), 1) => 2026-01-24
            subtractMonths                 | moment, integer -> moment      | addMonths, earlier. | subtractMonths(toDate('2026-03-31'), 1) => 2026-02-28
            subtractQuarters               | moment, integer -> moment      | addQuarters, earlier. | subtractQuarters(toDate('2026-05-31'), 1) => 2026-02-28
            subtractYears                  | moment, integer -> moment      | addYears, earlier. | subtractYears(toDate('2026-01-31'), 1) => 2025-01-31
            toIntervalSecond               | integer -> interval            | INTERVAL n SECOND is this. | toDateTime('2026-01-31 10:47:33') + INTERVAL 7 SECOND => 2026-01-31 10:47:40
            toIntervalMinute               | integer -> interval            | INTERVAL n MINUTE. | toDateTime('2026-01-31 10:47:33') + INTERVAL 3 MINUTE => 2026-01-31 10:50:33
            toIntervalHour                 | integer -> interval            | INTERVAL n HOUR. | toDateTime('2026-01-31 10:47:33') - INTERVAL 1 HOUR => 2026-01-31 09:47:33
            toIntervalDay                  | integer -> interval            | INTERVAL n DAY. | toDate('2026-01-31') - INTERVAL 30 DAY => 2026-01-01
            toIntervalWeek                 | integer -> interval            | INTERVAL n WEEK. | toDate('2026-01-31') + INTERVAL 1 WEEK => 2026-02-07
            toIntervalMonth                | integer -> interval            | INTERVAL n MONTH. | toDate('2026-01-31') + INTERVAL 1 MONTH => 2026-02-28
            toIntervalQuarter              | integer -> interval            | INTERVAL n QUARTER. | toDate('2026-01-31') + INTERVAL 1 QUARTER => 2026-04-30
            toIntervalYear                 | integer -> interval            | INTERVAL n YEAR. | toDate('2026-01-31') + INTERVAL 1 YEAR => 2027-01-31
            """;

    private DateFunctions() {}
}
