package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.FilledQuestionnaires;

/** What clients answered, in memory. */
final class FilledQuestionnairesInMemory implements FilledQuestionnaires {
    private static final Comparator<FilledQuestionnaire> IN_TIME =
            Comparator.comparing(FilledQuestionnaire::begunAt).thenComparing(FilledQuestionnaire::id);

    private final OfAClient<FilledQuestionnaire> rows;

    FilledQuestionnairesInMemory(Memory memory, ClientsInMemory clients) {
        rows = new OfAClient<>(
                "questionnaire",
                memory,
                clients,
                FilledQuestionnaire::id,
                FilledQuestionnaire::client,
                FilledQuestionnaire::version,
                FilledQuestionnaire::seenAt);
    }

    @Override
    public void add(FilledQuestionnaire filled) {
        rows.add(filled, FilledQuestionnaire::equals);
    }

    @Override
    public FilledQuestionnaire update(FilledQuestionnaire changed) {
        return rows.replace(
                changed,
                (kept, wanted) -> new FilledQuestionnaire(
                        kept.id(),
                        kept.client(),
                        kept.instrument(),
                        kept.imported(),
                        kept.language(),
                        kept.begunAt(),
                        wanted.activities(),
                        wanted.answers(),
                        wanted.leftOut(),
                        wanted.by(),
                        wanted.answeredAt(),
                        wanted.handedInAt(),
                        wanted.version()));
    }

    @Override
    public void remove(Id<Client> client, Id<FilledQuestionnaire> id, Version seen) {
        rows.remove(client, id, seen);
    }

    @Override
    public Optional<FilledQuestionnaire> find(Id<Client> client, Id<FilledQuestionnaire> id) {
        return rows.find(client, id);
    }

    @Override
    public List<FilledQuestionnaire> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
