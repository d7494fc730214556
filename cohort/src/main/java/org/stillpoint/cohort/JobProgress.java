package org.stillpoint.cohort;

import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobEnd;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ProgressBar;
import scala.jdk.javaapi.CollectionConverters;

/** A bar for each job of Spark's, over its tasks; what is done again does not count twice. */
public final class JobProgress extends SparkListener {

    private final AtomicReference<@Nullable ProgressBar> shown = new AtomicReference<>();

    @Override
    public void onJobStart(SparkListenerJobStart job) {
        long tasks = CollectionConverters.asJava(job.stageInfos()).stream()
                .mapToLong(stage -> stage.numTasks())
                .sum();
        show(ProgressBar.of("tasks", tasks));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        ProgressBar bar = shown.get();
        if (bar != null && task.reason() == Success$.MODULE$) {
            bar.advance(1);
        }
    }

    @Override
    public void onJobEnd(SparkListenerJobEnd job) {
        show(null);
    }

    private void show(@Nullable ProgressBar next) {
        ProgressBar before = shown.getAndSet(next);
        if (before != null) {
            before.close();
        }
    }
}
