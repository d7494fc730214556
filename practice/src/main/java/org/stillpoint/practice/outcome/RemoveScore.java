package org.stillpoint.practice.outcome;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A score that was entered wrongly is removed. */
public final class RemoveScore {

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param client whose
     * @param score which
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<QuestionnaireScore> score) {}

    private final UnitOfWork work;

    public RemoveScore(UnitOfWork work) {
        this.work = work;
    }

    public Answer<Id<QuestionnaireScore>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.REMOVE_SCORE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            records.questionnaireScores().remove(wanted.client(), wanted.score());
                            return new Answer.Done<>(wanted.score());
                        },
                        records -> new Answer.Again<>(wanted.score())),
                wanted::score);
    }
}
