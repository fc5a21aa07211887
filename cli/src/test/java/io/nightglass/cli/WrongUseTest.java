package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WrongUseTest {
    @TempDir
    private Path folder;

    private static void refused(int code, String words, String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        assertEquals(code, Main.execute(new PrintWriter(out), new PrintWriter(err), arguments));
        assertTrue(err.toString().contains(words), err::toString);
        assertFalse(err.toString().contains("java."), err::toString);
        assertEquals("", out.toString());
    }

    @Test
    void saysWhatAPortIs() {
        refused(2, "'99999' is no port; choose one from 0 to 65535", "serve", "--port", "99999");
        refused(2, "'x' is no port", "demo", "--port", "x");
    }

    @Test
    void saysHowADateIsWritten() {
        refused(2, "'yesterday' is no date; write YYYY-MM-DD", "board", "score-trend", "--from", "yesterday");
    }

    @Test
    void saysThatAFileIsNoFolder() throws Exception {
        var file = Files.writeString(folder.resolve("file"), "");
        refused(
                1,
                "choose another folder with --data",
                "serve",
                "--port",
                "0",
                "--data",
                file.resolve("x").toString());
    }
}
