package org.stillpoint.cohort;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.jspecify.annotations.Nullable;

/** What all tasks of this process have cost so far. Spark makes one of these for each context; they count together. */
public final class TaskCosts extends SparkListener {

    private static final LongAdder CPU_NANOS = new LongAdder();
    private static final LongAdder SHUFFLED = new LongAdder();

    /**
     * @param coreSeconds time that cores worked on tasks, whatever else ran beside
     * @param shuffledBytes bytes that tasks wrote for others
     */
    record Costs(double coreSeconds, long shuffledBytes) {
        Costs since(Costs before) {
            return new Costs(coreSeconds - before.coreSeconds, shuffledBytes - before.shuffledBytes);
        }
    }

    static Costs soFar() {
        return new Costs(CPU_NANOS.sum() / 1e9, SHUFFLED.sum());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd task) {
        @Nullable TaskMetrics metrics = task.taskMetrics();
        if (metrics != null) {
            CPU_NANOS.add(metrics.executorCpuTime());
            SHUFFLED.add(metrics.shuffleWriteMetrics().bytesWritten());
        }
    }
}
