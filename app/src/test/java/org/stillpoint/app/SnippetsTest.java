package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The lines of code that a room's README shows are those that its {@code ReadmeTest} compiles and runs. */
class SnippetsTest {

    private static final Pattern SNIPPET = Pattern.compile("```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern COMMENT = Pattern.compile("\\s+//.*");

    /** Every room whose README shows code; a new room with some is asked too. */
    static List<String> rooms() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(".."))) {
            List<String> rooms = new ArrayList<>();
            for (Path folder : folders.sorted().toList()) {
                Path readme = folder.resolve("README.md");
                if (Files.exists(readme)
                        && SNIPPET.matcher(Files.readString(readme)).find()) {
                    rooms.add(folder.getFileName().toString());
                }
            }
            return rooms;
        }
    }

    @ParameterizedTest
    @MethodSource("rooms")
    void readme_everySnippet_standsInTheTestOfItsRoom(String room) throws IOException {
        Path folder = Path.of("..", room);
        String test = code(Files.readString(
                folder.resolve("src/test/java/org/stillpoint").resolve(room).resolve("ReadmeTest.java")));
        List<String> snippets = SNIPPET.matcher(Files.readString(folder.resolve("README.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();

        assertThat(snippets).allSatisfy(snippet -> assertThat(test).contains(code(snippet)));
    }

    /** Without comments and without white space, which the formatter sets its own way. */
    private static String code(String lines) {
        return COMMENT.matcher(lines).replaceAll("").replaceAll("\\s+", "");
    }
}
