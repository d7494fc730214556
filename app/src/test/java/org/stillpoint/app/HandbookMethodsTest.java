package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.meta.Estimator;

/** What the room of evidence offers, the handbook tells researchers about. */
class HandbookMethodsTest {

    private static final Path SOURCES = Path.of("..", "evidence", "src", "main", "java");
    private static final Path PART = Path.of("..", "docs", "handbook", "researcher.en.md");

    @Test
    void everyTypeThatEvidenceOffers_standsInThePartForResearchers() throws IOException {
        String told = Files.readString(PART);
        Set<String> offered;
        try (Stream<Path> files = Files.walk(SOURCES)) {
            offered = files.filter(HandbookMethodsTest::isPublic)
                    .map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        assertThat(offered).hasSizeGreaterThan(50);
        assertThat(offered).allMatch(name -> told.contains("`" + name + "`"));
        assertThat(Arrays.stream(Estimator.values())).allMatch(each -> told.contains("| `" + each + "` |"));
    }

    private static boolean isPublic(Path file) {
        try {
            return file.toString().endsWith(".java")
                    && Files.readAllLines(file).stream().anyMatch(line -> line.startsWith("public "));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
