package org.stillpoint.app.job;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.practice.outcome.ResolveForecasts;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Resolves the claims that are due: at once, then every day, until it is closed. */
public final class ResolveJob implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveJob.class);

    private final ResolveForecasts resolveForecasts;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("resolve-claims").factory());

    private ResolveJob(ResolveForecasts resolveForecasts) {
        this.resolveForecasts = resolveForecasts;
    }

    public static ResolveJob start(UnitOfWork work, OneAtATime among, Clock clock) {
        ResolveJob job = new ResolveJob(new ResolveForecasts(work, clock));
        var started = job.daily.scheduleAtFixedRate(() -> among.run("resolve", job::resolve), 0, 1, TimeUnit.DAYS);
        LOG.debug("claims are resolved daily: {}", started.isDone() ? "not any more" : "from now on");
        return job;
    }

    private void resolve() {
        try {
            ResolveForecasts.Resolved done = resolveForecasts.by(
                    Actor.program(Actor.ProgramPart.JOB), new ResolveForecasts.Command(Id.random()));
            LOG.debug("claims resolved {}, void {}, open {}", done.resolved(), done.voided(), done.open());
        } catch (RuntimeException failed) { // tomorrow it is tried again; every claim stays counted as open until then
            LOG.warn("claims could not be resolved: {}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        daily.shutdownNow();
    }
}
