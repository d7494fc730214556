package org.stillpoint.practice.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.trace.Palpate.Found;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Actor;
import org.stillpoint.trace.Hand;

class PalpateTest {

    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);
    private static final StandardBody BODY = StandardBody.of(Atlas.standard());
    private static final String MUSCLE = "trapezius_descending_part_right";
    private static final String JOINT = "glenohumeral_right";

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final Palpate palpate = new Palpate(records.unitOfWork((actor, act, client) -> true), BODY.atlas(), clock);
    private final Client client = Client.added(new PrivateText("A Client"), OptionalInt.of(1980), clock.instant());
    private final TraceReading reading = new TraceReading(
            records.unitOfWork((actor, act, client) -> true),
            new OwnParameters(BODY, new LifePlayer(BODY, clock), clock),
            BODY,
            clock);

    PalpateTest() {
        records.clients().add(client);
        ConsentOnRecord.add(records, client.id(), clock.instant());
    }

    private void mark() {
        records.bodyMaps()
                .add(BodyMap.drawn(client.id(), Map.of(new RegionCode("X206"), Score0To10.of(6)), clock.instant()));
    }

    private Answer<Examination> found(Found found) {
        return palpate.by(SOMEBODY, new Palpate.Command(Id.random(), client.id(), found));
    }

    private Examination kept(Found found) {
        return ((Answer.Done<Examination>) found(found)).kept();
    }

    @Test
    void findings_ofOneMuscle_standBesideEachOther_theLastWordOnEach() {
        mark();
        kept(new Found.Restriction(new MuscleId(MUSCLE), new Grade(3)));
        kept(new Found.Tenderness(new MuscleId(MUSCLE), new Grade(2)));
        Examination examination = kept(new Found.Restriction(new MuscleId(MUSCLE), new Grade(1)));
        assertThat(examination.findings().get(new MuscleId(MUSCLE))).satisfies(finding -> {
            assertThat(finding.restriction()).contains(new Grade(1));
            assertThat(finding.tenderness()).contains(new Grade(2));
            assertThat(finding.tension()).isEmpty();
        });
        assertThat(kept(new Found.Limit(new JointId(JOINT), new Grade(2))).limits())
                .containsEntry(new JointId(JOINT), new Grade(2));
        assertThat(kept(new Found.NoFinding(new MuscleId(MUSCLE))).findings()).isEmpty();
        assertThat(kept(new Found.NoLimit(new JointId(JOINT))).isEmpty()).isTrue();
        assertThat(records.examinations().list(client.id())).hasSize(1);
    }

    @Test
    void finding_afterThePainWasMarkedAnewOnALaterDay_isOfAnotherExamination() {
        mark();
        kept(new Found.Restriction(new MuscleId(MUSCLE), new Grade(3)));
        clock.pass(Duration.ofDays(2));
        mark();
        assertThat(reading.trace(SOMEBODY, client.id()).orElseThrow().found()).isEmpty();
        kept(new Found.Tension(new MuscleId(MUSCLE), new Grade(1)));
        assertThat(records.examinations().list(client.id())).hasSize(2);
    }

    @Test
    void finding_withoutMarkedPain_isRefused() {
        assertThat(found(new Found.Restriction(new MuscleId(MUSCLE), new Grade(3))))
                .isEqualTo(new Answer.No<>(Rule.NO_PAIN_IS_MARKED));
        assertThat(reading.trace(SOMEBODY, client.id())).isEmpty();
    }

    @Test
    void handsThatFeel_askAsInASession_forConsentSignatureAndTouchMap() {
        mark();
        MuscleId muscle = new MuscleId(MUSCLE);
        RegionCode over =
                RegionsOfSite.of(new Site.MuscleSite(muscle)).iterator().next();
        records.touchMaps()
                .add(new TouchMap(
                        Id.random(),
                        client.id(),
                        clock.instant(),
                        Map.of(over, TouchWish.ASK),
                        IntakeHand.CLIENT_HERE,
                        Version.FIRST));
        Found felt = new Found.Restriction(muscle, new Grade(2));
        assertThat(found(felt)).isEqualTo(new Answer.No<>(Rule.TOUCH_IS_ASKED_FIRST));
        assertThat(found(new Found.Tension(muscle, new Grade(1))))
                .as("seen, not touched")
                .isInstanceOf(Answer.Done.class);
        assertThat(palpate.by(SOMEBODY, new Palpate.Command(Id.random(), client.id(), felt, true)))
                .as("asked, and yes")
                .isInstanceOf(Answer.Done.class);
        assertThat(palpate.by(
                        SOMEBODY,
                        new Palpate.Command(
                                Id.random(),
                                client.id(),
                                new Found.Tenderness(new MuscleId("puborectalis_left"), new Grade(1)),
                                true)))
                .isEqualTo(new Answer.No<>(Rule.PELVIC_FLOOR_IS_NOT_SIGNED));
        new WithdrawConsent(records.unitOfWork((actor, act, any) -> true), clock)
                .by(SOMEBODY, new WithdrawConsent.Command(Id.random(), client.id()));
        assertThat(palpate.by(SOMEBODY, new Palpate.Command(Id.random(), client.id(), felt, true)))
                .isEqualTo(new Answer.No<>(Rule.CONSENT_IS_WITHDRAWN));
        assertThat(found(new Found.NoFinding(muscle))).as("taken back").isInstanceOf(Answer.Done.class);
    }

    @Test
    void finding_atNoMuscleOrJoint_isNone() {
        mark();
        assertThatThrownBy(() -> found(new Found.Restriction(new MuscleId("nobody"), new Grade(3))))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> found(new Found.Limit(new JointId("nobody"), new Grade(3))))
                .isInstanceOf(BadValue.class);
    }

    /** Felt twice, a day apart and with no session between: two muscles teach what the hand is worth; felt long after, nothing. */
    @Test
    void hand_isLearnedFromMusclesFeltTwice() {
        mark();
        assertThat(reading.trace(SOMEBODY, client.id()).orElseThrow().hand().feltTwice())
                .isZero();
        feltEach(3, 0);
        clock.pass(Duration.ofDays(1));
        mark();
        feltEach(3, 0);
        TraceReading.HandTrusted agreed =
                reading.trace(SOMEBODY, client.id()).orElseThrow().hand();
        assertThat(agreed.feltTwice()).isEqualTo(2);
        assertThat(agreed.ratios().get(3)).isGreaterThan(Hand.untested().ratio(3));
        clock.pass(Duration.ofDays(40));
        mark();
        feltEach(0, 3);
        assertThat(reading.trace(SOMEBODY, client.id()).orElseThrow().hand()).isEqualTo(agreed);
    }

    /** A session changes what there is to feel, so what is felt after it says nothing of the hand that felt before. */
    @Test
    void hand_learnsNothingAcrossASession() {
        mark();
        feltEach(3, 0);
        clock.pass(Duration.ofHours(1));
        held();
        clock.pass(Duration.ofDays(1));
        mark();
        feltEach(0, 3);
        assertThat(reading.trace(SOMEBODY, client.id()).orElseThrow().hand().feltTwice())
                .isZero();
    }

    private void held() {
        SafetyCheck check = SafetyCheck.clear(client.id(), clock.instant());
        records.safetyChecks().add(check);
        records.sessions().add(OpenSession.start(Id.random(), client.id(), check, clock.instant()));
    }

    private void feltEach(int one, int other) {
        kept(new Found.Restriction(new MuscleId(MUSCLE), new Grade(one)));
        kept(new Found.Restriction(new MuscleId("masseter_left"), new Grade(other)));
    }

    /** What a hand would find is told both ways, and a finding that is made gives what was told. */
    @Test
    void next_tellsWhatAFindingWouldChange() {
        mark();
        TraceReading.Next next =
                reading.trace(SOMEBODY, client.id()).orElseThrow().next().getFirst();
        kept(new Found.Restriction(next.muscles().getFirst(), new Grade(2)));
        assertThat(next.restricted()).isEqualTo(answer());
        kept(new Found.Restriction(next.muscles().getFirst(), new Grade(0)));
        assertThat(next.nothing()).isEqualTo(answer());
    }

    /** Where touch is never welcome, nobody is sent to feel; what comes in its place is the next that tells most. */
    @Test
    void next_leavesOutWhereTouchIsNeverWelcome() {
        mark();
        List<TraceReading.Next> open =
                reading.trace(SOMEBODY, client.id()).orElseThrow().next();
        MuscleId first = open.getFirst().muscles().getFirst();
        Map<RegionCode, TouchWish> never = new HashMap<>();
        RegionsOfSite.of(new Site.MuscleSite(first)).forEach(region -> never.put(region, TouchWish.NEVER));
        records.touchMaps()
                .add(new TouchMap(
                        Id.random(), client.id(), clock.instant(), never, IntakeHand.THERAPIST, Version.FIRST));
        List<TraceReading.Next> left =
                reading.trace(SOMEBODY, client.id()).orElseThrow().next();
        assertThat(left).hasSameSizeAs(open).noneMatch(next -> next.muscles().contains(first));
    }

    /** A hand does not tell neighbours apart: which of them the finding is kept under makes no difference. */
    @Test
    void finding_atOneOfSeveralMusclesThatAHandDoesNotTellApart_countsForAllOfThem() {
        mark();
        kept(new Found.Restriction(new MuscleId("rhomboid_major_left"), new Grade(3)));
        TraceReading.IfFelt major = answer();
        kept(new Found.NoFinding(new MuscleId("rhomboid_major_left")));
        kept(new Found.Restriction(new MuscleId("rhomboid_minor_left"), new Grade(3)));
        assertThat(answer()).isEqualTo(major);
        assertThat(reading.trace(SOMEBODY, client.id()).orElseThrow().next())
                .noneMatch(next -> next.muscles().contains(new MuscleId("rhomboid_major_left")));
    }

    private TraceReading.IfFelt answer() {
        TraceReading.Traced now = reading.trace(SOMEBODY, client.id()).orElseThrow();
        return new TraceReading.IfFelt(
                now.places().stream().map(worth -> worth.muscles().getFirst()).toList(),
                now.places().isEmpty() ? 0 : 1 - now.unexplained());
    }

    @Test
    void trace_ofMarkedPain_isAPartOfAllOfIt() {
        mark();
        TraceReading.Traced traced = reading.trace(SOMEBODY, client.id()).orElseThrow();
        double shares =
                traced.places().stream().mapToDouble(worth -> worth.share()).sum();
        assertThat(shares + traced.unexplained()).isBetween(0.99, 1.01);
        assertThat(traced.next()).isNotEmpty();
        traced.places()
                .forEach(worth -> assertThat(worth.relief().low())
                        .isLessThanOrEqualTo(worth.relief().high()));
    }
}
