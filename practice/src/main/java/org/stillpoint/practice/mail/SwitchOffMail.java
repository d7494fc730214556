package org.stillpoint.practice.mail;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.mail.MailState;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Whoever has a mail wants no more of them: one click, without an account. What still waits is not sent. */
public final class SwitchOffMail {

    /**
     * Whose mail it is.
     *
     * @param off whether it is switched off already
     * @param language in which they read
     */
    public record OffSeen(Id<Client> client, boolean off, PracticeLanguage language) {}

    /** What is wanted. */
    private record Command(Id<Client> client) {}

    private final UnitOfWork work;
    private final Clock clock;

    public SwitchOffMail(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Looking switches nothing off, for programs look at links too.
     *
     * @param offHash SHA-256 of what the link ends in
     */
    public Optional<OffSeen> see(Actor actor, String offHash) {
        return work.read(
                actor,
                Act.FIND_MAIL,
                Optional.empty(),
                records -> records.outbox()
                        .findByOffHash(offHash)
                        .map(mail -> new OffSeen(
                                mail.client(),
                                records.aboutClients()
                                        .mailWishes(mail.client())
                                        .told()
                                        .off()
                                        .isPresent(),
                                ClientLanguage.of(records, mail.client()))));
    }

    /** Answers {@link Answer.Again} where it was switched off before. */
    public Answer<Id<Client>> by(Actor actor, Id<Client> client) {
        return Answer.ofRepeatable(work, actor, Act.SWITCH_OFF_MAIL, client, new Command(client), records -> {
            AboutPart<MailWishes> kept = records.aboutClients().mailWishes(client);
            if (kept.told().off().isPresent()) {
                return new Answer.Again<>(client);
            }
            records.aboutClients().updateMailWishes(kept.with(kept.told().switchedOff(clock.instant())));
            dropWaiting(records, client, clock);
            return new Answer.Done<>(client);
        });
    }

    /** What waits for a client who wants no mail is not sent. */
    static void dropWaiting(Records records, Id<Client> client, Clock clock) {
        records.outbox().list(client).stream()
                .filter(mail -> mail.state() instanceof MailState.ToBeSent)
                .forEach(mail -> records.outbox().update(mail.in(new MailState.NotWanted(clock.instant()))));
    }
}
