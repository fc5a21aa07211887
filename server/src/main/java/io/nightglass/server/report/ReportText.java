package io.nightglass.server.report;

import io.nightglass.boards.morning.LoopNight;
import io.nightglass.boards.morning.Morning;
import io.nightglass.boards.trace.OneLine;
import io.nightglass.server.page.Headline;
import io.nightglass.server.page.format.Times;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The morning report for a terminal, or for a chat or an issue. */
final class ReportText {
    private static final int WIDTH = 14;
    private static final Pattern MARKUP = Pattern.compile("[\\\\`*_\\[\\]<>#|~]");

    /** How it is marked up. */
    enum Form {
        TEXT {
            @Override
            String title(String text) {
                return text + "\n" + "=".repeat(text.codePointCount(0, text.length())) + "\n";
            }

            @Override
            String loop(String name) {
                return "\n" + name + "\n";
            }

            @Override
            String fact(ReportFacts.Fact fact) {
                return "  " + fact.name()
                        + " ".repeat(Math.max(1, WIDTH - fact.name().length())) + fact.value() + "\n";
            }

            @Override
            String said(String text) {
                return text;
            }
        },
        MARKDOWN {
            @Override
            String title(String text) {
                return "# " + text + "\n\n";
            }

            @Override
            String loop(String name) {
                return "\n## " + name + "\n\n";
            }

            @Override
            String fact(ReportFacts.Fact fact) {
                return "- **" + fact.name() + "** " + fact.value() + "\n";
            }

            @Override
            String said(String text) {
                return MARKUP.matcher(text).replaceAll("\\\\$0");
            }
        };

        abstract String title(String text);

        abstract String loop(String name);

        abstract String fact(ReportFacts.Fact fact);

        /** What an event said, as it may stand here. */
        abstract String said(String text);
    }

    private ReportText() {}

    static String of(Morning morning, Form form) {
        var times = new Times(morning.night().zone());
        var text = new StringBuilder(
                form.title("Night of " + Times.longDay(morning.night().date())));
        var headline =
                Headline.of(morning, times).stream().map(Headline.Phrase::text).collect(Collectors.joining());
        text.append(form.said(OneLine.of(headline))).append("\n\n");
        text.append("%s, noon to noon, %s.\n".formatted(rounds(morning), times.zoneName()));
        for (LoopNight loop : morning.inNight()) {
            text.append(
                    form.loop(form.said(OneLine.of(Objects.requireNonNullElse(loop.project(), "no project"), 200))));
            new ReportFacts(loop, morning, value -> form.said(OneLine.of(value, 500)))
                    .all()
                    .forEach(fact -> text.append(form.fact(fact)));
        }
        return text.toString();
    }

    private static String rounds(Morning morning) {
        long rounds = morning.rounds();
        return rounds + (rounds == 1 ? " round" : " rounds");
    }
}
