package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The lines of code that a room's README shows are those that its {@code ReadmeTest} compiles and runs. */
class SnippetsTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s+//.*");

    @ParameterizedTest
    @ValueSource(strings = {"anatomy", "strain", "memory", "trace", "evidence", "record", "chart", "store", "exchange"})
    void readme_everySnippet_standsInTheTestOfItsRoom(String room) throws IOException {
        Path folder = Path.of("..", room);
        String test = code(Files.readString(
                folder.resolve("src/test/java/org/stillpoint").resolve(room).resolve("ReadmeTest.java")));
        List<String> snippets = SNIPPET.matcher(Files.readString(folder.resolve("README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(snippets).as("lines of code in the README of %s", room).isNotEmpty();
        assertThat(snippets).allSatisfy(snippet -> assertThat(test).contains(code(snippet)));
    }

    /** Without comments and without white space, which the formatter sets its own way. */
    private static String code(String lines) {
        return COMMENT.matcher(lines).replaceAll("").replaceAll("\\s+", "");
    }
}
