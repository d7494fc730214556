package org.stillpoint.cohort;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Where a cohort is worked on: the options that all its commands share. */
final class ClusterOptions {

    @Option(
            names = "--master",
            paramLabel = "URL",
            description =
                    "Whose machines work: local[N] for N cores of this one, spark://HOST:PORT, or any master that Spark knows and has its client on the class path (${DEFAULT-VALUE}).")
    private String master = "local[*]";

    @Option(
            names = "--spark",
            paramLabel = "KEY=VALUE",
            description = "A setting of Spark's, such as spark.executor.memory=4g. May be given again.")
    private Map<String, String> settings = new LinkedHashMap<>();

    String master() {
        return master;
    }

    Map<String, String> settings() {
        return settings;
    }
}
