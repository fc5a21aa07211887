package io.nightglass.cli;

import java.lang.System.Logger.Level;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/**
 * Begins what takes a pane longest, loading the engine's native library (0.4 s), while the command line is still being
 * read and the web server's classes are loaded.
 */
final class EarlyStart {
    private static final List<String> PANES = List.of("serve", "demo", "rehearse");

    private EarlyStart() {}

    /** Returns at once. Whoever opens the engine meanwhile waits for the library as if it had begun itself. */
    static void of(String... arguments) {
        if (arguments.length > 0 && PANES.contains(arguments[0])) {
            Thread.ofPlatform().name("early-start").daemon(true).start(EarlyStart::loadEngine);
        }
    }

    private static void loadEngine() {
        try {
            DriverManager.getConnection("jdbc:duckdb:").close();
        } catch (SQLException | LinkageError e) {
            // Whoever needs the engine meets the same error and tells the user.
            System.getLogger(EarlyStart.class.getName()).log(Level.DEBUG, "the engine could not be loaded early", e);
        }
    }
}
