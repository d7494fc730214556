package org.stillpoint.practice.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.mail.MailContent.TimedLink;
import org.stillpoint.record.Id;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.session.FollowUpTime;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.today.ToAsk;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Writes the reminders whose time has come: a follow-up that is due, an appointment some hours ahead; each once, at an hour that its client
 * wants, and to those alone who may be written to. Everybody else stands on the call list.
 */
public final class PlanReminders {
    /** Own choice, 2026: more than any practice has within days; the others come the next time. */
    private static final int MOST = 200_000;

    /** A reminder whose time has come. */
    private record ReminderDue(Id<Client> client, MailMatter matter) {}

    private final UnitOfWork work;
    private final MailWording wording;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public PlanReminders(UnitOfWork work, MailWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.clock = clock;
    }

    /** @return how many were written */
    public int by(Actor actor) {
        List<ReminderDue> due = work.read(actor, Act.SEE_OUTBOX, Optional.empty(), this::due);
        int written = 0;
        for (ReminderDue each : due) {
            try {
                written += write(actor, each) ? 1 : 0;
            } catch (
                    RecordException
                            meanwhile) { // answered, erased or archived since, or it cannot be read: no other waits for
                // it
                continue;
            }
        }
        return written;
    }

    private List<ReminderDue> due(Records records) {
        MailSetting setting = records.settings().mail();
        if (setting.server().isEmpty()) {
            return List.of();
        }
        Instant now = clock.instant();
        List<ToAsk> toAsk = records.today()
                .listToAsk(now.minus(Reminding.FOLLOW_UP_WITHIN), now.minus(FollowUpTime.EARLIEST), MOST);
        List<Appointment> ahead = setting.hoursBefore() == 0
                ? List.of()
                : records.appointments()
                        .listBetween(
                                now.plus(Reminding.LEAST_NOTICE),
                                now.plus(Duration.ofHours(setting.hoursBefore())),
                                MOST);
        return Stream.concat(
                        toAsk.stream()
                                .map(ask -> new ReminderDue(ask.client(), new MailMatter.FollowUpDue(ask.session()))),
                        ahead.stream()
                                .map(each -> new ReminderDue(
                                        each.client(), new MailMatter.AppointmentAhead(each.id(), each.start()))))
                .filter(each -> !records.outbox().isWritten(each.matter()))
                .filter(each -> records.keeping()
                        .tryReading(each.client(), () -> isTheTime(records, each))
                        .orElse(false))
                .toList();
    }

    private boolean isTheTime(Records records, ReminderDue due) {
        return MailReach.of(records, due.client(), clock)
                        .byMail()
                        .filter(by -> by.wishes().isTheHour(clock.instant(), clock.getZone()))
                        .isPresent()
                && Reminding.isWanted(records, due.client(), due.matter(), clock);
    }

    private boolean write(Actor actor, ReminderDue due) {
        return work.run(
                actor,
                Deeds.of(Act.PLAN_REMINDER, key(due.matter()), due.client(), due),
                records -> {
                    MailReach.ByMail by = MailReach.of(records, due.client(), clock)
                            .byMail()
                            .filter(any -> Reminding.isWanted(records, due.client(), due.matter(), clock))
                            .orElseThrow(() -> new Refused(Rule.NO_MAIL_WANTED, due.client()));
                    Link off = Link.random();
                    records.outbox()
                            .add(OutboxMail.written(
                                    due.client(),
                                    due.matter(),
                                    off.hash(),
                                    wording.write(
                                            by.address(),
                                            content(records, actor, due, by),
                                            by.door(),
                                            Optional.of(off),
                                            by.language()),
                                    clock.instant()));
                    return true;
                },
                records -> false);
    }

    private MailContent content(Records records, Actor actor, ReminderDue due, MailReach.ByMail by) {
        return switch (due.matter()) {
            case MailMatter.AppointmentAhead ahead ->
                new MailContent.ClientExpected(
                        ahead.start(),
                        link(records, actor, due, by, LinkPurpose.APPOINTMENT, end(records, due, ahead)));
            case MailMatter.FollowUpDue after ->
                new MailContent.AskedToAnswer(
                        link(records, actor, due, by, LinkPurpose.CHECK_IN, now().plus(MakeLink.USUAL)));
            case MailMatter.LinkHandedOn handed -> throw new IllegalStateException("no reminder");
        };
    }

    /** Whoever is late looks where it is, so not the start. */
    private static Instant end(Records records, ReminderDue due, MailMatter.AppointmentAhead ahead) {
        return records.appointments().get(due.client(), ahead.appointment()).end();
    }

    /** Made with the mail that it stands in, and kept nowhere else; empty where the client reaches this program nowhere. */
    private Optional<TimedLink> link(
            Records records, Actor actor, ReminderDue due, MailReach.ByMail by, LinkPurpose purpose, Instant wanted) {
        if (by.door().isEmpty()) {
            return Optional.empty();
        }
        Link link = Link.random();
        Instant now = now();
        Instant latest = now.plus(Duration.ofDays(records.signIns().rule().linkDays()));
        Instant until = wanted.isBefore(latest) ? wanted : latest;
        MakeLink.within(
                records,
                actor,
                new MakeLink.Command(Id.random(), due.client(), purpose, link.hash(), Duration.between(now, until)),
                clock);
        return Optional.of(new TimedLink(link, until));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Another than that of the mail, under which it is told what became of it. */
    private static Id<Deed> key(MailMatter matter) {
        return new Id<>(UUID.nameUUIDFromBytes(("planned/" + matter.mail()).getBytes(StandardCharsets.UTF_8)));
    }
}
