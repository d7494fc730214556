package org.stillpoint.web.outcome;

import jakarta.annotation.PreDestroy;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.outcome.Forecasting;

/** Resolves the claims that are due: once the pages are open, then every day. */
@Component
class ResolveJob {

    private static final Logger LOG = LoggerFactory.getLogger(ResolveJob.class);

    private final Forecasting forecasting;
    private final ScheduledExecutorService daily = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("resolve-claims").factory());

    ResolveJob(Forecasting forecasting) {
        this.forecasting = forecasting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        var started = daily.scheduleAtFixedRate(this::resolve, 0, 1, TimeUnit.DAYS);
        LOG.debug("claims are resolved daily: {}", started.isDone() ? "not any more" : "from now on");
    }

    private void resolve() {
        try {
            Forecasting.Resolved done = forecasting.resolve();
            LOG.debug("claims resolved {}, void {}, open {}", done.resolved(), done.voided(), done.open());
        } catch (RuntimeException failed) { // tomorrow it is tried again; every claim stays counted as open until then
            LOG.warn("claims could not be resolved: {}", failed.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void end() {
        daily.shutdownNow();
    }
}
