package org.stillpoint.practice.questionnaire;

import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** A questionnaire that waits is taken back, as long as nothing in it is answered: what a client said is never thrown away. */
public final class TakeBackQuestionnaire {

    /** @param key made with the page */
    public record Command(Id<Deed> key, Id<Client> client, Id<FilledQuestionnaire> filled) {}

    private final UnitOfWork work;

    public TakeBackQuestionnaire(UnitOfWork work) {
        this.work = work;
    }

    /** Answers {@link Answer.No} where something is answered. */
    public Answer<Id<FilledQuestionnaire>> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.TAKE_BACK_QUESTIONNAIRE, wanted.key(), wanted.client(), wanted),
                        records -> {
                            FilledQuestionnaire kept =
                                    records.filledQuestionnaires().get(wanted.client(), wanted.filled());
                            if (!kept.isOpen() || !kept.answers().isEmpty()) {
                                throw new Refused(Rule.QUESTIONNAIRE_IS_ANSWERED, kept.id());
                            }
                            records.filledQuestionnaires().remove(wanted.client(), kept.id(), kept.version());
                            return new Answer.Done<>(wanted.filled());
                        },
                        records -> new Answer.Again<>(wanted.filled())),
                wanted::filled);
    }
}
