package org.stillpoint.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people read is said by messages; the classes behind the pages hold no text of their own. */
class JavaTextTest {

    /** The pages, and the page that is printed. */
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/org/stillpoint/web"),
            Path.of("../exchange/src/main/java/org/stillpoint/exchange/sheet"));

    /** A key of the throttle, the frame of the body's coordinates, and scopes of SMART as an example. */
    private static final Set<String> OF_THE_PROGRAM = Set.of(
            "first start",
            "x forward, y up, z to the person's right, origin on the ground between the feet",
            "system/Patient.rs system/Observation.rs");

    /** Their sentences are read by whoever writes a program, beside names of FHIR that have no translation (decision 88). */
    private static final Set<String> FOR_PROGRAMS = Set.of(
            "api/FhirController.java",
            "api/FhirQuery.java",
            "api/FhirReads.java",
            "api/FhirRefusals.java",
            "api/FhirServer.java",
            "api/PlainOutcome.java");

    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern TWO_WORDS = Pattern.compile("[a-z]{2,},? [a-z]{2,}");
    private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)(^|\\s)//.*$");

    /** Statements that tell a programmer or a log what went wrong, and headers of the protocol. */
    private static final Pattern NOT_FOR_PEOPLE = Pattern.compile("Exception\\(|BadValue\\(|policy");

    @Test
    void classes_behindThePages_holdNoTextOfTheirOwn() throws IOException {
        Map<String, Set<String>> spoken = new TreeMap<>();
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                for (Path file :
                        files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    Set<String> texts = texts(Files.readString(file));
                    if (!texts.isEmpty()
                            && !FOR_PROGRAMS.contains(sources.relativize(file).toString())) {
                        spoken.put(sources.relativize(file).toString(), texts);
                    }
                }
            }
        }
        assertThat(spoken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "problems.add(field, \"Choose how it is known.\");",
                "return at + \" years ago\";",
                "String said = good\n    ? \"All of it was kept\"\n    : none;",
            })
    void texts_statementThatSpeaks_isSeen(String statement) {
        assertThat(texts(statement)).hasSize(1);
    }

    @Test
    void texts_statementForAProgrammer_isNothing() {
        assertThat(texts("""
                /** Says "all is well". */
                throw new BadValue("year of birth", typed, "up to now"); // not "for people"
                """)).isEmpty();
    }

    private static Set<String> texts(String source) {
        Set<String> found = new TreeSet<>();
        for (String statement : COMMENT.matcher(source).replaceAll("").split(";(?=\\s)|;$", -1)) {
            if (!NOT_FOR_PEOPLE.matcher(statement).find()) {
                PageSources.found(LITERAL, statement).stream()
                        .filter(text -> TWO_WORDS.matcher(text).find())
                        .forEach(found::add);
            }
        }
        found.removeAll(OF_THE_PROGRAM);
        return found;
    }
}
