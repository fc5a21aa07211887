package io.nightglass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysTest {
    @TempDir
    private Path folder;

    @Test
    void makesKeysOnceAndKeepsThemForTheOwnerAlone() throws IOException {
        var made = Keys.of(config(null, null));
        assertTrue(made.areNew());
        assertTrue(made.project().matches("phc_[A-Za-z0-9]{43}"), made.project());
        assertTrue(made.personal().matches("phx_[A-Za-z0-9]{43}"));
        var again = Keys.of(config(null, " "));
        assertFalse(again.areNew());
        assertEquals(made.project(), again.project());
        assertEquals(made.personal(), again.personal());
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void takesWhatTheConfigurationNamesAndKeepsNoneOfIt() throws IOException {
        var keys = Keys.of(config("phc_mine", "phx_mine"));
        assertFalse(keys.areNew());
        assertTrue(keys.isProject("phc_mine") && keys.isPersonal("phx_mine"));
        assertFalse(keys.isProject("phc_min") || keys.isPersonal(""));
        try (var files = Files.list(folder)) {
            assertEquals(0, files.count());
        }
    }

    @Test
    void neverPrintsAKey() {
        var config = config("phc_mine", "phx_mine");
        assertFalse((Keys.of(config) + " " + config).matches(".*ph[cx]_.*"));
    }

    private Config config(@Nullable String project, @Nullable String personal) {
        return new Config("127.0.0.1", 0, folder, project, personal, ZoneId.of("UTC"), InstantSource.system());
    }
}
