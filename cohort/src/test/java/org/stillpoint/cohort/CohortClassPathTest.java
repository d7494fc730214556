package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is sent to executors is what computes: no pages, no record's database, and nothing of Spark's that no command asks for. */
class CohortClassPathTest {
    private static final List<String> ELSEWHERE = List.of(
            "stillpoint-web",
            "stillpoint-store",
            "spring-",
            "tomcat-",
            "sqlite-",
            "postgresql-",
            "hapi-fhir",
            "spark-sql",
            "spark-hive",
            "spark-yarn",
            "spark-kubernetes");

    @Test
    void classPath_holdsSparkAndNeitherPagesNorTheRecord() {
        List<String> entries = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> path.replace("/web/target/classes", "/stillpoint-web")
                        .replace("/store/target/classes", "/stillpoint-store"))
                .map(path -> new File(path).getName())
                .toList();
        assertThat(entries)
                .anyMatch(entry -> entry.startsWith("spark-core"))
                .noneMatch(entry -> ELSEWHERE.stream().anyMatch(entry::startsWith));
    }
}
