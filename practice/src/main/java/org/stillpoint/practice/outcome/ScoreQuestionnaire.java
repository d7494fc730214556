package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
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
     */
    public record Score(String instrument, LocalDate day, double score) {
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
     * @param all the earliest first
     */
    public record KeptScores(int added, List<QuestionnaireScore> all) {}

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

    private static KeptScores add(Records records, Command wanted) {
        List<QuestionnaireScore> scores = wanted.scores().stream()
                .map(one -> QuestionnaireScore.of(wanted.client(), one.instrument(), one.day(), one.score()))
                .toList();
        return kept(records, wanted, records.questionnaireScores().addAll(wanted.client(), scores));
    }

    private static KeptScores kept(Records records, Command wanted, int added) {
        return new KeptScores(added, records.questionnaireScores().list(wanted.client()));
    }
}
