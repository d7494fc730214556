package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.practice.safety.ToldFlags;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Scores of questionnaires that were filled in elsewhere are kept, all or none. */
public final class ScoreQuestionnaire {

    /**
     * One score.
     *
     * @param instrument id of a questionnaire in the table of measures
     * @param score within that instrument's range
     * @param selfHarm of a PHQ-9 the answer to its ninth question, 0 to 3; empty where nobody said, and of any other
     */
    public record Score(String instrument, LocalDate day, double score, OptionalInt selfHarm) {

        /** Where no answer is known beside the sum. */
        public Score(String instrument, LocalDate day, double score) {
            this(instrument, day, score, OptionalInt.empty());
        }

        public Score {
            Measure measure = Questionnaire.find(instrument)
                    .orElseThrow(() -> new BadValue(
                            "instrument",
                            "of " + instrument.length() + " characters",
                            "a questionnaire of the table of measures"))
                    .measure();
            if (!(score >= measure.low() && score <= measure.high())) {
                throw new BadValue("score", "out of range", measure.low() + " to " + measure.high());
            }
            selfHarm.ifPresent(answer -> {
                if (!instrument.equals(Questionnaire.PHQ9) || answer < 0 || answer > 3) {
                    throw new BadValue("answer", "out of range", "0 to 3, of a PHQ-9");
                }
            });
        }
    }

    /**
     * @param key made with the form, so that sending it twice keeps the scores once
     * @param client whose
     */
    public record Command(Id<Deed> key, Id<Client> client, List<Score> scores) {
        public Command {
            scores = List.copyOf(scores);
        }
    }

    /**
     * The client's scores.
     *
     * @param added how many are new
     * @param flag whether one of them tells of thoughts of self-harm: a red flag
     * @param all the earliest first
     */
    public record KeptScores(int added, boolean flag, List<QuestionnaireScore> all) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public ScoreQuestionnaire(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Answers {@link Answer.Other} where another score of an instrument and day is kept: nothing is kept then. */
    public Answer<KeptScores> by(Actor actor, Command wanted) {
        LocalDate today = LocalDate.now(clock);
        for (Score score : wanted.scores()) {
            if (score.day().isAfter(today)) {
                throw new BadValue("day", score.day().toString(), "up to " + today);
            }
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.SCORE_QUESTIONNAIRE, wanted.key(), wanted.client(), wanted),
                        records -> new Answer.Done<>(add(records, wanted)),
                        records -> new Answer.Again<>(kept(records, wanted, 0))),
                () -> work.read(
                        actor,
                        Act.SEE_QUESTIONNAIRES,
                        Optional.of(wanted.client()),
                        records -> kept(records, wanted, 0)));
    }

    private KeptScores add(Records records, Command wanted) {
        LocalDate asksBack = LocalDate.now(clock).minusDays(Questionnaire.PHQ9_ASKS_BACK_DAYS);
        if (wanted.scores().stream().anyMatch(score -> tellsOfSelfHarm(score, asksBack))) {
            ToldFlags.tellTicked(
                    records,
                    wanted.key(),
                    wanted.client(),
                    clock.instant(),
                    FlagOrigin.QUESTIONNAIRE,
                    Set.of(ProgramConditions.SELF_HARM));
        }
        List<QuestionnaireScore> scores = wanted.scores().stream()
                .map(one -> QuestionnaireScore.of(wanted.client(), one.instrument(), one.day(), one.score()))
                .toList();
        return kept(records, wanted, records.questionnaireScores().addAll(wanted.client(), scores));
    }

    /** By the answer itself, or by a sum of the last weeks that eight answers cannot reach. */
    private static boolean tellsOfSelfHarm(Score score, LocalDate asksBack) {
        return score.selfHarm().orElse(0) > 0
                || (score.instrument().equals(Questionnaire.PHQ9)
                        && score.score() > Questionnaire.PHQ9_MOST_OF_EIGHT
                        && !score.day().isBefore(asksBack));
    }

    private static KeptScores kept(Records records, Command wanted, int added) {
        return new KeptScores(
                added,
                records.redFlags()
                        .find(wanted.client(), new Id<>(wanted.key().value()))
                        .isPresent(),
                records.questionnaireScores().list(wanted.client()));
    }
}
