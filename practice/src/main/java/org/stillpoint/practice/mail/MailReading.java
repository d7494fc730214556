package org.stillpoint.practice.mail;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.mail.MailReach.WhyNot;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.mail.MailFault;
import org.stillpoint.record.mail.MailMatter;
import org.stillpoint.record.mail.OutboxMail;
import org.stillpoint.record.setting.MailSetting;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** How it stands with the mail to clients, and whom to ring instead. */
public final class MailReading {
    /**
     * How it stands with one client.
     *
     * @param whyNot why they may not be written to, where that is so
     * @param linksReach whether a link that is sent leads them to this program
     * @param last the mail that was sent, given up or put away last, or waits
     */
    public record ClientMail(
            Client client,
            AboutPart<MailWishes> wishes,
            Optional<WhyNot> whyNot,
            boolean linksReach,
            Optional<OutboxMail> last) {

        public boolean mayBeMailed() {
            return whyNot.isEmpty();
        }
    }

    /**
     * Somebody to ring, because no mail reaches them.
     *
     * @param phone their number, or empty
     * @param matter what of
     * @param whyNot why they are not written to; empty where a mail was tried, or is too late
     * @param fault why it was given up, where it was
     */
    public record ClientToRing(
            Client client, PrivateText phone, MailMatter matter, Optional<WhyNot> whyNot, Optional<MailFault> fault) {}

    private final UnitOfWork work;
    private final RingList ringList;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public MailReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.ringList = new RingList(clock);
        this.clock = clock;
    }

    /** How the practice sends mail, the password too. */
    public MailSetting setting(Actor actor) {
        return work.read(
                actor,
                Act.SEE_MAIL_SETTING,
                Optional.empty(),
                records -> records.settings().mail());
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ClientMail by(Actor actor, Id<Client> client) {
        return work.read(actor, Act.SEE_CLIENT, Optional.of(client), records -> of(records, client, clock));
    }

    /** Within a reading that shows more of them. */
    public static ClientMail of(Records records, Id<Client> client, Clock clock) {
        return new ClientMail(
                records.clients().get(client),
                records.aboutClients().mailWishes(client),
                MailReach.of(records, client, clock).whyNot(),
                !records.settings().mail().door().isEmpty(),
                records.outbox().list(client).stream().findFirst());
    }

    /**
     * Whom to ring: those of the clients whom the actor sees who are expected within the hours that the practice has set and are not reminded
     * by mail, the earliest first; then those to whom a link could not be sent. Who is to be asked after a session stands on a list of its own.
     */
    public List<ClientToRing> toRing(Actor actor) {
        return work.read(actor, Act.SEE_TODAY, Optional.empty(), records -> ringList.of(records));
    }
}
