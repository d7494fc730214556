package org.stillpoint.practice.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.mail.MailContent.TimedLink;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** A client is given a link by mail: it is made and written down to be sent at once, whatever hour they want reminders at. */
public final class MailLink {

    /**
     * @param id of the link, made with the page
     * @param purpose what they do with it
     * @param lasts as of {@link MakeLink}
     */
    public record Command(Id<PrivateLink> id, Id<Client> client, LinkPurpose purpose, Duration lasts) {}

    private final UnitOfWork work;
    private final MailWording wording;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public MailLink(UnitOfWork work, MailWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Answers {@link Answer.No} where the client may not be written to, or reaches this program nowhere.
     *
     * @throws BadValue if it lasts too long
     */
    public Answer<Id<PrivateLink>> by(Actor actor, Command wanted) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.MAIL_LINK, wanted.id(), wanted.client(), wanted),
                        records -> {
                            MailReach.ByMail by = MailReach.of(records, wanted.client(), clock)
                                    .byMail()
                                    .filter(one -> !one.door().isEmpty())
                                    .orElseThrow(() -> new Refused(Rule.NO_MAIL_WANTED, wanted.client()));
                            Link link = Link.random();
                            Link off = Link.random();
                            MakeLink.within(
                                    records,
                                    actor,
                                    new MakeLink.Command(
                                            wanted.id(),
                                            wanted.client(),
                                            wanted.purpose(),
                                            link.hash(),
                                            wanted.lasts()),
                                    clock);
                            records.outbox()
                                    .add(OutboxMail.written(
                                            wanted.client(),
                                            new MailMatter.LinkHandedOn(wanted.id()),
                                            off.hash(),
                                            wording.write(
                                                    by.address(),
                                                    new MailContent.HandedOn(
                                                            new TimedLink(link, now.plus(wanted.lasts()))),
                                                    by.door(),
                                                    Optional.of(off),
                                                    by.language()),
                                            now));
                            return new Answer.Done<>(wanted.id());
                        },
                        records -> new Answer.Again<>(wanted.id())),
                wanted::id);
    }
}
