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
import org.junit.jupiter.api.Test;

/** What nobody has measured says so with the year of its choice: in a {@code Sourced} by its type, elsewhere in its comment. */
class AssumedTest {

    private static final Pattern COMMENT = Pattern.compile("/\\*\\*.*?\\*/|//[^\\n]*", Pattern.DOTALL);
    private static final Pattern ASSUMED = Pattern.compile("\\bAssumed\\b|\\bassumed[^()]*\\)");
    private static final Pattern YEAR = Pattern.compile("\\b(19|20)\\d\\d\\b");

    /** Fewer were not all of the house's. */
    private static final int MANY = 15;

    @Test
    void comments_thatSayAssumed_sayTheYear() throws IOException {
        List<String> assumed = new ArrayList<>();
        try (Stream<Path> rooms = Files.list(Path.of(".."))) {
            for (Path room : rooms.map(each -> each.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(room)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".java"))
                            .toList()) {
                        COMMENT.matcher(Files.readString(file))
                                .results()
                                .map(MatchResult::group)
                                .filter(comment -> ASSUMED.matcher(comment).find())
                                .forEach(comment -> assumed.add(file.getFileName() + ": " + comment));
                    }
                }
            }
        }

        assertThat(assumed).hasSizeGreaterThan(MANY);
        assertThat(assumed).filteredOn(comment -> !YEAR.matcher(comment).find()).isEmpty();
    }
}
