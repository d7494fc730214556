package org.stillpoint.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.plan.PlanFacts.TracedSites;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.LeftOutReason;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;

/** Each reason by itself, and what a plan makes of all. */
class PlanRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Site NECK = region("X206");
    private static final Site SHOULDER = region("X207");
    private static final Site HIP = region("X219");
    private static final Site CHEST = region("X108");
    private static final Site TRAPEZIUS = new Site.MuscleSite(new MuscleId("trapezius_middle_left"));

    private final Id<Client> ann = Id.random();
    private final List<EndedSession> held = new ArrayList<>();
    private Optional<TracedSites> trace = Optional.empty();
    private Optional<Examination> found = Optional.empty();
    private final List<TraumaEvent> told = new ArrayList<>();
    private final List<TouchMap> touch = new ArrayList<>();
    private final Set<SensitiveArea> signed = new HashSet<>();
    private final List<CheckIn> diary = new ArrayList<>();
    private Optional<SafetyCheck> check = Optional.empty();

    private static Site region(String code) {
        return new Site.RegionSite(new RegionCode(code));
    }

    private static Instant ago(int days) {
        return TODAY.minusDays(days).atTime(10, 0).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate day(int daysAgo) {
        return TODAY.minusDays(daysAgo);
    }

    private PlanFacts facts() {
        return new PlanFacts(TODAY, ZoneOffset.UTC, held, trace, found, told, touch, Set.copyOf(signed), diary, check);
    }

    private void held(int daysAgo, Moment... moments) {
        List<Mark> marks = new ArrayList<>();
        for (Moment moment : moments) {
            Instant at = ago(daysAgo).plusSeconds(60L * (marks.size() + 1));
            marks.add(new Mark(Id.random(), at, at, moment));
        }
        held.add(new EndedSession(
                Id.random(), ann, Id.random(), ago(daysAgo), ago(daysAgo).plus(Duration.ofMinutes(30)), marks));
    }

    private static Moment at(Site site) {
        return new Moment.SiteEngaged(site, PrivateText.NONE);
    }

    private void told(int daysAgo, String... regions) {
        told.add(TraumaEvent.toldBeforeSession(
                ann,
                new Told(
                        EventKind.INJURY,
                        EventDate.about(2014),
                        List.of(regions).stream().map(RegionCode::new).toList(),
                        PrivateText.NONE,
                        Score0To10.of(4),
                        Score0To10.of(4),
                        PrivateText.NONE),
                ago(daysAgo)));
    }

    private void touch(int daysAgo, TouchWish wish) {
        touch.add(new TouchMap(
                Id.random(),
                ann,
                ago(daysAgo),
                Map.of(new RegionCode("X206"), wish),
                IntakeHand.THERAPIST,
                new Version(touch.size() + 1)));
    }

    private void saysWorse(int daysAgo) {
        Score0To10 one = Score0To10.of(1);
        diary.add(CheckIn.given(
                ann,
                new Answers(
                        one,
                        one,
                        one,
                        one,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        new PrivateText("sore")),
                ago(daysAgo)));
    }

    private static PlannedPlace place(Site site, PlanReason reason, int daysAgo) {
        return new PlannedPlace(site, reason, day(daysAgo), false);
    }

    @Test
    void unfinished_isWhereHandsWereLast_andNotAllLetGo() {
        held(20, at(HIP));
        held(
                7,
                at(NECK),
                at(SHOULDER),
                new Moment.Release(SHOULDER, 1),
                at(TRAPEZIUS),
                new Moment.Release(TRAPEZIUS, 0.5));
        assertThat(PlaceRules.unfinished(facts()))
                .containsExactly(place(NECK, PlanReason.UNFINISHED, 7), place(TRAPEZIUS, PlanReason.UNFINISHED, 7));
    }

    @Test
    void found_isAClearOrStrongRestriction_theStrongestFirst() {
        MuscleId slight = new MuscleId("psoas_major_left");
        MuscleId clear = new MuscleId("psoas_major_right");
        MuscleId strong = new MuscleId("trapezius_middle_left");
        found = Optional.of(Examination.begun(ann, ago(2))
                .with(slight, Finding.NONE.withRestriction(new Grade(1)))
                .with(clear, Finding.NONE.withRestriction(new Grade(2)))
                .with(strong, Finding.NONE.withRestriction(new Grade(3))));
        assertThat(PlaceRules.found(facts()))
                .containsExactly(
                        place(TRAPEZIUS, PlanReason.FOUND, 2), place(new Site.MuscleSite(clear), PlanReason.FOUND, 2));
    }

    @Test
    void traced_isTheFirstThreeOfTheTrace_withTheDayOfTheMap() {
        trace = Optional.of(new TracedSites(List.of(NECK, SHOULDER, HIP, CHEST), ago(4)));
        assertThat(PlaceRules.traced(facts()))
                .containsExactly(
                        place(NECK, PlanReason.TRACED, 4),
                        place(SHOULDER, PlanReason.TRACED, 4),
                        place(HIP, PlanReason.TRACED, 4));
    }

    @Test
    void letGo_isWhereSomethingDid_theLatestFirst() {
        held(30, at(HIP), new Moment.Release(HIP, 1));
        held(20, at(NECK), new Moment.Release(NECK, 0.25), at(SHOULDER));
        assertThat(PlaceRules.letGo(facts()))
                .containsExactly(place(NECK, PlanReason.LET_GO, 20), place(HIP, PlanReason.LET_GO, 30));
    }

    @Test
    void told_isWhereEventsStruck_inTheOrderTold() {
        told(40, "X207", "X206");
        told(10, "X219");
        assertThat(PlaceRules.told(facts()))
                .containsExactly(
                        place(SHOULDER, PlanReason.TOLD, 40),
                        place(NECK, PlanReason.TOLD, 40),
                        place(HIP, PlanReason.TOLD, 10));
    }

    @Test
    void draft_takesTheFirstReasonOfAPlace_inTheStatedOrder_andTheSameFromTheSameFacts() {
        told(40, "X206", "X219");
        trace = Optional.of(new TracedSites(List.of(SHOULDER, NECK), ago(4)));
        held(30, at(SHOULDER), new Moment.Release(SHOULDER, 1));
        held(7, at(NECK));
        PlanDraft draft = PlanRules.draft(facts());
        assertThat(draft.places())
                .containsExactly(
                        place(NECK, PlanReason.UNFINISHED, 7),
                        place(SHOULDER, PlanReason.TRACED, 4),
                        place(HIP, PlanReason.TOLD, 40));
        assertThat(PlanRules.draft(facts())).isEqualTo(draft);
    }

    @Test
    void draft_holdsEightPlaces() {
        told(40, "X201", "X202", "X203", "X204", "X205", "X206", "X207", "X208", "X209", "X210");
        assertThat(PlanRules.draft(facts()).places()).hasSize(PlanRules.MOST_PLACES);
    }

    @Test
    void never_isLeftOut_sinceTheDayFromWhichItWasSaidEachTime_andAskIsMarked() {
        told(40, "X206");
        touch(30, TouchWish.NEVER);
        touch(20, TouchWish.ASK);
        assertThat(PlanRules.draft(facts()).places())
                .containsExactly(new PlannedPlace(NECK, PlanReason.TOLD, day(40), true));
        touch(10, TouchWish.NEVER);
        touch(5, TouchWish.NEVER);
        PlanDraft draft = PlanRules.draft(facts());
        assertThat(draft.places()).isEmpty();
        assertThat(draft.leftOut()).containsExactly(new LeftOutPlace(NECK, LeftOutReason.NEVER_WELCOME, day(10)));
    }

    @Test
    void sensitiveArea_isLeftOut_untilItIsSigned() {
        told(40, "X108");
        assertThat(PlanRules.draft(facts()).leftOut())
                .containsExactly(new LeftOutPlace(CHEST, LeftOutReason.NOT_SIGNED, TODAY));
        signed.add(SensitiveArea.CHEST_WALL);
        assertThat(PlanRules.draft(facts()).leftOut()).isEmpty();
        assertThat(PlanRules.draft(facts()).places()).containsExactly(place(CHEST, PlanReason.TOLD, 40));
    }

    @Test
    void length_isAsUsual_whereNothingSpeaksAgainstIt() {
        held(7, at(NECK));
        check = Optional.of(SafetyCheck.clear(ann, ago(7)));
        assertThat(PlanRules.draft(facts()).slower()).isEmpty();
        assertThat(PlanRules.draft(facts()).length()).isEqualTo(PlanDraft.USUAL);
    }

    @Test
    void first_isShorter() {
        assertThat(PlanRules.draft(facts()).slower()).containsExactly(new Slower(SlowerReason.FIRST, TODAY));
        assertThat(PlanRules.draft(facts()).length()).isEqualTo(PlanDraft.SHORTER);
    }

    @Test
    void stopped_isOfTheLastSessionAlone() {
        held(20, new Moment.StopSignal());
        assertThat(SlowerRules.stopped(facts())).contains(new Slower(SlowerReason.STOPPED, day(20)));
        held(7, at(NECK));
        assertThat(SlowerRules.stopped(facts())).isEmpty();
    }

    @Test
    void worse_isSinceTheLastSession_theLatestDay() {
        saysWorse(9);
        held(7, at(NECK));
        assertThat(SlowerRules.worse(facts())).isEmpty();
        saysWorse(5);
        saysWorse(2);
        assertThat(SlowerRules.worse(facts())).contains(new Slower(SlowerReason.WORSE, day(2)));
    }

    @Test
    void safety_isWhateverTheLatestCheckFound() {
        check = Optional.of(SafetyCheck.clear(ann, ago(1))
                .with(
                        Set.of(ProgramConditions.list().stream()
                                .filter(each -> each.level() == SafetyLevel.ASK_FIRST)
                                .findFirst()
                                .orElseThrow()),
                        Optional.empty()));
        assertThat(SlowerRules.safety(facts())).contains(new Slower(SlowerReason.SAFETY, day(1)));
    }
}
