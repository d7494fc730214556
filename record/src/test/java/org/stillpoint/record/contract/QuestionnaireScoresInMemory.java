package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.questionnaire.QuestionnaireScores;

/** The scores of questionnaires, in memory. */
final class QuestionnaireScoresInMemory implements QuestionnaireScores {
    private static final Comparator<QuestionnaireScore> IN_TIME = Comparator.comparing(QuestionnaireScore::day)
            .thenComparing(QuestionnaireScore::instrument)
            .thenComparing(QuestionnaireScore::id);

    private final Memory memory;
    private final ClientsInMemory clients;
    private final OfAClient<QuestionnaireScore> rows;

    QuestionnaireScoresInMemory(Memory memory, ClientsInMemory clients) {
        this.memory = memory;
        this.clients = clients;
        rows = new OfAClient<>(
                "score",
                memory,
                clients,
                QuestionnaireScore::id,
                QuestionnaireScore::client,
                row -> Version.FIRST,
                (row, seen) -> row);
    }

    @Override
    public int addAll(Id<Client> client, List<QuestionnaireScore> scores) {
        if (scores.stream().anyMatch(score -> !score.client().equals(client))) {
            throw new BadValue("client", "of a score", "the client that it is added to");
        }
        return memory.write(() -> {
            clients.get(client);
            int added = 0;
            for (QuestionnaireScore score : scores) {
                Optional<QuestionnaireScore> there =
                        list(client).stream().filter(score::isOfSameDay).findFirst();
                if (there.isEmpty()) {
                    rows.add(score, QuestionnaireScore::equals);
                    added++;
                } else if (there.get().score() != score.score()) {
                    throw new AlreadyThere("score of that day", there.get().id());
                }
            }
            return added;
        });
    }

    @Override
    public void remove(Id<Client> client, Id<QuestionnaireScore> id) {
        rows.remove(client, id, Version.FIRST);
    }

    @Override
    public List<QuestionnaireScore> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }
}
