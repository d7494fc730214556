package org.stillpoint.practice.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.FollowUpWorse;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.outcome.ScoreQuestionnaire;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.CorrectSafetyCheck;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.GoOnWithSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.session.StrikeOutSafetyCheck;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.safety.SafetyList.RowChoice;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;

/** The three levels, and every way to a session that goes on. */
class SafetyActsTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);
    private static final ConditionId FLAG = new ConditionId("chest-pain-or-breathlessness");
    private static final ConditionId STOP = new ConditionId("touch-unwelcome-today");
    private static final ConditionId ASKED = new ConditionId("epilepsy");

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final StartSession start = new StartSession(work, clock);
    private final Id<Client> ann = added();

    private Id<Client> added() {
        Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        ConsentOnRecord.add(records, client.id(), clock.instant());
        return client.id();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private SafetyAnswer agreed(LocalDate on, ConditionId... found) {
        return new SafetyAnswer(
                Set.of(found),
                Optional.of(new Clearance(new PrivateText("Dr Moss"), PrivateText.NONE, Optional.of(on))));
    }

    private Answer<StartSession.Started> starts(SafetyAnswer answer) {
        return start.by(SOMEBODY, new StartSession.Command(Id.random(), ann, Id.random(), Optional.of(answer)));
    }

    private Id<SafetyCheck> checked(SafetyAnswer answer) {
        clock.pass(Duration.ofMinutes(1));
        Id<SafetyCheck> id = Id.random();
        assertThat(new CheckSafety(work, clock).by(SOMEBODY, new CheckSafety.Command(id, ann, answer)))
                .isInstanceOf(Answer.Done.class);
        return id;
    }

    private List<RedFlag> open() {
        return records.redFlags().listOpen(List.of(ann));
    }

    private void followUp(Id<?> seen) {
        var wanted = new FollowUpWorse.Command(Id.random(), ann, Set.of(seen), new PrivateText("rang 112"));
        assertThat(new FollowUpWorse(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    private static void assertNo(Rule rule, Answer<?> answer) {
        assertThat(answer).isEqualTo(new Answer.No<>(rule));
    }

    @Test
    void start_againstARedFlagOrAStop_isRefused_whoeverAgrees() {
        assertNo(Rule.RED_FLAG_FOUND, starts(agreed(today(), FLAG)));
        assertNo(Rule.STOP_HOLDS, starts(agreed(today(), STOP)));
        assertNo(Rule.STOP_HOLDS, starts(agreed(today(), STOP, ASKED)));
        assertThat(records.safetyChecks().list(ann)).isEmpty();
        assertThat(records.sessions().heads(ann)).isEmpty();
    }

    @Test
    void start_withSomethingAskedFirst_needsANameOrAReason_andADayUpToToday() {
        assertNo(Rule.SAFETY_CHECK_STOPS, starts(SafetyAnswer.found(ASKED)));
        assertThatThrownBy(() -> starts(agreed(today().plusDays(1), ASKED))).isInstanceOf(BadValue.class);
        assertThat(starts(agreed(today(), ASKED))).isInstanceOf(Answer.Done.class);

        assertThat(SafetyStanding.of(records, ann, clock.instant()).answered())
                .extracting(each -> each.condition().id())
                .containsExactly(ASKED);
    }

    @Test
    void start_onAKeptCheck_asksTheCheckAsItIsKept_andWhatWasFoundSince() {
        Id<SafetyCheck> morning = checked(SafetyAnswer.NOTHING);
        Id<SafetyCheck> stopped = checked(SafetyAnswer.found(STOP));
        assertNo(Rule.STOP_HOLDS, onKept(stopped));
        assertNo(Rule.STOP_HOLDS, onKept(morning));

        checked(SafetyAnswer.NOTHING);
        assertNo(Rule.STOP_HOLDS, onKept(morning));
        assertThat(starts(SafetyAnswer.NOTHING)).as("asked again").isInstanceOf(Answer.Done.class);
    }

    private Answer<StartSession.Started> onKept(Id<SafetyCheck> check) {
        return start.by(SOMEBODY, new StartSession.Command(Id.random(), ann, check, Optional.empty()));
    }

    @Test
    void goOn_afterAStopOrARedFlagSince_isRefused() {
        StartSession.Command wanted = StartSession.Command.clear(Id.random(), ann, Id.random());
        start.by(SOMEBODY, wanted);
        clock.pass(Duration.ofMinutes(20));
        Id<Session> session = wanted.id();
        new EndSession(work, clock).by(SOMEBODY, new EndSession.Command(ann, session));
        GoOnWithSession goOn = new GoOnWithSession(work, clock);
        Id<SafetyCheck> since = checked(SafetyAnswer.found(STOP));
        assertNo(Rule.STOP_HOLDS, goOn.by(SOMEBODY, new GoOnWithSession.Command(ann, session)));
        strike(since);
        checkIn(Set.of(FLAG));
        assertNo(Rule.RED_FLAG_IS_OPEN, goOn.by(SOMEBODY, new GoOnWithSession.Command(ann, session)));
        followUp(open().getFirst().id());
        correct(wanted.check(), SafetyAnswer.found(STOP));
        assertNo(Rule.STOP_HOLDS, goOn.by(SOMEBODY, new GoOnWithSession.Command(ann, session)));
        correct(wanted.check(), SafetyAnswer.NOTHING);
        assertThat(goOn.by(SOMEBODY, new GoOnWithSession.Command(ann, session))).isInstanceOf(Answer.Done.class);
    }

    private void strike(Id<SafetyCheck> check) {
        SafetyCheck kept = records.safetyChecks().get(ann, check);
        var wanted = new StrikeOutSafetyCheck.Command(
                Id.random(), ann, check, kept.version(), new PrivateText("another client"));
        assertThat(new StrikeOutSafetyCheck(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    private void correct(Id<SafetyCheck> check, SafetyAnswer meant) {
        SafetyCheck kept = records.safetyChecks().get(ann, check);
        var wanted = new CorrectSafetyCheck.Command(
                Id.random(), ann, check, kept.version(), meant, new PrivateText("a slip"));
        assertThat(new CorrectSafetyCheck(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    private void checkIn(Set<ConditionId> flags) {
        Score0To10 two = Score0To10.of(2);
        var wanted = new GiveCheckIn.Command(
                Id.random(), ann, Answers.of(two, two, two, two), Optional.empty(), Optional.empty(), flags);
        assertThat(new GiveCheckIn(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
    }

    @Test
    void redFlag_ofACheck_isOpenUntilSomebodyWritesWhatWasDone_andNoSessionStartsBefore() {
        Id<SafetyCheck> check = checked(SafetyAnswer.found(FLAG));
        assertThat(open())
                .singleElement()
                .satisfies(flag -> assertThat(flag.origin()).isEqualTo(FlagOrigin.SAFETY_CHECK));
        assertThat(records.today().listWorse(0, 9)).hasSize(1);
        assertNo(Rule.RED_FLAG_IS_OPEN, starts(SafetyAnswer.NOTHING));
        followUp(Id.random());
        assertThat(open()).as("another matter was answered").hasSize(1);
        followUp(open().getFirst().id());
        assertThat(open()).isEmpty();
        clock.pass(Duration.ofMinutes(1));
        assertThat(starts(SafetyAnswer.NOTHING)).isInstanceOf(Answer.Done.class);
        assertThat(records.safetyChecks().get(ann, check).found()).hasSize(1);
    }

    @Test
    void redFlag_ofACheckThatWasMended_isWhatWasMeant() {
        Id<SafetyCheck> check = checked(SafetyAnswer.found(FLAG));
        correct(check, SafetyAnswer.NOTHING);
        assertThat(open()).isEmpty();
        correct(check, SafetyAnswer.found(new ConditionId("psychosis")));
        assertThat(open()).hasSize(1);
        strike(check);
        assertThat(records.redFlags().list(ann)).isEmpty();
    }

    @Test
    void checkIn_withARedFlag_isAMatterOfItsOwn_andWithSomethingLess_isRefused() {
        checkIn(Set.of());
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> checkIn(Set.of(STOP))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> checkIn(Set.of(new ConditionId("unknown")))).isInstanceOf(BadValue.class);
        assertThat(records.checkIns().list(ann)).hasSize(1);
        checkIn(Set.of(FLAG));
        assertThat(open())
                .singleElement()
                .satisfies(flag -> assertThat(flag.origin()).isEqualTo(FlagOrigin.CHECK_IN));
    }

    @Test
    void questionnaire_withAnAnswerAboutSelfHarm_orASumThatHidesOne_isARedFlag() {
        scored(new ScoreQuestionnaire.Score("phq9", today().minusDays(3), 9, OptionalInt.of(0)));
        scored(new ScoreQuestionnaire.Score("phq9", today().minusDays(2), 24));
        scored(new ScoreQuestionnaire.Score("phq9", today().minusDays(90), 26));
        assertThat(open()).isEmpty();
        scored(new ScoreQuestionnaire.Score("phq9", today().minusDays(1), 4, OptionalInt.of(1)));
        scored(new ScoreQuestionnaire.Score("phq9", today(), 25));
        assertThat(open())
                .hasSize(2)
                .allSatisfy(flag -> assertThat(flag.found())
                        .extracting(Condition::id)
                        .containsExactly(ProgramConditions.SELF_HARM));
        assertThatThrownBy(() -> new ScoreQuestionnaire.Score("gad7", today(), 4, OptionalInt.of(1)))
                .isInstanceOf(BadValue.class);
    }

    private void scored(ScoreQuestionnaire.Score score) {
        assertThat(new ScoreQuestionnaire(work, clock)
                        .by(SOMEBODY, new ScoreQuestionnaire.Command(Id.random(), ann, List.of(score))))
                .isInstanceOf(Answer.Done.class);
    }

    @Test
    void safetyList_isAddedTo_switchedOffAndGivenOtherWindows_andNeverMadeLessStrict() {
        ChangeSafetyList change = new ChangeSafetyList(work);
        Condition own = new Condition(
                new ConditionId("own-1"), SafetyLevel.STOP, OptionalInt.empty(), "ours", Optional.of("A tooth pulled"));
        SafetyList first =
                new SafetyList(Map.of(ASKED, new RowChoice(false, OptionalInt.empty())), List.of(own), Version.FIRST);
        assertThat(change.by(SOMEBODY, new ChangeSafetyList.Command(Id.random(), first)))
                .isInstanceOf(Answer.Done.class);
        SafetyList kept = records.settings().safetyList();
        assertThat(kept.asked()).extracting(Condition::id).contains(own.id()).doesNotContain(ASKED);
        assertThat(starts(SafetyAnswer.found(own.id()))).isEqualTo(new Answer.No<>(Rule.STOP_HOLDS));

        Condition lower = new Condition(
                own.id(), SafetyLevel.ASK_FIRST, OptionalInt.empty(), "ours", Optional.of("A tooth pulled"));
        assertNo(Rule.LEVEL_STAYS, changes(change, Map.of(), List.of(lower), kept));
        assertNo(Rule.CONDITION_STAYS, changes(change, Map.of(), List.of(), kept));
        assertNo(
                Rule.RED_FLAG_STAYS,
                changes(change, Map.of(FLAG, new RowChoice(false, OptionalInt.empty())), List.of(own), kept));
        assertThat(records.settings().safetyList()).isEqualTo(kept);
        assertThatThrownBy(() -> new SafetyList(
                        Map.of(),
                        List.of(new Condition(
                                FLAG, SafetyLevel.ASK_FIRST, OptionalInt.empty(), "ours", Optional.of("Chest pain"))),
                        Version.FIRST))
                .isInstanceOf(BadValue.class);
        Condition stricter = new Condition(
                own.id(), SafetyLevel.RED_FLAG, OptionalInt.empty(), "ours", Optional.of("A tooth pulled"));
        assertThat(changes(change, Map.of(), List.of(stricter), kept)).isInstanceOf(Answer.Done.class);
    }

    private static Answer<SafetyList> changes(
            ChangeSafetyList change, Map<ConditionId, RowChoice> choices, List<Condition> own, SafetyList seen) {
        return change.by(
                SOMEBODY, new ChangeSafetyList.Command(Id.random(), new SafetyList(choices, own, seen.version())));
    }

    @Test
    void check_goesOnMeaningWhatItMeant_whenTheListChanges() {
        Id<SafetyCheck> check = checked(agreed(today(), new ConditionId("brain-injury-or-concussion")));
        SafetyCheck before = records.safetyChecks().get(ann, check);
        new ChangeSafetyList(work)
                .by(
                        SOMEBODY,
                        new ChangeSafetyList.Command(
                                Id.random(),
                                new SafetyList(
                                        Map.of(
                                                new ConditionId("brain-injury-or-concussion"),
                                                new RowChoice(false, OptionalInt.of(30))),
                                        List.of(),
                                        Version.FIRST)));
        assertThat(records.safetyChecks().get(ann, check)).isEqualTo(before);
        assertThat(before.found().iterator().next().windowDays()).hasValue(182);
    }
}
