package org.stillpoint.practice.mail;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.MailWishes;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A client has said when they want mail from the practice, or that they want none. */
public final class ChangeMailWishes {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     */
    public record Command(Id<Deed> key, Id<Client> client, Version seen, MailWishes wishes) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeMailWishes(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.Changed} where somebody else, or the client by a link, has changed it since it was seen. */
    public Answer<AboutPart<MailWishes>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_MAIL_WISHES, wanted.key(), wanted.client(), wanted),
                        records -> {
                            AboutPart<MailWishes> now = records.aboutClients()
                                    .updateMailWishes(new AboutPart<>(wanted.client(), wanted.wishes(), wanted.seen()));
                            if (now.told().off().isPresent()) {
                                SwitchOffMail.dropWaiting(records, wanted.client(), clock);
                            }
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.aboutClients().mailWishes(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(wanted.client()),
                        records -> records.aboutClients().mailWishes(wanted.client())));
    }
}
