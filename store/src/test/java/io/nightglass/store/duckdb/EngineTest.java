package io.nightglass.store.duckdb;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What of the engine's words leaves the store. Each text is one the engine says. */
class EngineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Could not write file "/home/me/night data/a.wal" | Could not write file (a file)
            IO Error: Cannot open file '/tmp/a.duckdb': No such file | IO Error: Cannot open file (a file): No such file
            IO Error: cannot open /tmp/a.duckdb, it is gone | IO Error: cannot open (a file), it is gone
            Cannot open file "C:\\Users\\me and you\\a.wal": gone | Cannot open file (a file): gone
            could not allocate block (/tmp/spill/1) | could not allocate block ((a file))
            """)
    void keepsPathsToItself(String said, String told) {
        assertEquals("the store failed: " + told, words(said));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            failed to pin block of size 256.0 KiB (5.1 MiB/305.1 MiB used)
            Binder Error: no function '/' for (VARCHAR / INTEGER)
            Conversion Error: '1/2' at 12/31/2026 is read/write
            """)
    void leavesASlashThatIsNoPathAlone(String said) {
        assertEquals("the store failed: " + said, words(said));
    }

    @Test
    void saysTheFirstLineOnlyAndAlwaysSomething() {
        assertEquals("the store failed: one", words("\n\none\ntwo"));
        assertEquals("the store failed: no message", words(""));
    }

    private static String words(String said) {
        return Engine.problem(new SQLException(said)).problem().advice();
    }
}
