package org.stillpoint.practice.client;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Somebody comes to the practice: whoever treats and adds them treats them; else they are nobody's until they are handed over. */
public final class AddClient {

    /**
     * @param id made before the form is filled in, so that sending it twice adds one
     * @param name a letter or digit among its characters
     * @param yearOfBirth where it was told
     * @param madeUp whether this person does not exist
     */
    public record Command(Id<Client> id, PrivateText name, OptionalInt yearOfBirth, boolean madeUp) {}

    private final UnitOfWork work;
    private final Clock clock;

    public AddClient(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    private static Optional<Id<Account>> treating(Actor actor) {
        return switch (actor) {
            case Actor.Person person ->
                switch (person.role()) {
                    case OWNER, THERAPIST -> Optional.of(person.account());
                    case ASSISTANT, SUPERVISOR -> Optional.empty();
                };
            case Actor.Linked linked -> Optional.empty();
            case Actor.Registered registered -> Optional.empty();
            case Actor.Program program -> Optional.empty();
        };
    }

    /** @throws org.stillpoint.record.BadValue if the name or the year is none */
    public Answer<Client> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ADD_CLIENT, wanted.id(), wanted),
                        records -> {
                            Client client = new Client(
                                    wanted.id(),
                                    wanted.name(),
                                    wanted.yearOfBirth(),
                                    wanted.madeUp(),
                                    clock.instant(),
                                    Optional.empty(),
                                    Version.FIRST);
                            records.clients().add(client);
                            treating(actor).ifPresent(who -> records.care().handOver(client.id(), who));
                            return new Answer.Done<>(client);
                        },
                        records -> new Answer.Again<>(records.clients().get(wanted.id()))),
                () -> work.read(
                        actor,
                        Act.SEE_CLIENT,
                        Optional.of(wanted.id()),
                        records -> records.clients().get(wanted.id())));
    }
}
