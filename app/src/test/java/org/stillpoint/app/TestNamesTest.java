package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The build runs tests by the names of their classes: one that is named otherwise would be passed over without a word. */
class TestNamesTest {

    private static final Pattern HOLDS_TESTS =
            Pattern.compile("(?m)^ +@(Test|Property|Example|ParameterizedTest|TestFactory)\\b");
    private static final Pattern IS_RUN = Pattern.compile(".+(Test|Properties)\\.java");

    /** Contracts are run by the classes that implement them. */
    private static final Pattern IS_IMPLEMENTED = Pattern.compile("(?m)^(public )?interface ");

    @Test
    void everyClassWithTests_isNamedAsTheBuildRunsThem() throws IOException {
        List<String> passedOver;
        try (Stream<Path> rooms = Files.list(Path.of(".."))) {
            passedOver = rooms.map(room -> room.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(TestNamesTest::sources)
                    .filter(source ->
                            !IS_RUN.matcher(source.getFileName().toString()).matches())
                    .filter(TestNamesTest::holdsTests)
                    .map(Path::toString)
                    .toList();
        }
        assertThat(passedOver).isEmpty();
    }

    static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean holdsTests(Path source) {
        try {
            String text = Files.readString(source);
            return HOLDS_TESTS.matcher(text).find()
                    && !IS_IMPLEMENTED.matcher(text).find();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
