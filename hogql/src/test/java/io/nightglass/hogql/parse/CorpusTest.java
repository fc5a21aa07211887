package io.nightglass.hogql.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The verdicts of PostHog's parser are written down, so that they hold where it cannot be run; OracleTest asks it again. */
class CorpusTest {
    @Test
    void readsWhatPostHogReadsAndRefusesWhatItRefuses() {
        var wrong = Corpus.all().stream()
                .filter(statement -> Corpus.reads(statement.text()) != statement.accepted())
                .map(Corpus.Statement::text)
                .toList();
        assertEquals("[]", wrong.toString());
    }

    @Test
    void hasStatementsOfBothKinds() {
        var all = Corpus.all();
        long accepted = all.stream().filter(Corpus.Statement::accepted).count();
        assertTrue(all.size() > 1_500 && accepted > 800 && all.size() - accepted > 400, all.size() + ", " + accepted);
    }
}
