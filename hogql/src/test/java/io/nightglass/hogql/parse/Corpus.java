package io.nightglass.hogql.parse;

import io.nightglass.hogql.QueryException;
import io.nightglass.hogql.QueryProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.AbstractMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Statements with PostHog's verdict, and ours on any text. */
final class Corpus {
    private static final Path FOLDER = Path.of("src/test/resources/oracle");

    /** @param accepted by PostHog's parser */
    record Statement(String text, boolean accepted) {}

    private Corpus() {}

    /** A line each: {@code +} for accepted or {@code -} for refused, and the text with {@code ⏎} for the end of a line. */
    static List<Statement> all() {
        try (var files = Files.list(FOLDER)) {
            return files.sorted().flatMap(Corpus::lines).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Statement> lines(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> new Statement(line.substring(2).replace('⏎', '\n'), line.startsWith("+")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether {@code text} is HogQL, be it answered or not; every placeholder has a value. */
    static boolean reads(String text) {
        try {
            HogQlParse.parse(text, new EveryName());
            return true;
        } catch (QueryException refused) {
            return !(refused.problem() instanceof QueryProblem.Syntax);
        }
    }

    private static final class EveryName extends AbstractMap<String, @Nullable Object> {
        @Override
        public Set<Entry<String, @Nullable Object>> entrySet() {
            return Set.of();
        }

        @Override
        public boolean containsKey(@Nullable Object name) {
            return true;
        }

        @Override
        public Object get(@Nullable Object name) {
            return 1L;
        }
    }
}
