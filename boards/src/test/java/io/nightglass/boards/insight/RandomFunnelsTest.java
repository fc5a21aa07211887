package io.nightglass.boards.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ordered and strict funnels over random events, many at the same moment, beside a count by trying every start. */
class RandomFunnelsTest {
    private static final Instant START = Instant.parse("2026-05-19T00:00:00Z");

    @TempDir
    Path folder = Path.of(".");

    /** @param step which step it is, from 0; 3 is none */
    private record Said(String who, int minute, int step) {}

    @Test
    void reachesWhatTryingEveryStartReaches() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var all = new ArrayList<Said>();
        try (var pane = new AskedPane(folder, "UTC", "2026-05-20T12:00:00Z")) {
            for (int i = 0; i < 400; i++) {
                var said = new Said("actor" + random.nextInt(25), random.nextInt(60), random.nextInt(4));
                all.add(said);
                pane.said(START.plusSeconds(60L * said.minute()).toString(), said.who(), "step" + said.step());
            }
            for (int minutes = 1; minutes <= 31; minutes += 6) {
                for (boolean strict : List.of(false, true)) {
                    var answer = pane.ask(
                            ("{'kind':'FunnelsQuery','dateRange':{'date_from':'2026-05-19'},'series':[{'event':'step0'},"
                                            + "{'event':'step1'},{'event':'step2'}],'funnelsFilter':{'funnelOrderType':'%s',"
                                            + "'funnelWindowInterval':%d,'funnelWindowIntervalUnit':'minute'}}")
                                    .formatted(strict ? "strict" : "ordered", minutes));
                    var what = "seed %d, %d minutes, strict %s".formatted(seed, minutes, strict);
                    assertEquals(tried(all, minutes, strict), AskedPane.each(answer, "count"), what);
                }
            }
        }
    }

    private static String tried(List<Said> all, int minutes, boolean strict) {
        var counts = new int[3];
        for (var who : all.stream().map(Said::who).distinct().toList()) {
            var own = all.stream()
                    .filter(said -> said.who().equals(who) && (strict || said.step() < 3))
                    .sorted(Comparator.comparing(Said::minute).thenComparing(Said::step))
                    .toList();
            int best = 0;
            for (int start = 0; start < own.size(); start++) {
                best = Math.max(best, own.get(start).step() == 0 ? reached(own, start, minutes, strict) : 0);
            }
            for (int step = 0; step < best; step++) {
                counts[step]++;
            }
        }
        var joined = new StringJoiner(" ");
        for (int count : counts) {
            joined.add(String.valueOf(count));
        }
        return joined.toString();
    }

    private static int reached(List<Said> own, int start, int minutes, boolean strict) {
        int step = 1;
        for (int i = start + 1; i < own.size() && step < 3; i++) {
            boolean next = own.get(i).step() == step
                    && own.get(i).minute() <= own.get(start).minute() + minutes;
            step += next ? 1 : 0;
            if (strict && !next) {
                break;
            }
        }
        return step;
    }
}
