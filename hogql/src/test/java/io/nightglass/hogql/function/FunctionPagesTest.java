package io.nightglass.hogql.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FunctionPagesTest {
    private static final Path PAGE = Path.of("../docs/hogql.md");

    @Test
    void thePageInDocsIsTheTableInTheCode() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, FunctionPages.page());
        }
        assertEquals(
                FunctionPages.page(),
                Files.readString(PAGE),
                "docs/hogql.md is stale; its last line says how to write it");
    }

    @Test
    void everyFunctionSaysWhatItMeans() {
        for (var function : Functions.all()) {
            assertTrue(function.meaning().endsWith("."), function.name());
            assertTrue(function.usage().startsWith(function.name()), function.name());
        }
    }

    @Test
    void namesOfPlainSqlAreFoundWhateverTheirCase() {
        assertEquals("count", Functions.named("COUNT").orElseThrow().name());
        assertEquals("max", Functions.named("Max").orElseThrow().name());
        assertTrue(Functions.named("TODATE").isEmpty());
    }
}
