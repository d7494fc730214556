package org.stillpoint.practice.questionnaire;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.HandedInSheet;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * A questionnaire is handed in, whole or in part. Its score joins the others where its rule gives one, and no other score of that day is
 * kept. With the last of them a link is used up.
 */
public final class HandInQuestionnaire {

    /**
     * @param key made with the page, so that sending it twice hands in once
     * @param client whose
     * @param filled which
     */
    public record Command(Id<Deed> key, Id<Client> client, Id<FilledQuestionnaire> filled) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public HandInQuestionnaire(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.No} where nothing is answered. */
    public Answer<FilledQuestionnaire> by(Actor actor, Command wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.HAND_IN_QUESTIONNAIRE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(handIn(records, actor, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted))),
                () -> work.read(
                        actor,
                        Act.SEE_ASKED_QUESTIONNAIRES,
                        Optional.of(wanted.client()),
                        records -> kept(records, wanted)));
    }

    private static FilledQuestionnaire kept(Records records, Command wanted) {
        return records.filledQuestionnaires().get(wanted.client(), wanted.filled());
    }

    private FilledQuestionnaire handIn(Records records, Actor actor, Command wanted) {
        FilledQuestionnaire kept = kept(records, wanted);
        if (!kept.isOpen()) {
            return kept; // once is enough, from whichever page
        }
        if (AskedSheet.of(records, kept).answered() == 0) {
            throw new Refused(Rule.NOTHING_IS_ANSWERED, kept.id());
        }
        FilledQuestionnaire handedIn = HandedInSheet.of(records, kept, clock.instant(), clock.getZone());
        if (records.filledQuestionnaires().listOpen(wanted.client()).isEmpty()) {
            UseLink.within(records, actor, wanted.key(), clock, LinkPurpose.QUESTIONNAIRE);
        }
        return handedIn;
    }
}
