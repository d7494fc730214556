package org.stillpoint.practice.outcome;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The scores of one client's questionnaires. */
public final class QuestionnaireReading {

    /**
     * @param client whose
     * @param scores the earliest first, and by instrument within a day
     */
    public record ClientScores(Client client, List<QuestionnaireScore> scores) {}

    private final UnitOfWork work;

    public QuestionnaireReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ClientScores by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_QUESTIONNAIRES,
                Optional.of(id),
                records -> new ClientScores(
                        records.clients().get(id), records.questionnaireScores().list(id)));
    }
}
