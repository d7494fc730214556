package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests find elements by the names that the templates give them for that, and by no word that a person reads (CONTRIBUTING.md). */
class ElementNamesTest {

    private static final Path TESTS = Path.of("src/test/java/org/stillpoint/app/browser");
    private static final Path TEMPLATES = Path.of("../web/src/main/jte");
    private static final Pattern GIVEN = Pattern.compile("data-name=\"(?:\\$\\{[^}]*\\? \")?([a-z][a-z0-9-]*)");
    private static final Pattern LOOKED_FOR = Pattern.compile("named\\(\"([^\"]+)\"\\)|data-name=([\\w-]+)]");

    @Test
    void nameLookedFor_isGivenByATemplate_andNameGivenIsLookedFor() {
        Set<String> given = names(GIVEN, TEMPLATES);
        Set<String> lookedFor = names(LOOKED_FOR, TESTS);
        assertThat(given).hasSizeGreaterThan(20);
        assertThat(lookedFor).allMatch(name -> given.contains(name) || name.startsWith("group-"));
        assertThat(given).allMatch(name -> lookedFor.contains(name) || name.equals("group-"));
    }

    @Test
    void testsOfPages_lookForNoWords() {
        Pattern byWords = Pattern.compile("([:>( \"]text=|has-text\\(|getByText|getByRole|getByLabel)");
        assertThat(names(byWords, TESTS)).isEmpty();
    }

    private static Set<String> names(Pattern pattern, Path folder) {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(each -> !each.endsWith("ElementNamesTest.java"))
                    .toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(match -> {
                    for (int group = 1; group <= match.groupCount(); group++) {
                        if (match.group(group) != null) {
                            names.add(match.group(group));
                        }
                    }
                });
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }
}
