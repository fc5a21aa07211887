package io.nightglass.hogql.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** PostHog's own parser, unmodified, in a process beside: what it reads is read here, what it refuses is refused. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OracleTest {
    private static final List<String> PLACES = List.of(
            "select %s",
            "select a %s",
            "select a as %s",
            "select a.%s",
            "select %s(1)",
            "select 1 from %s",
            "select 1 from a %s",
            "select 1 from a as %s",
            "with %s as (select 1) select 1",
            "select %s: a",
            "select f() over %s from a",
            "select a::%s",
            "select 1 + %s from t",
            "select {%s}",
            "select 1 order by %s");

    private static final List<String> WORDS =
            List.of(("all and any array as asc asof between by case cast catch cohort columns cross cube date day desc "
                            + "descending distinct else end except exclude false filter final first following for from full fun "
                            + "group grouping having hour id if ignore ilike in inf inner intersect interval is join key lambda "
                            + "last left let like limit materialized minute month name nan natural not null nulls offset on or "
                            + "order over partition pivot prewhere qualify range recursive replace return right rollup rows "
                            + "sample select semi settings step then ties time timestamp to top totals trim true try union using "
                            + "values week when where while window with within year zone plain")
                    .split(" "));

    private Oracle oracle;

    @BeforeAll
    void install() throws Exception {
        oracle = Oracle.installed();
    }

    /** Where the oracle itself breaks, its verdict is none. */
    private void agree(List<String> texts) throws Exception {
        var verdicts = oracle.verdicts(texts);
        var wrong = new ArrayList<String>();
        int asked = 0;
        for (int i = 0; i < texts.size(); i++) {
            if (!verdicts.get(i).equals("?")) {
                asked++;
                boolean accepted = verdicts.get(i).equals("yes");
                if (Corpus.reads(texts.get(i)) != accepted) {
                    wrong.add((accepted ? "it reads " : "it refuses ") + texts.get(i));
                }
            }
        }
        assertEquals("", String.join("\n", wrong));
        assertTrue(asked > texts.size() * 9 / 10, asked + " of " + texts.size());
    }

    @Test
    void agreesOnTheCorpus() throws Exception {
        var all = Corpus.all();
        var verdicts = oracle.verdicts(all.stream().map(Corpus.Statement::text).toList());
        for (int i = 0; i < all.size(); i++) {
            assertEquals(
                    all.get(i).accepted() ? "yes" : "no",
                    verdicts.get(i),
                    all.get(i).text());
        }
        agree(all.stream().map(Corpus.Statement::text).toList());
    }

    @Test
    void agreesOnEveryWordInEveryPlace() throws Exception {
        var texts = new ArrayList<String>();
        for (var word : WORDS) {
            PLACES.forEach(place -> texts.add(place.formatted(word)));
        }
        agree(texts);
    }

    @Test
    void agreesOnMutatedStatements() throws Exception {
        long seed = Long.getLong("seed", 7L);
        System.out.println("OracleTest: -Dseed=" + seed);
        var mutations = new Mutations(new Random(seed), Corpus.all());
        agree(mutations.some(800));
    }

    @Test
    void agreesOnGeneratedStatements() throws Exception {
        long seed = Long.getLong("seed", 7L);
        System.out.println("OracleTest: -Dseed=" + seed);
        var random = new Random(seed);
        var texts = new ArrayList<String>();
        for (int i = 0; i < 150; i++) {
            texts.add(new Generated(random).statement(2));
        }
        agree(texts);
    }
}
