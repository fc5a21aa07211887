package io.nightglass.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The rules of CONTRIBUTING.md that a machine can check. An exception stands here, with its reason, or not at all. */
class HouseRulesTest {
    private static final Path ROOT = repository();

    /** Module to the modules it may import, as in docs/architecture.md. */
    private static final Map<String, Set<String>> ARROWS = Map.of(
            "catalog", Set.of(),
            "sdk", Set.of("catalog"),
            "sdkllm", Set.of("catalog", "sdk"),
            "hogql", Set.of("catalog"),
            "store", Set.of("catalog", "hogql"),
            "boards", Set.of("catalog", "hogql", "store"),
            "server", Set.of("catalog", "hogql", "store", "boards"),
            "cli", Set.of("catalog", "hogql", "store", "boards", "server", "sdk", "sdkllm"),
            "bench", Set.of("catalog", "hogql", "store", "boards", "server", "sdk", "sdkllm", "cli"));

    private static final Pattern FORBIDDEN_NAME =
            Pattern.compile(".*(Manager|Helper|Helpers|Util|Utils|Impl)|(Abstract|Base|Default)[A-Z].*");

    /** Files that may hold {@code default ->}: their switches are over strings, numbers or enums of others. */
    private static final Pattern OPEN_SWITCH = Pattern.compile("^\\s*default\\s*->");

    private static final int MAIN_CEILING = 300;
    private static final int TEST_CEILING = 400;

    /** Longer files, each with its reason. */
    private static final Map<String, String> LONG_FILES = Map.of();

    @Test
    void noMainFileIsLongerThanThreeHundredLinesAndNoTestThanFourHundred() {
        var long_ = new ArrayList<String>();
        for (var file : sources()) {
            int ceiling = isMain(file) ? MAIN_CEILING : TEST_CEILING;
            int lines = lines(file).size();
            if (lines > ceiling && !LONG_FILES.containsKey(name(file))) {
                long_.add("%s has %d lines, ceiling %d: split it by what it is about"
                        .formatted(name(file), lines, ceiling));
            }
        }
        assertEquals(List.of(), long_);
    }

    @Test
    void namesSayWhatAThingIs() {
        assertEquals(
                List.of(),
                named(file -> FORBIDDEN_NAME
                        .matcher(file.getFileName().toString().replace(".java", ""))
                        .matches()));
    }

    @Test
    void importsRunOneWay() {
        var wrong = new ArrayList<String>();
        var imported = Pattern.compile("^import (?:static )?io\\.nightglass\\.([a-z]+)\\.");
        for (var file : sources()) {
            if (!isMain(file)) {
                continue;
            }
            String module = module(file);
            for (var line : lines(file)) {
                var match = imported.matcher(line);
                if (match.find()
                        && !match.group(1).equals(module)
                        && !ARROWS.getOrDefault(module, Set.of()).contains(match.group(1))) {
                    wrong.add(name(file) + ": " + line);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void everyPackageHasADoorWithAStart() {
        var without = new TreeSet<String>();
        for (var file : sources()) {
            if (!isMain(file)) {
                continue;
            }
            var door = file.resolveSibling("package-info.java");
            if (!Files.exists(door)
                    || !text(door).contains("Start here")
                    || !text(door).contains("@NullMarked")) {
                without.add(name(door));
            }
        }
        assertEquals(Set.of(), without, "each package needs a package-info.java with @NullMarked and a 'Start here'");
    }

    @Test
    void nothingIsLeftUnfinished() {
        var marks = Pattern.compile("\\b(TODO|FIXME)\\b|// *XXX|not implemented|UnsupportedOperationException");
        assertEquals(
                List.of(),
                named(file -> isMain(file) && marks.matcher(text(file)).find()));
    }

    @Test
    void testsNeitherSleepNorAreSwitchedOff() {
        var marks =
                Pattern.compile("@Disab" + "led|Thread\\.sl" + "eep\\(|assertTrue\\(tr" + "ue\\)|import org\\.mockito");
        assertEquals(
                List.of(),
                named(file -> !isMain(file) && marks.matcher(text(file)).find()));
    }

    @Test
    void switchesOverOurOwnTypesHaveNoDefault() {
        var sealed_ = new TreeSet<String>();
        var declared = Pattern.compile("sealed interface (\\w+)");
        for (var file : sources()) {
            var match = declared.matcher(text(file));
            while (match.find()) {
                sealed_.add(match.group(1));
            }
        }
        var wrong = new ArrayList<String>();
        for (var file : sources()) {
            if (!isMain(file)) {
                continue;
            }
            wrong.addAll(defaultsOverSealed(file, sealed_));
        }
        assertEquals(List.of(), wrong, "a new case must turn every place to visit red");
    }

    /** A switch whose cases deconstruct or name nested records of a sealed type must list them all. */
    private static List<String> defaultsOverSealed(Path file, Set<String> sealedTypes) {
        var wrong = new ArrayList<String>();
        var lines = lines(file);
        boolean caseOfSealed = false;
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            if (line.contains("switch (")) {
                caseOfSealed = false;
            }
            var stripped = line.strip();
            if (stripped.startsWith("case ")
                    && sealedTypes.stream().anyMatch(type -> stripped.startsWith("case " + type + "."))) {
                caseOfSealed = true;
            }
            if (caseOfSealed && OPEN_SWITCH.matcher(line).find()) {
                wrong.add(name(file) + ":" + (i + 1));
            }
        }
        return wrong;
    }

    @Test
    void theProjectNamesNoDownloadHostAndNoPathOutsideItself() {
        var hosts = Pattern.compile("://(repo|registry|deb)\\.|/(work|farm)/|repo1?\\.maven");
        var wrong = new ArrayList<String>();
        for (var file : tracked()) {
            if (!name(file).endsWith("HouseRulesTest.java")
                    && hosts.matcher(text(file)).find()) {
                wrong.add(name(file));
            }
        }
        assertEquals(List.of(), wrong);
    }

    @Test
    void theReadmeIsShort() {
        assertTrue(lines(ROOT.resolve("README.md")).size() <= 150, "README.md is longer than 150 lines");
    }

    private static List<String> named(Predicate<Path> rule) {
        return sources().stream().filter(rule).map(HouseRulesTest::name).toList();
    }

    private static List<Path> sources() {
        return tracked().stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** Files of the project, without what a build makes. */
    private static List<Path> tracked() {
        var skipped = Set.of("target", "node_modules", "python", ".git", "data", "demo-data");
        try (var files = Files.walk(ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        for (var part : ROOT.relativize(file)) {
                            if (skipped.contains(part.toString())) {
                                return false;
                            }
                        }
                        return file.toString()
                                .matches(
                                        ".*\\.(java|xml|md|yml|yaml|json|js|css|jte|sh|toml|g4)|.*/nightglass|.*/\\.ci/run");
                    })
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isMain(Path file) {
        return file.toString().contains("/src/main/");
    }

    private static String module(Path file) {
        var match = Pattern.compile("/io/nightglass/([a-z]+)/").matcher(file.toString());
        return match.find() ? match.group(1) : "";
    }

    private static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    private static List<String> lines(Path file) {
        return text(file).lines().toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Path repository() {
        var folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("nightglass")) || !Files.exists(folder.resolve("catalog"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent(), "run inside the repository");
        }
        return folder;
    }
}
