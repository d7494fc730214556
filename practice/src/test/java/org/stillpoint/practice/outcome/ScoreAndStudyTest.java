package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.literature.KindOfEffect;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Scores of questionnaires, and studies that the practice adds. */
class ScoreAndStudyTest {

    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final ScoreQuestionnaire score = new ScoreQuestionnaire(work, clock);
    private final RemoveScore remove = new RemoveScore(work);
    private final LocalDate today = LocalDate.now(clock);
    private final Client client = client();

    private Client client() {
        Client added = Client.added(new PrivateText("A Client"), OptionalInt.empty(), clock.instant());
        records.clients().add(added);
        return added;
    }

    private ScoreQuestionnaire.Command wanted(ScoreQuestionnaire.Score... scores) {
        return new ScoreQuestionnaire.Command(Id.random(), client.id(), List.of(scores));
    }

    private ScoreQuestionnaire.Score gad7(int daysAgo, double value) {
        return new ScoreQuestionnaire.Score("gad7", today.minusDays(daysAgo), value);
    }

    private List<QuestionnaireScore> kept() {
        return records.questionnaireScores().list(client.id());
    }

    @Test
    void scores_areKept_andThoseKeptAlreadyArePassedOver() {
        ScoreQuestionnaire.Command wanted = wanted(gad7(7, 12), gad7(0, 8));
        assertThat(((Answer.Done<ScoreQuestionnaire.KeptScores>) score.by(SOMEBODY, wanted))
                        .kept()
                        .added())
                .isEqualTo(2);
        assertThat(score.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(((Answer.Done<ScoreQuestionnaire.KeptScores>) score.by(SOMEBODY, wanted(gad7(0, 8), gad7(3, 9))))
                        .kept()
                        .added())
                .isOne();
        assertThat(kept()).hasSize(3);
    }

    @Test
    void scores_oneOfWhichIsKeptOtherwise_areNotKeptAtAll() {
        score.by(SOMEBODY, wanted(gad7(0, 8)));
        assertThat(score.by(SOMEBODY, wanted(gad7(3, 9), gad7(0, 7)))).isInstanceOf(Answer.Other.class);
        assertThat(kept())
                .singleElement()
                .satisfies(one -> assertThat(one.score()).isEqualTo(8));
    }

    @Test
    void score_outOfRange_ofNoInstrument_orAhead_isNone() {
        assertThatThrownBy(() -> gad7(0, 22)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new ScoreQuestionnaire.Score("nobody", today, 1))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> score.by(SOMEBODY, wanted(gad7(-1, 8)))).isInstanceOf(BadValue.class);
        assertThat(kept()).isEmpty();
    }

    @Test
    void remove_aScore_takesThatOneAway_andNoneOfAnotherClient() {
        score.by(SOMEBODY, wanted(gad7(7, 12), gad7(0, 8)));
        Id<QuestionnaireScore> first = kept().getFirst().id();
        Client other = client();
        assertThatThrownBy(() -> remove.by(SOMEBODY, new RemoveScore.Command(Id.random(), other.id(), first)))
                .isInstanceOf(NoSuchRecord.class);
        RemoveScore.Command wanted = new RemoveScore.Command(Id.random(), client.id(), first);
        assertThat(remove.by(SOMEBODY, wanted)).isEqualTo(new Answer.Done<>(first));
        assertThat(remove.by(SOMEBODY, wanted)).isEqualTo(new Answer.Again<>(first));
        assertThat(kept()).hasSize(1);
    }

    private static AddStudy.Command study(double low) {
        return new AddStudy.Command(
                Id.random(),
                "Made Up 2020",
                2020,
                "neck pain",
                "sham",
                "pain",
                KindOfEffect.SMD,
                -0.4,
                low,
                -0.1,
                "none");
    }

    @Test
    void study_isAddedOnce_andTakenOutAgain() {
        AddStudy add = new AddStudy(work, clock);
        RemoveStudy take = new RemoveStudy(work);
        AddStudy.Command wanted = study(-0.7);
        assertThat(add.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(add.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        FieldReading reading = new FieldReading(work);
        FieldReading.KnownStudies known = reading.by(SOMEBODY);
        assertThat(known.added()).hasSize(1);
        // the published trial and this one
        assertThat(known.together().orElseThrow().single()).hasSize(2);
        assertThat(known.together().orElseThrow().asymmetry()).isEmpty();
        take.by(SOMEBODY, new RemoveStudy.Command(Id.random(), wanted.id()));
        assertThat(reading.by(SOMEBODY).added()).isEmpty();
        assertThat(reading.by(SOMEBODY).together()).isEmpty();
    }

    private static AddStudy.Command ratio(double effect, double low, double high) {
        return new AddStudy.Command(
                Id.random(), "Ratio", 1998, "a", "b", "c", KindOfEffect.RR, effect, low, high, "made up");
    }

    /** Ratios are pooled as logarithms, apart from differences: the mean of 1/2 and 2 is 1. */
    @Test
    void studies_ofRatios_arePooledAsLogarithms_andNotWithDifferences() {
        AddStudy add = new AddStudy(work, clock);
        add.by(SOMEBODY, ratio(0.5, 0.25, 1));
        add.by(SOMEBODY, ratio(2, 1, 4));
        FieldReading.KnownStudies known = new FieldReading(work).by(SOMEBODY);
        assertThat(known.together()).isEmpty();
        assertThat(known.others()).hasSize(1);
        FieldReading.OfAKind both = known.others().getFirst();
        assertThat(both.kind()).isEqualTo(KindOfEffect.RR);
        assertThat(both.studies()).isEqualTo(2);
        assertThat(both.estimate()).isCloseTo(1, within(1e-9));
        assertThat(both.careful().low() * both.careful().high()).isCloseTo(1, within(1e-9));
    }

    /** Butler 1988 in Hackshaw 1998: 2.02 (0.48 to 8.56) is a ratio, and no difference. */
    @Test
    void fit_ofARatioAsADifference_isSaid() {
        String[] typed = {"2.02", "0.48", "8.56"};
        assertThat(AddStudy.fit(KindOfEffect.SMD, 2.02, 0.48, 8.56, typed)).isEqualTo(AddStudy.IntervalFit.AS_RATIO);
        assertThat(AddStudy.fit(KindOfEffect.RR, 2.02, 0.48, 8.56, typed)).isEqualTo(AddStudy.IntervalFit.FITS);
        assertThat(AddStudy.fit(KindOfEffect.OR, 0.5, 0.1, 0.9, "0.50", "0.10", "0.90"))
                .isEqualTo(AddStudy.IntervalFit.AS_DIFFERENCE);
        assertThat(AddStudy.fit(KindOfEffect.HR, 0.5, -0.1, 0.9, "0.5", "-0.1", "0.9"))
                .isEqualTo(AddStudy.IntervalFit.NOT_ABOVE_ZERO);
        assertThat(AddStudy.fit(KindOfEffect.MD, 5, 1, 4, "5", "1", "4")).isEqualTo(AddStudy.IntervalFit.OUTSIDE);
    }

    @Test
    void study_withAnIntervalBesideItsEffect_isNone() {
        assertThatThrownBy(() -> new AddStudy(work, clock).by(SOMEBODY, study(-0.2)))
                .isInstanceOf(BadValue.class);
        assertThat(records.addedStudies().list()).isEmpty();
    }
}
