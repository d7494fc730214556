package org.stillpoint.record.contract;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.Intakes;

/** The intakes, in memory. */
final class IntakesInMemory implements Intakes {
    private static final Comparator<Intake> IN_TIME =
            Comparator.comparing(Intake::at).thenComparing(Intake::id);

    private final OfAClient<Intake> rows;

    IntakesInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>("intake", memory, clients, Intake::id, Intake::client, Intake::version, Intake::seenAt);
    }

    @Override
    public void add(Intake added) {
        rows.add(added, Intake::equals);
    }

    @Override
    public Intake update(Intake changed) {
        return rows.replace(
                changed,
                (kept, wanted) -> new Intake(
                        kept.id(), kept.client(), kept.at(), wanted.steps(), wanted.completedAt(), wanted.version()));
    }

    @Override
    public Optional<Intake> find(Id<Client> client, Id<Intake> id) {
        return rows.find(client, id);
    }

    @Override
    public List<Intake> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public List<Intake> listOpen(Collection<Id<Client>> clients) {
        return clients.stream()
                .distinct()
                .flatMap(client -> list(client).stream())
                .filter(Intake::isOpen)
                .sorted(IN_TIME)
                .toList();
    }
}
