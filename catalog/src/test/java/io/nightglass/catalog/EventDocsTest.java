package io.nightglass.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The generated papers say what the records say. */
class EventDocsTest {
    private static final String HOW = " is not what the records say; look at the change you made, then run"
            + " mvn -q -pl catalog test -Dtest=EventDocsTest -Dregenerate=true and commit the file";

    @Test
    void docsAreFresh() throws IOException {
        assertFresh("docs/events.md", EventDocs.markdown());
    }

    @Test
    void lockIsFresh() throws IOException {
        assertFresh("catalog/events.lock", EventDocs.lock());
    }

    private static void assertFresh(String name, String wanted) throws IOException {
        var file = root().resolve(name);
        if (Boolean.getBoolean("regenerate")) {
            Files.writeString(file, wanted);
        }
        assertEquals(wanted, Files.exists(file) ? Files.readString(file) : "", name + HOW);
    }

    private static Path root() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("catalog/src"))) {
                return folder;
            }
        }
        throw new IllegalStateException("run this test inside the repository");
    }
}
