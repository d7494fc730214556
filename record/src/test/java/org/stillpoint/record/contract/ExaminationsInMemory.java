package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Examinations;

/** The examinations, in memory. */
final class ExaminationsInMemory implements Examinations {
    private static final Comparator<Examination> IN_TIME =
            Comparator.comparing(Examination::at).thenComparing(Examination::id);

    private final OfAClient<Examination> rows;

    ExaminationsInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "examination",
                memory,
                clients,
                Examination::id,
                Examination::client,
                Examination::version,
                ExaminationsInMemory::seenAt);
    }

    @Override
    public void add(Examination added) {
        rows.add(added, Examination::equals);
    }

    @Override
    public Examination update(Examination changed) {
        return rows.replace(changed, (kept, wanted) -> kept.with(wanted.findings(), wanted.limits()));
    }

    @Override
    public List<Examination> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public Optional<Examination> findLatest(Id<Client> client) {
        return list(client).reversed().stream().findFirst();
    }

    private static Examination seenAt(Examination row, Version seen) {
        return new Examination(row.id(), row.client(), row.at(), row.findings(), row.limits(), seen);
    }
}
