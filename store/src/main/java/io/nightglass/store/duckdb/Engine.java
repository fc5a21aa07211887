package io.nightglass.store.duckdb;

import io.nightglass.store.StoreException;
import io.nightglass.store.StoreProblem;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** What the engine's errors mean. It has no error codes, so its words are read here and nowhere else. */
final class Engine {
    private static final Duration FULL_RETRY = Duration.ofSeconds(5);

    /** A path begins where a word does: "5.1 MiB/305.1 MiB used" is no path, nor is "1 / 0". */
    private static final Pattern PATH = Pattern.compile("\"(/|[A-Za-z]:\\\\)[^\"]+\"|'(/|[A-Za-z]:\\\\)[^']+'"
            + "|(?<![^\\s(=:,])(file://|[A-Za-z]:\\\\|/)[^\\s\"',;)]+");

    private Engine() {}

    /** The problem behind {@code error}, with the error as its cause. */
    static StoreException problem(SQLException error) {
        return isDiskFull(error) ? diskFull(error) : new StoreException(new StoreProblem.Broken(words(error)), error);
    }

    /** What a failed write to the journal means. */
    static StoreException problem(IOException error) {
        return isDiskFull(error)
                ? diskFull(error)
                : new StoreException(new StoreProblem.Broken("the store failed: the journal cannot be written"), error);
    }

    static StoreException diskFull(Throwable cause) {
        return new StoreException(new StoreProblem.DiskFull(FULL_RETRY), cause);
    }

    static boolean isDiskFull(Exception error) {
        var text = lower(error);
        return text.contains("no space left")
                || text.contains("disk quota exceeded")
                || text.contains("file too large")
                || text.contains("not enough space");
    }

    /**
     * Whether the connection is of no use any more: the instance must be opened anew, or somebody has just done so. The
     * same work may be tried again on a new connection.
     */
    static boolean isInvalidated(SQLException error) {
        var text = lower(error);
        return text.contains("has been invalidated")
                || text.contains("fatal error")
                || text.contains("closed connection")
                || text.contains(" was closed"); // the connection, or what was made of it
    }

    static boolean isInterrupted(SQLException error) {
        return lower(error).contains("interrupt");
    }

    /** Whether a checkpoint only has to wait until a transaction that writes has ended. */
    static boolean isBusy(SQLException error) {
        return lower(error).contains("other write transactions active");
    }

    static boolean isOutOfMemory(SQLException error) {
        var text = lower(error);
        return text.contains("out of memory")
                || text.contains("failed to pin block")
                || text.contains("failed to allocate")
                || text.contains("could not allocate");
    }

    /** Whether a value does not fit its column. Known words only: what fails for any other reason may be tried again. */
    static boolean isUnfit(SQLException error) {
        var text = lower(error);
        return text.contains("invalid column type")
                || text.contains("conversion error")
                || text.contains("invalid input error")
                || text.contains("invalid unicode")
                || text.contains("out of range");
    }

    /** The first line without its category; the paths in it, if any, stay in the cause, which only logs see. */
    private static String words(SQLException error) {
        var line = String.valueOf(error.getMessage())
                .lines()
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("no message");
        return "the store failed: " + PATH.matcher(line).replaceAll("(a file)");
    }

    private static String lower(Exception error) {
        return String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    }
}
