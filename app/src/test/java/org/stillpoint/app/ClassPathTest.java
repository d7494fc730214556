package org.stillpoint.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the program carries along and never uses is one more door: whatever a library brings is left out by its pom. */
class ClassPathTest {

    private static final List<String> UNUSED = List.of(
            "tomcat-embed-websocket",
            "hibernate-validator",
            "snakeyaml",
            "spring-security-webauthn",
            "spring-messaging",
            "simple-java-mail",
            "owasp-java-html-sanitizer",
            "Saxon-HE",
            "spark-",
            "scala-library",
            "hadoop-client");

    @Test
    void program_carriesNoLibraryThatItNeverUses() {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> new File(path).getName())
                .toList();
        assertThat(jars)
                .anyMatch(jar -> jar.startsWith("tomcat-embed-core"))
                .noneMatch(jar -> UNUSED.stream().anyMatch(jar::startsWith));
    }
}
