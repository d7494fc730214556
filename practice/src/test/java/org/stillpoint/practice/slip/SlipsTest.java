package org.stillpoint.practice.slip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.checkin.ChangeCheckIn;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.RemoveCheckIn;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.client.CorrectClient;
import org.stillpoint.practice.client.FindNamesakes;
import org.stillpoint.practice.history.ChangeEvent;
import org.stillpoint.practice.history.RemoveEvent;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.CorrectSafetyCheck;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.session.StrikeOutSafetyCheck;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** Every slip is mended with its history; the wrong value counts nowhere, and nothing is struck out without a reason. */
class SlipsTest {
    private static final Account THERAPIST =
            Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, Instant.EPOCH);
    private static final Actor.Person SOMEBODY = new Actor.Person(THERAPIST.id(), THERAPIST.role());
    private static final PrivateText TWICE = new PrivateText("it was entered twice");

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = open(records);
    private final Id<Client> ann = add("Ann Example", OptionalInt.of(1980));

    private static UnitOfWork open(RecordsInMemory records) {
        records.accounts().add(THERAPIST);
        return records.unitOfWork(new Membership(records));
    }

    private Id<Client> add(String name, OptionalInt year) {
        Id<Client> id = Id.random();
        new AddClient(work, clock).by(SOMEBODY, new AddClient.Command(id, new PrivateText(name), year, false));
        return id;
    }

    private static Answers worse() {
        Score0To10 one = Score0To10.of(1);
        return new Answers(
                one, one, one, one, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText("sorer"));
    }

    private Id<CheckIn> give(Answers answers) {
        Id<CheckIn> id = Id.random();
        new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(id, ann, answers));
        return id;
    }

    private EntryCorrection last() {
        return new SlipReading(work).by(SOMEBODY, ann).mended().getFirst().correction();
    }

    @Test
    void checkIn_corrected_tellsWhoWhenBeforeAndAfter() {
        Id<CheckIn> id = give(worse());
        clock.pass(Duration.ofHours(1));
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        Answers meant = Answers.of(Score0To10.of(2), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE);

        new ChangeCheckIn(work, clock)
                .by(
                        SOMEBODY,
                        new ChangeCheckIn.Command(
                                Id.random(), ann, id, Version.FIRST, meant, Optional.of(yesterday), PrivateText.NONE));

        EntryCorrection mended = last();
        assertThat(mended.by()).contains(SOMEBODY.account());
        assertThat(mended.at()).isEqualTo(clock.instant());
        assertThat(mended.before())
                .isInstanceOfSatisfying(
                        EntryContent.CheckInEntry.class,
                        was -> assertThat(was.answers()).isEqualTo(worse()));
        assertThat(mended.after())
                .containsInstanceOf(EntryContent.CheckInEntry.class)
                .hasValueSatisfying(now -> assertThat(((EntryContent.CheckInEntry) now)
                                .at()
                                .atZone(clock.getZone())
                                .toLocalDate())
                        .isEqualTo(yesterday));
        assertThat(new SeeToday(work, clock).by(SOMEBODY).worse()).isEmpty();
    }

    @Test
    void checkIn_savedAsItWas_isNoCorrection_andNoneLiesAhead() {
        Id<CheckIn> id = give(worse());
        ChangeCheckIn change = new ChangeCheckIn(work, clock);
        change.by(
                SOMEBODY,
                new ChangeCheckIn.Command(
                        Id.random(), ann, id, Version.FIRST, worse(), Optional.empty(), PrivateText.NONE));

        assertThat(records.corrections().list(ann)).isEmpty();
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        assertThatThrownBy(() -> change.by(
                        SOMEBODY,
                        new ChangeCheckIn.Command(
                                Id.random(),
                                ann,
                                id,
                                Version.FIRST.next(),
                                worse(),
                                Optional.of(tomorrow),
                                PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void checkIn_struckOut_needsAReason_andIsReadableStill() {
        Id<CheckIn> id = give(worse());
        RemoveCheckIn remove = new RemoveCheckIn(work, clock);

        assertThatThrownBy(() -> remove.by(
                        SOMEBODY, new RemoveCheckIn.Command(Id.random(), ann, id, Version.FIRST, PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
        assertThat(records.checkIns().list(ann)).hasSize(1);
        remove.by(SOMEBODY, new RemoveCheckIn.Command(Id.random(), ann, id, Version.FIRST, TWICE));

        assertThat(records.checkIns().list(ann)).isEmpty();
        assertThat(last().isStruckOut()).isTrue();
        assertThat(last().reason()).isEqualTo(TWICE);
        assertThat(new SeeToday(work, clock).by(SOMEBODY).worse()).isEmpty();
    }

    @Test
    void client_misspelt_isFoundUnderTheRightNameAlone() {
        CorrectClient.Command wanted = new CorrectClient.Command(
                Id.random(),
                ann,
                Version.FIRST,
                new PrivateText("Anna Sample"),
                OptionalInt.of(1981),
                PrivateText.NONE);
        CorrectClient correct = new CorrectClient(work, clock);

        assertThat(correct.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(correct.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(records.clients().search("Example")).isEmpty();
        assertThat(records.clients().search("Sample")).hasSize(1);
        assertThat(last().before())
                .isEqualTo(new EntryContent.ClientEntry(new PrivateText("Ann Example"), OptionalInt.of(1980)));
        assertThat(correct.by(
                        SOMEBODY,
                        new CorrectClient.Command(
                                Id.random(),
                                ann,
                                Version.FIRST,
                                new PrivateText("Else"),
                                OptionalInt.empty(),
                                PrivateText.NONE)))
                .isInstanceOf(Answer.Changed.class);
    }

    @Test
    void namesakes_areFoundWhateverOrderCaseAndAccents() {
        add("Ann Examples", OptionalInt.empty());
        FindNamesakes find = new FindNamesakes(work);

        assertThat(find.by(SOMEBODY, new PrivateText("example, ÁNN")))
                .extracting(standing -> standing.client().id())
                .containsExactly(ann);
        assertThat(find.by(SOMEBODY, new PrivateText("Ann"))).isEmpty();
    }

    @Test
    void event_changedAndRemoved_tellsWhatWasTold() {
        Id<TraumaEvent> id = Id.random();
        new TellEvent(work, clock)
                .by(
                        SOMEBODY,
                        new TellEvent.Command(id, ann, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION));
        new ChangeEvent(work, clock)
                .by(
                        SOMEBODY,
                        new ChangeEvent.Command(Id.random(), ann, id, Version.FIRST, Practice.carAccident("anger")));
        assertThat(last().before()).isEqualTo(new EntryContent.EventEntry(Practice.carAccident("fear")));

        clock.pass(Duration.ofSeconds(1));
        new RemoveEvent(work, clock)
                .by(SOMEBODY, new RemoveEvent.Command(Id.random(), ann, id, Version.FIRST.next(), TWICE));
        assertThat(records.history().list(ann)).isEmpty();
        assertThat(last().before()).isEqualTo(new EntryContent.EventEntry(Practice.carAccident("anger")));
        assertThat(last().isStruckOut()).isTrue();
    }

    @Test
    void safetyCheck_mended_staysUnderItsSession_andOneThatIsUsedIsNotStruckOut() {
        Id<SafetyCheck> unused = Id.random();
        new CheckSafety(work, clock)
                .by(SOMEBODY, new CheckSafety.Command(unused, ann, SafetyAnswer.found(new ConditionId("fever"))));
        Id<SafetyCheck> used = Id.random();
        ConsentOnRecord.add(records, ann, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(Id.random(), ann, used));
        CorrectSafetyCheck correct = new CorrectSafetyCheck(work, clock);
        correct.by(
                SOMEBODY,
                new CorrectSafetyCheck.Command(
                        Id.random(),
                        ann,
                        used,
                        Version.FIRST,
                        SafetyAnswer.found(new ConditionId("epilepsy")),
                        PrivateText.NONE));
        assertThat(records.safetyChecks().get(ann, used).found())
                .extracting(found -> found.id().value())
                .containsExactly("epilepsy");

        StrikeOutSafetyCheck strike = new StrikeOutSafetyCheck(work, clock);
        assertThat(strike.by(
                        SOMEBODY,
                        new StrikeOutSafetyCheck.Command(Id.random(), ann, used, Version.FIRST.next(), TWICE)))
                .isEqualTo(new Answer.No<>(Rule.SAFETY_CHECK_IS_USED));
        strike.by(SOMEBODY, new StrikeOutSafetyCheck.Command(Id.random(), ann, unused, Version.FIRST, TWICE));
        assertThat(records.safetyChecks().list(ann)).extracting(SafetyCheck::id).containsExactly(used);
    }

    @Test
    void mark_isAmendedAfterTheSession_andNeverChanged() {
        Id<Session> session = Id.random();
        ConsentOnRecord.add(records, ann, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(session, ann, Id.random()));
        Site neck = new Site.RegionSite(new RegionCode("X105"));
        Tap slip = Tap.of(Id.random(), clock.instant(), new Moment.Release(neck, 1));
        new MarkMoment(work, clock).by(SOMEBODY, ann, new MarkMoment.Command(session, slip));
        new EndSession(work, clock).by(SOMEBODY, new EndSession.Command(ann, session));
        clock.pass(Duration.ofDays(1));
        AmendMark amend = new AmendMark(work, clock);
        AmendMark.Command half = new AmendMark.Command(
                Id.random(),
                session,
                slip.id(),
                Version.FIRST,
                Optional.of(new Moment.Release(neck, 0.5)),
                PrivateText.NONE);

        assertThat(amend.by(SOMEBODY, ann, half)).isInstanceOf(Answer.Done.class);
        assertThat(amend.by(SOMEBODY, ann, half)).isInstanceOf(Answer.Again.class);
        assertThat(standing(session)).containsExactly(new Moment.Release(neck, 0.5));
        AmendMark.Command stale =
                new AmendMark.Command(Id.random(), session, slip.id(), Version.FIRST, Optional.empty(), TWICE);
        assertThat(amend.by(SOMEBODY, ann, stale)).isInstanceOf(Answer.Changed.class);
        Version second = new Version(2);
        assertThatThrownBy(() -> amend.by(
                        SOMEBODY,
                        ann,
                        new AmendMark.Command(
                                Id.random(),
                                session,
                                slip.id(),
                                second,
                                Optional.of(new Moment.Stillpoint()),
                                PrivateText.NONE)))
                .isInstanceOf(BadValue.class);
        amend.by(
                SOMEBODY, ann, new AmendMark.Command(Id.random(), session, slip.id(), second, Optional.empty(), TWICE));
        assertThat(standing(session)).isEmpty();
        assertThat(records.sessions().get(ann, session).marks().getFirst().moment())
                .isEqualTo(new Moment.Release(neck, 1));
        assertThat(last().entry()).isEqualTo(new Id<Mark>(slip.id().value()));
    }

    private List<Moment> standing(Id<Session> session) {
        return records.sessions().get(ann, session).standingMarks().stream()
                .map(Mark::moment)
                .toList();
    }
}
