package org.stillpoint.practice.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.life.LifePlayer;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.outcome.PlanFollowed;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.session.VoidSession;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.plan.PlanChoice;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlanTurn;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.UnitOfWork;

/** A plan is kept with its choice until the session starts, and then with it. */
class PlanActsTest {
    private static final StandardBody BODY = StandardBody.of(Atlas.standard());
    private static final Site NECK = region("X206");
    private static final Site SHOULDER = region("X207");
    private static final Site HIP = region("X219");

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account desk = people.account("desk", Role.ASSISTANT);
    private final Id<Client> ann = people.add(sam, "Ann", OptionalInt.empty());
    private final KeepPlan keep = new KeepPlan(work, clock);
    private final PlanReading reading = new PlanReading(
            work,
            new TraceReading(work, new OwnParameters(BODY, new LifePlayer(BODY, clock), clock), BODY, clock),
            clock);

    private static Site region(String code) {
        return new Site.RegionSite(new RegionCode(code));
    }

    private void told(String... regions) {
        clock.pass(Duration.ofMinutes(1)); // what is told in one instant has no order
        records.history()
                .add(TraumaEvent.toldBeforeSession(
                        ann,
                        new Told(
                                EventKind.INJURY,
                                EventDate.about(2014),
                                List.of(regions).stream().map(RegionCode::new).toList(),
                                PrivateText.NONE,
                                Score0To10.of(4),
                                Score0To10.of(4),
                                PrivateText.NONE),
                        clock.instant()));
    }

    private PlanDraft draft() {
        return reading.by(by(sam), ann).draft();
    }

    private KeepPlan.Command wanted(Id<SessionPlan> plan, int seen, PlanChoice choice) {
        return new KeepPlan.Command(Id.random(), plan, ann, new Version(seen), choice);
    }

    private static PlanChoice movedUp(Site site) {
        return new PlanChoice(Map.of(site, PlanTurn.MOVED_UP), List.of(), OptionalInt.empty(), PrivateText.NONE);
    }

    private Id<Session> starts() {
        StartSession.Command wanted = StartSession.Command.clear(Id.random(), ann, Id.random());
        assertThat(new StartSession(work, clock).by(by(sam), wanted)).isInstanceOf(Answer.Done.class);
        return wanted.id();
    }

    @Test
    void plan_followsFromWhatIsKnown_andIsKeptWithTheChoice() {
        told("X206", "X207", "X219");
        assertThat(draft().places()).extracting(PlannedPlace::site).containsExactly(NECK, SHOULDER, HIP);
        Id<SessionPlan> plan = Id.random();
        KeepPlan.Command first = wanted(plan, 1, PlanChoice.NONE);
        assertThat(keep.by(by(sam), first, draft())).isInstanceOf(Answer.Done.class);
        assertThat(keep.by(by(sam), first, draft())).isInstanceOf(Answer.Again.class);
        assertThat(keep.by(by(sam), wanted(plan, 1, movedUp(HIP)), draft())).isInstanceOf(Answer.Done.class);
        assertThat(keep.by(by(sam), wanted(plan, 1, PlanChoice.NONE), draft())).isInstanceOf(Answer.Changed.class);
        assertThat(keep.by(by(sam), wanted(Id.random(), 1, PlanChoice.NONE), draft()))
                .isInstanceOf(Answer.Changed.class);
        assertThat(PlanReading.order(reading.by(by(sam), ann))).containsExactly(HIP, NECK, SHOULDER);
        assertThat(records.sessionPlans().list(ann)).hasSize(1);
        told("X205");
        assertThat(PlanReading.order(reading.by(by(sam), ann)))
                .as("what was told since comes with the same choice")
                .containsExactly(HIP, NECK, SHOULDER, region("X205"));
    }

    @Test
    void start_keepsThePlanWithItsSession_asItWas() {
        told("X206", "X207");
        Id<SessionPlan> plan = Id.random();
        keep.by(by(sam), wanted(plan, 1, movedUp(SHOULDER)), draft());
        Id<Session> session = starts();
        SessionPlan kept = records.sessionPlans().findOf(ann, session).orElseThrow();
        assertThat(kept.order()).containsExactly(SHOULDER, NECK);
        assertThat(keep.by(by(sam), wanted(plan, 2, PlanChoice.NONE), draft()))
                .isEqualTo(new Answer.No<>(Rule.PLAN_IS_KEPT));
        told("X219");
        assertThat(PlanReading.order(reading.by(by(sam), ann))).containsExactly(SHOULDER, NECK);
        assertThat(reading.by(by(sam), ann).goingOn())
                .contains(new PlanReading.PlannedSession(session, Optional.of(kept)));
    }

    @Test
    void voidedSession_leavesThePlanForTheNext() {
        told("X206");
        Id<SessionPlan> plan = Id.random();
        keep.by(by(sam), wanted(plan, 1, PlanChoice.NONE), draft());
        Id<Session> slip = starts();
        assertThat(new VoidSession(work, clock)
                        .by(by(sam), new VoidSession.Command(Id.random(), ann, slip, new PrivateText("a slip"))))
                .isInstanceOf(Answer.Done.class);
        assertThat(records.sessionPlans().findOpen(ann)).map(SessionPlan::id).contains(plan);
    }

    @Test
    void plan_isForWhoeverTreatsThem() {
        assertThatThrownBy(() -> reading.by(by(kim), ann)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.by(by(desk), ann)).isInstanceOf(NotAllowed.class);
        PlanDraft draft = draft();
        assertThatThrownBy(() -> keep.by(by(kim), wanted(Id.random(), 1, PlanChoice.NONE), draft))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> keep.by(by(desk), wanted(Id.random(), 1, PlanChoice.NONE), draft))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void plan_isFollowed_whereHandsComeFirstToOneOfItsFirstThreePlaces() {
        told("X206", "X207", "X219", "X112");
        keep.by(by(sam), wanted(Id.random(), 1, PlanChoice.NONE), draft());
        Id<Session> session = starts();
        assertThat(followed(session)).isEmpty();
        engages(session, HIP);
        assertThat(followed(session)).contains(PlanFollowed.FOLLOWED);
        assertThat(PlanFollowed.of(records.sessions().get(ann, session), Optional.empty()))
                .contains(PlanFollowed.NO_PLAN);
    }

    @Test
    void plan_isNotFollowed_whereHandsComeElsewhereFirst() {
        told("X206", "X207", "X219", "X112");
        keep.by(by(sam), wanted(Id.random(), 1, PlanChoice.NONE), draft());
        Id<Session> session = starts();
        engages(session, region("X112"));
        engages(session, NECK);
        assertThat(followed(session)).contains(PlanFollowed.NOT_FOLLOWED);
    }

    private Optional<PlanFollowed> followed(Id<Session> session) {
        return PlanFollowed.of(
                records.sessions().get(ann, session), records.sessionPlans().findOf(ann, session));
    }

    private void engages(Id<Session> session, Site site) {
        clock.pass(Duration.ofMinutes(1));
        Practice.mark(
                records,
                records.sessions().get(ann, session),
                Tap.of(Id.random(), clock.instant(), new Moment.SiteEngaged(site, PrivateText.NONE)),
                clock.instant());
    }
}
