package org.stillpoint.practice.whole;

import java.util.Comparator;
import java.util.List;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/**
 * All that is kept is about to leave: it stands in the account before the first row does. Whoever is signed in gets nothing that is held apart, for
 * process notes and own notes are their authors'; the program's own command line, which has the key of the record, gets all.
 */
public final class TakeOut {
    private final UnitOfWork work;

    public TakeOut(UnitOfWork work) {
        this.work = work;
    }

    /**
     * What is wanted.
     *
     * @param key of the deed
     */
    public record Command(Id<?> key, WhoseRows whose) {}

    /**
     * Whose files may be written now.
     *
     * @throws NotAllowed if the actor may not
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public Answer<List<Id<Client>>> by(Actor actor, Command command) {
        Act act = act(command.whose());
        if (command.whose().heldApart() && !(actor instanceof Actor.Program)) {
            throw new NotAllowed(act.name());
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        deed(act, command),
                        records -> new Answer.Done<>(
                                clients(command.whose(), records.clients().list())),
                        records -> new Answer.Again<>(
                                clients(command.whose(), records.clients().list()))),
                List::of);
    }

    private static Act act(WhoseRows whose) {
        return switch (whose) {
            case WhoseRows.OfEverybody everybody -> Act.TAKE_OUT_PRACTICE;
            case WhoseRows.OfOneClient one -> Act.TAKE_OUT_CLIENT;
        };
    }

    private static Deed deed(Act act, Command command) {
        return switch (command.whose()) {
            case WhoseRows.OfEverybody everybody -> Deeds.of(act, command.key(), command);
            case WhoseRows.OfOneClient one -> Deeds.of(act, command.key(), one.client(), command);
        };
    }

    private static List<Id<Client>> clients(WhoseRows whose, List<Client> all) {
        return switch (whose) {
            case WhoseRows.OfEverybody everybody ->
                all.stream().map(Client::id).sorted(Comparator.naturalOrder()).toList();
            case WhoseRows.OfOneClient one -> List.of(one.client());
        };
    }
}
