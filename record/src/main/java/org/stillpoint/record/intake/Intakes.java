package org.stillpoint.record.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where the intakes are kept. */
public interface Intakes {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(Intake intake);

    /**
     * Writes its steps and whether it is completed; client and beginning stay as they are kept.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such intake
     */
    Intake update(Intake changed);

    Optional<Intake> find(Id<Client> client, Id<Intake> id);

    /** The client's, the earliest first. */
    List<Intake> list(Id<Client> client);

    /** Those of these clients that go on, the earliest first. */
    List<Intake> listOpen(Collection<Id<Client>> clients);

    /** @throws NoSuchRecord if this client has no such intake */
    default Intake get(Id<Client> client, Id<Intake> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("intake", id));
    }

    /**
     * Notes in the one that goes on, if any, that a step was answered which {@linkplain IntakeStep#isKeptElsewhere is kept elsewhere}:
     * wherever that was, and with nothing of what was said.
     */
    default void hear(Id<Client> client, IntakeStep step, IntakeHand by, Instant at) {
        findOpen(client)
                .ifPresent(intake ->
                        update(intake.with(step, new StepAnswer(Map.of(), StepAnswer.StepState.ANSWERED, by, at))));
    }

    /** The one that goes on. */
    default Optional<Intake> findOpen(Id<Client> client) {
        return listOpen(List.of(client)).stream().findFirst();
    }
}
