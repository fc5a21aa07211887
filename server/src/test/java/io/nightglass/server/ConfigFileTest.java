package io.nightglass.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nightglass.server.price.Rate;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a configuration file may say, and what it is told when it says something else. */
class ConfigFileTest {
    @TempDir
    private Path folder;

    private ConfigFile read(String text) throws IOException {
        Files.writeString(folder.resolve(ConfigFile.NAME), text);
        return ConfigFile.of(Config.on(folder));
    }

    @Test
    void readsPricesAndRules() throws IOException {
        var file = read("""
                [prices."My-Model"]
                input = 1.10
                cache_write_1h = 4

                [redaction]
                properties = ["password"]
                patterns = ['ACME-\\d+']
                emails = true
                """);
        assertEquals(
                Map.of("My-Model", Map.of(Rate.INPUT, new BigDecimal("1.1"), Rate.CACHE_WRITE_1H, new BigDecimal(4))),
                Map.of("My-Model", stripped(file.prices().getOrDefault("My-Model", Map.of()))));
        assertEquals(Set.of("password"), file.redaction().properties());
        assertEquals("ACME-\\d+", file.redaction().patterns().getFirst().pattern());
        assertTrue(file.redaction().emails() && !file.redaction().keys());
    }

    private static Map<Rate, BigDecimal> stripped(Map<Rate, BigDecimal> rates) {
        rates.replaceAll((rate, number) -> number.stripTrailingZeros());
        return rates;
    }

    @Test
    void readsHowLongTextsAreKept() throws IOException {
        assertEquals(90, read("[retention]\nai_text_days = 90").aiTextDays());
        assertNull(read("[retention]").aiTextDays());
    }

    @Test
    void aFolderWithoutAFileHasNothingSet() {
        assertTrue(ConfigFile.of(Config.on(folder)).prices().isEmpty());
    }

    @Test
    void aFileThatIsNamedMustBeThere() {
        var config = new Config(
                "127.0.0.1",
                0,
                folder,
                null,
                null,
                ZoneOffset.UTC,
                InstantSource.system(),
                folder.resolve("other.toml"));
        var problem = assertThrows(ConfigException.class, () -> ConfigFile.of(config));
        assertTrue(problem.advice().contains("other.toml"), problem.advice());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [redaction | line 1
            [redakshun] | redakshun is none of prices, redaction, retention
            redaction = true | redaction must be a table
            redaction.email = true | redaction.email is none of emails, keys, patterns, properties
            redaction.emails = "yes" | redaction.emails must be true or false
            redaction.patterns = "x" | redaction.patterns must be a list of texts
            redaction.patterns = ["("] | '(' is no regular expression
            redaction.patterns = ["(a)\\\\1"] | is no regular expression
            prices.mine = 3 | must be a table
            prices.mine.inputs = 3 | prices."mine".inputs is none of input, output
            prices.mine.input = "3" | must be a number of dollars
            prices.mine.input = -3 | must be a number of dollars
            retention.days = 3 | retention.days is none of ai_text_days
            retention.ai_text_days = 0 | must be a whole number of days, 1 to 36500
            retention.ai_text_days = 1.5 | must be a whole number of days
            """)
    void saysWhatIsWrongAndWhere(String text, String advice) {
        var problem = assertThrows(ConfigException.class, () -> read(text));
        assertTrue(problem.advice().contains(advice), problem.advice());
        assertTrue(problem.advice().contains(ConfigFile.NAME), problem.advice());
    }
}
