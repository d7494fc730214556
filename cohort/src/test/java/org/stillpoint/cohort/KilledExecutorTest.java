package org.stillpoint.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Two executors in processes of their own, one of which is killed while it works. */
class KilledExecutorTest {
    private static final AtomicInteger TASKS = new AtomicInteger();
    private static final AtomicInteger KILLED = new AtomicInteger();
    private static final int BEFORE = 12;

    @TempDir
    private static Path folder;

    /** Kills one executor after some tasks, as a machine that loses its power would: they are the only programs that this one starts. */
    public static final class Killing extends SparkListener {
        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (TASKS.incrementAndGet() == BEFORE) {
                ProcessHandle.current()
                        .children()
                        .filter(child -> child.info().command().orElse("").endsWith("java"))
                        .min(Comparator.comparing(ProcessHandle::pid))
                        .filter(ProcessHandle::destroyForcibly)
                        .ifPresent(child -> KILLED.incrementAndGet());
            }
        }
    }

    @Test
    void evidence_whereAnExecutorIsKilled_answersTheSame() throws IOException {
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
        MadeUpExports.diaries(folder, 6, 160);
        JsonNode whole = CohortRun.of(CohortRun.local("evidence", folder.toString(), "--json"))
                .json();
        JsonNode killed = CohortRun.of(
                        "evidence",
                        folder.toString(),
                        "--json",
                        "--part-bytes",
                        "8000",
                        "--master",
                        "local-cluster[2,1,1024]",
                        "--spark",
                        "spark.executor.extraJavaOptions=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.util.concurrent.ForkJoinPool.common.parallelism=0",
                        "--spark",
                        "spark.extraListeners=" + JobProgress.class.getName() + "," + Killing.class.getName())
                .json();
        assertThat(KILLED).hasValue(1);
        Alike.check(killed, whole, Set.of("seconds", "people", "read"));
        Map<String, JsonNode> people = CohortRun.people(killed);
        assertThat(people).hasSize(160);
        CohortRun.people(whole).forEach((name, person) -> Alike.check(people.get(name), person, Set.of()));
    }
}
