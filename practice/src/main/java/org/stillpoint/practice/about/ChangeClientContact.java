package org.stillpoint.practice.about;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.slip.Mending;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** How a client is called and reached is told, or has changed; what stood there is kept. */
public final class ChangeClientContact {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     * @param told as it is
     */
    public record Command(Id<Deed> key, Id<Client> client, Version seen, ContactDetails told) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ChangeClientContact(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.Changed} where somebody else has changed it since it was seen. */
    public Answer<AboutPart<ContactDetails>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.CHANGE_CLIENT_CONTACT, wanted.key(), wanted.client(), wanted),
                        records -> {
                            AboutPart<ContactDetails> kept =
                                    records.aboutClients().contact(wanted.client());
                            AboutPart<ContactDetails> now = records.aboutClients()
                                    .updateContact(kept.with(wanted.told()).seenAt(wanted.seen()));
                            new Mending(actor, wanted.key(), wanted.client(), clock.instant())
                                    .corrected(
                                            records,
                                            wanted.client(),
                                            new EntryContent.ContactEntry(kept.told()),
                                            new EntryContent.ContactEntry(now.told()),
                                            PrivateText.NONE);
                            return new Answer.Done<>(now);
                        },
                        records -> new Answer.Again<>(records.aboutClients().contact(wanted.client()))),
                () -> work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(wanted.client()),
                        records -> records.aboutClients().contact(wanted.client())));
    }
}
