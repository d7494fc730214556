package org.stillpoint.practice.questionnaire;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** One question is answered, and kept at once; or the client names the activities of their own that they are asked about. */
public final class AnswerQuestion {

    /**
     * @param key made with the page, so that sending it twice answers once
     * @param client whose
     * @param filled of which questionnaire
     * @param item from 1
     * @param answer empty where the client leaves it out
     * @param by whose hand; of whoever came by a link it is theirs
     */
    public record Command(
            Id<Deed> key,
            Id<Client> client,
            Id<FilledQuestionnaire> filled,
            int item,
            Optional<ItemAnswer> answer,
            IntakeHand by) {}

    /**
     * @param key made with the page, so that sending it twice names them once
     * @param client whose
     * @param filled of which questionnaire
     * @param activities in the client's own words, the first first
     * @param by whose hand; of whoever came by a link it is theirs
     */
    public record NamedActivities(
            Id<Deed> key,
            Id<Client> client,
            Id<FilledQuestionnaire> filled,
            List<PrivateText> activities,
            IntakeHand by) {
        public NamedActivities {
            activities = List.copyOf(activities);
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    public AnswerQuestion(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * Whoever tells of thoughts of self-harm has told a red flag from this moment on, whatever becomes of the rest. Answers
     * {@link Answer.No} where the questionnaire is handed in.
     *
     * @throws BadValue if there is no such item or answer
     */
    public Answer<FilledQuestionnaire> by(Actor actor, Command wanted) {
        return keep(actor, wanted.key(), wanted.client(), wanted.filled(), wanted, (records, kept) -> {
            AskedSheet sheet = AskedSheet.of(records, kept);
            if (!sheet.asked().contains(wanted.item())) {
                throw new BadValue("item", String.valueOf(wanted.item()), "one that is asked");
            }
            IntakeHand hand = hand(actor, wanted.by());
            if (wanted.answer().isEmpty()) {
                return kept.without(wanted.item(), hand, clock.instant());
            }
            ItemAnswer answer = wanted.answer().get();
            if (!sheet.takes(wanted.item(), answer)) {
                throw new BadValue("answer", "of another kind or out of range", "one that the item takes");
            }
            if (sheet.tellsOfSelfHarm(wanted.item(), answer)) {
                tell(records, kept);
            }
            return kept.with(wanted.item(), answer, hand, clock.instant());
        });
    }

    /** Answers {@link Answer.No} where the questionnaire is handed in. */
    public Answer<FilledQuestionnaire> by(Actor actor, NamedActivities wanted) {
        return keep(actor, wanted.key(), wanted.client(), wanted.filled(), wanted, (records, kept) -> {
            if (!AskedSheet.of(records, kept).isAboutOwnActivities()) {
                throw new BadValue("activities", "of " + kept.instrument(), "of one that asks for them");
            }
            return kept.about(wanted.activities(), hand(actor, wanted.by()), clock.instant());
        });
    }

    /** What an answer makes of the questionnaire as it is kept. */
    private interface Answering {
        FilledQuestionnaire of(Records records, FilledQuestionnaire kept);
    }

    private Answer<FilledQuestionnaire> keep(
            Actor actor,
            Id<Deed> key,
            Id<Client> client,
            Id<FilledQuestionnaire> id,
            Record wanted,
            Answering answering) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.ANSWER_QUESTIONNAIRE, key, client, wanted),
                        records -> {
                            FilledQuestionnaire kept =
                                    records.filledQuestionnaires().get(client, id);
                            if (!kept.isOpen()) {
                                throw new Refused(Rule.QUESTIONNAIRE_IS_HANDED_IN, id);
                            }
                            return new Answer.Done<>(
                                    records.filledQuestionnaires().update(answering.of(records, kept)));
                        },
                        records -> new Answer.Again<>(
                                records.filledQuestionnaires().get(client, id))),
                () -> work.read(
                        actor,
                        Act.SEE_ASKED_QUESTIONNAIRES,
                        Optional.of(client),
                        records -> records.filledQuestionnaires().get(client, id)));
    }

    static IntakeHand hand(Actor actor, IntakeHand said) {
        return actor instanceof Actor.Linked ? IntakeHand.CLIENT_BY_LINK : said;
    }

    /** Once for each questionnaire: changing the answer afterwards takes back nothing that was told. */
    private void tell(Records records, FilledQuestionnaire kept) {
        if (records.redFlags().find(kept.client(), new Id<>(kept.id().value())).isEmpty()) {
            ToldFlags.tellTicked(
                    records,
                    kept.id(),
                    kept.client(),
                    clock.instant(),
                    FlagOrigin.QUESTIONNAIRE,
                    Set.of(ProgramConditions.SELF_HARM));
        }
    }
}
