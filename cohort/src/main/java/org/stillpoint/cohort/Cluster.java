package org.stillpoint.cohort;

import java.io.File;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;

/** The machines that work on a cohort, as long as one command runs. */
final class Cluster implements AutoCloseable {

    /** What every cluster of Spark has; the rest of this program's class path is sent, and where a cluster has some of it, its own counts. */
    private static final Pattern SPARKS_OWN =
            Pattern.compile("(spark|scala|hadoop|netty|parquet|log4j|slf4j|jackson-module-scala|kryo|zstd)[-_].*");

    private final JavaSparkContext spark;

    private Cluster(JavaSparkContext spark) {
        this.spark = spark;
    }

    static Cluster open(String what, ClusterOptions how) {
        SparkConf settings = new SparkConf()
                .setAppName("stillpoint cohort " + what)
                .setMaster(how.master())
                .set("spark.ui.enabled", "false")
                .set("spark.extraListeners", JobProgress.class.getName())
                // One task is one thread: parallel streams within it run on its own.
                .set(
                        "spark.executor.extraJavaOptions",
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=0 --sun-misc-unsafe-memory-access=allow");
        if (how.master().startsWith("local")) {
            settings.set("spark.driver.bindAddress", "127.0.0.1")
                    .set("spark.driver.host", "127.0.0.1")
                    .set("spark.executor.extraClassPath", System.getProperty("java.class.path", ""));
        } else {
            settings.set("spark.jars", ownJars());
        }
        for (Map.Entry<String, String> told : how.settings().entrySet()) {
            settings.set(told.getKey(), told.getValue());
        }
        return new Cluster(new JavaSparkContext(settings));
    }

    private static String ownJars() {
        return Stream.of(System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator)))
                .filter(entry -> entry.endsWith(".jar"))
                .filter(entry -> !SPARKS_OWN.matcher(new File(entry).getName()).matches())
                .collect(Collectors.joining(","));
    }

    JavaSparkContext spark() {
        return spark;
    }

    /** How files are reached from the machine that this is called on. */
    static Configuration files() {
        return SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf());
    }

    /** How many parts of this many pieces keep every core at work, small enough to be done again. */
    int parts(long pieces, long perPart) {
        long least = 4L * spark.defaultParallelism();
        return Math.toIntExact(Math.max(1, Math.min(pieces, Math.max(least, pieces / perPart))));
    }

    @Override
    public void close() {
        spark.close();
    }
}
