package org.stillpoint.practice.about;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.client.AboutPart;
import org.stillpoint.record.client.Background;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Psychotherapy;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Who else sees to a client is told, or has changed: from the practice's address book, to which somebody new is added at once. */
public final class ChangeCarers {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param seen the version that was seen
     * @param psychotherapy whether they work with a psychotherapist; empty where it was not said
     * @param carers who is in the address book
     * @param added who is not yet in it
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Version seen,
            Optional<Psychotherapy> psychotherapy,
            List<Id<AddressEntry>> carers,
            Optional<AddressEntry> added) {}

    private final BackgroundChange change;

    public ChangeCarers(UnitOfWork work, Clock clock) {
        this.change = new BackgroundChange(work, clock);
    }

    /**
     * Answers {@link Answer.Changed} where somebody else has changed it since it was seen.
     *
     * @throws NoSuchRecord if one of them is not in the address book
     */
    public Answer<AboutPart<Background>> by(Actor actor, Command wanted) {
        return change.by(
                actor,
                Deeds.of(Act.CHANGE_CARERS, wanted.key(), wanted.client(), wanted),
                wanted.client(),
                wanted.seen(),
                (records, kept) -> kept.with(wanted.psychotherapy(), carers(records, wanted)));
    }

    private static List<Id<AddressEntry>> carers(Records records, Command wanted) {
        List<Id<AddressEntry>> carers = new ArrayList<>(wanted.carers().stream()
                .map(carer -> records.addressBook().get(carer).id())
                .toList());
        wanted.added().ifPresent(entry -> {
            records.addressBook().add(entry);
            carers.add(entry.id());
        });
        return carers;
    }
}
