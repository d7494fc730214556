package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must never be lost is held by tests that are there: docs/never-lose.md names them. */
class NeverLoseTest {

    private static final Path TABLE = Path.of("..", "docs", "never-lose.md");
    private static final Pattern NAMED = Pattern.compile("`(\\w+)\\.(\\w+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| [^|\\n]+ \\| [^|\\n]*`[^|\\n]+ \\|$");

    @Test
    void tests_thatTheTableNames_areThere() throws IOException {
        String table = Files.readString(TABLE);
        assertThat(ROW.matcher(table).results()).hasSizeGreaterThan(20);
        List<Path> tests = tests();
        assertThat(NAMED.matcher(table)
                        .results()
                        .filter(named -> !isThere(tests, named))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static List<Path> tests() throws IOException {
        try (Stream<Path> rooms = Files.list(Path.of(".."))) {
            return rooms.map(room -> room.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(TestNamesTest::sources)
                    .toList();
        }
    }

    private static boolean isThere(List<Path> tests, MatchResult named) {
        return tests.stream()
                .filter(test -> test.getFileName().toString().equals(named.group(1) + ".java"))
                .anyMatch(test -> text(test).contains(" void " + named.group(2) + "("));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
