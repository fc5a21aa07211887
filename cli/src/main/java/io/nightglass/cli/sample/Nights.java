package io.nightglass.cli.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * The calendar of the story: which of the fourteen nights holds what. Night 14 is the last one. A night runs from noon to
 * noon, so a time before twelve is the next morning.
 */
record Nights(LocalDate last, ZoneId zone) {
    static final int COUNT = 14;

    /** The rubric moved into the planner's prompt of gtm-autoresearch, and helped. */
    static final int RUBRIC = 4;

    /** autoagent did not run. */
    static final int AGENT_AWAY = 6;

    /** New routing rules: judge calls go to a cheaper model. */
    static final int NEW_RULES = 7;

    /** The planner's prompt of gtm-autoresearch was rewritten, and hurt: this night and the next. */
    static final int BAD_PROMPT = 9;

    /** autoagent got a retrieval tool: dearer rounds, no gain ever since. */
    static final int RETRIEVAL = 10;

    /** The old prompt came back. */
    static final int PROMPT_RESTORED = 11;

    /** The run of autoresearch died without a stop. */
    static final int RUN_DIED = 12;

    /** On the last night a workspace export stood in the way of gtm-autoresearch from here ... */
    static final LocalTime EXPORT_BEGAN = LocalTime.of(1, 41);

    /** ... to here. */
    static final LocalTime EXPORT_ENDED = LocalTime.of(2, 40);

    static boolean promptIsBad(int night) {
        return night >= BAD_PROMPT && night < PROMPT_RESTORED;
    }

    /** The date a night is named after. */
    LocalDate date(int night) {
        return last.minusDays(COUNT - night);
    }

    Instant at(int night, LocalTime time) {
        var day = time.isBefore(LocalTime.NOON) ? date(night).plusDays(1) : date(night);
        return day.atTime(time).atZone(zone).toInstant();
    }

    boolean exportIsUnderWay(Instant moment) {
        return moment.isAfter(at(COUNT, EXPORT_BEGAN)) && moment.isBefore(at(COUNT, EXPORT_ENDED));
    }

    List<SampleAnnotation> annotations() {
        return List.of(
                note(RUBRIC, "16:40", "gtm-autoresearch planner prompt: scoring rubric in context"),
                note(NEW_RULES, "17:10", "routing rules 13: judge calls go to sample-judge-1"),
                note(BAD_PROMPT, "18:05", "gtm-autoresearch planner prompt: role spec cut to one paragraph"),
                note(RETRIEVAL, "16:15", "autoagent: retrieval tool added to the harness"),
                note(PROMPT_RESTORED, "15:30", "gtm-autoresearch planner prompt: role spec restored"),
                note(COUNT, "18:20", "gtm-autoresearch planner prompt: container facts before the task"),
                note(COUNT, "19:05", "autoresearch optimizer: warm-up of 200 steps"),
                note(COUNT, EXPORT_BEGAN.toString(), "gtm-autoresearch: workspace export began"));
    }

    private SampleAnnotation note(int night, String time, String content) {
        return new SampleAnnotation(at(night, LocalTime.parse(time)), content);
    }
}
