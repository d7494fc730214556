package org.stillpoint.app.job;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stillpoint.practice.mail.MailWording;
import org.stillpoint.practice.mail.PlanReminders;
import org.stillpoint.practice.mail.SendMails;
import org.stillpoint.record.mail.Courier;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Writes the reminders that are due and sends the mail that waits: every few seconds, until it is closed. */
public final class MailJob implements AutoCloseable {
    /** Own choice, 2026: who has just sent a link looks for it soon. */
    private static final Duration EVERY = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(MailJob.class);

    private final PlanReminders plan;
    private final SendMails send;
    private final ScheduledExecutorService often = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("stillpoint-mail").factory());

    private MailJob(PlanReminders plan, SendMails send) {
        this.plan = plan;
        this.send = send;
    }

    /** @param clock in the time zone of the practice */
    public static MailJob start(UnitOfWork work, OneAtATime among, MailWording wording, Courier courier, Clock clock) {
        MailJob job = new MailJob(new PlanReminders(work, wording, clock), new SendMails(work, courier, clock));
        var started = job.often.scheduleWithFixedDelay(
                () -> among.run("mail", job::run), EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
        LOG.debug("mail is sent: {}", started.isDone() ? "not any more" : "from now on");
        return job;
    }

    private void run() {
        Actor itself = Actor.program(Actor.ProgramPart.JOB);
        try {
            int written = plan.by(itself);
            SendMails.MailTally sent = send.by(itself);
            LOG.debug("reminders written {}; mail {}", written, sent);
        } catch (RuntimeException failed) { // soon it is tried again; what waits is kept
            LOG.warn("mail could not be sent: {}", failed.getClass().getSimpleName());
        }
    }

    @Override
    public void close() {
        often.shutdownNow();
    }
}
