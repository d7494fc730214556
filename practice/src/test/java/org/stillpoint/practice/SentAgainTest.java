package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.checkin.ChangeCheckIn;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.RemoveCheckIn;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.practice.history.ChangeEvent;
import org.stillpoint.practice.history.TellEvent;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.practice.session.CheckSafety;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.Practice;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Whatever is sent again is kept once; whatever is sent changed under a known id is refused, never dropped and called saved. */
class SentAgainTest {
    private static final Account THERAPIST =
            Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, Instant.EPOCH);
    private static final Actor SOMEBODY = new Actor.Person(THERAPIST.id(), THERAPIST.role());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = open(records);
    private final Id<Client> ann = client("Ann");
    private final Id<Client> bea = client("Bea");

    private static UnitOfWork open(RecordsInMemory records) {
        records.accounts().add(THERAPIST);
        return records.unitOfWork(new Membership(records));
    }

    private Id<Client> client(String name) {
        AddClient.Command wanted = named(Id.random(), name);
        assertThat(new AddClient(work, clock).by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        return wanted.id();
    }

    private static AddClient.Command named(Id<Client> id, String name) {
        return new AddClient.Command(id, new PrivateText(name), OptionalInt.empty(), false);
    }

    private static Answers pain(double score) {
        return Answers.of(Score0To10.of(score), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE);
    }

    @Test
    void client_sentAgainUnderAnotherName_staysAndIsShown() {
        AddClient add = new AddClient(work, clock);

        assertThat(add.by(SOMEBODY, named(ann, "Ann"))).isInstanceOf(Answer.Again.class);
        assertThat(add.by(SOMEBODY, named(ann, "Cleo")))
                .isInstanceOfSatisfying(
                        Answer.Other.class,
                        other -> assertThat(((Client) other.kept()).name().value())
                                .isEqualTo("Ann"));
        assertThat(records.clients().list()).hasSize(2);
    }

    @Test
    void checkIn_sentAgainWithOtherAnswers_isRefusedWithWhatIsKept() {
        GiveCheckIn give = new GiveCheckIn(work, clock);
        Id<CheckIn> id = Id.random();

        assertThat(give.by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(3)))).isInstanceOf(Answer.Done.class);
        assertThat(give.by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(3)))).isInstanceOf(Answer.Again.class);
        assertThat(give.by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(8))))
                .isInstanceOfSatisfying(
                        Answer.Other.class,
                        other -> assertThat(((CheckIn) other.kept()).answers()).isEqualTo(pain(3)));
        assertThat(records.checkIns().list(ann)).hasSize(1);
    }

    /** A slip is mended: 8 was written where 2 was meant, and 2 counts alone. */
    @Test
    void checkIn_corrected_countsOnce_andAStalePageIsRefused() {
        Id<CheckIn> id = Id.random();
        new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(8)));
        ChangeCheckIn change = new ChangeCheckIn(work, clock);
        ChangeCheckIn.Command meant = new ChangeCheckIn.Command(
                Id.random(), ann, id, Version.FIRST, pain(2), Optional.empty(), PrivateText.NONE);

        assertThat(change.by(SOMEBODY, meant)).isInstanceOf(Answer.Done.class);
        assertThat(change.by(SOMEBODY, meant)).isInstanceOf(Answer.Again.class);
        assertThat(change.by(
                        SOMEBODY,
                        new ChangeCheckIn.Command(
                                Id.random(), ann, id, Version.FIRST, pain(5), Optional.empty(), PrivateText.NONE)))
                .isInstanceOf(Answer.Changed.class);
        assertThat(records.checkIns().list(ann))
                .extracting(one -> one.answers().pain().value())
                .containsExactly(2.0);
    }

    @Test
    void checkIn_enteredByMistake_isTakenOut_andTheAccountKeepsThatItWas() {
        Id<CheckIn> id = Id.random();
        new GiveCheckIn(work, clock).by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(8)));
        RemoveCheckIn remove = new RemoveCheckIn(work, clock);
        RemoveCheckIn.Command wanted =
                new RemoveCheckIn.Command(Id.random(), ann, id, Version.FIRST, new PrivateText("twice"));

        assertThat(remove.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(remove.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(records.checkIns().list(ann)).isEmpty();
        assertThat(records.audit().latest(9).stream().map(AuditEntry::act)).contains(Act.CHECK_IN, Act.REMOVE_CHECK_IN);
    }

    @Test
    void checkIn_ofADayThatHasBeen_isOfThatDay_andNoneLiesAhead() {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        Id<CheckIn> id = Id.random();
        GiveCheckIn give = new GiveCheckIn(work, clock);
        give.by(SOMEBODY, new GiveCheckIn.Command(id, ann, pain(3), Optional.of(yesterday)));

        assertThat(records.checkIns().get(ann, id).at().atZone(clock.getZone()).toLocalDate())
                .isEqualTo(yesterday);
        assertThatThrownBy(() -> give.by(
                        SOMEBODY,
                        new GiveCheckIn.Command(Id.random(), ann, pain(3), Optional.of(yesterday.plusDays(2)))))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void event_sentAgainWithOtherWords_isRefusedWithWhatIsKept() {
        TellEvent tell = new TellEvent(work, clock);
        TellEvent.Command wanted =
                new TellEvent.Command(Id.random(), ann, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION);
        TellEvent.Command other =
                new TellEvent.Command(wanted.id(), ann, Practice.carAccident("anger"), Provenance.TOLD_BEFORE_SESSION);

        assertThat(tell.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(tell.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(tell.by(SOMEBODY, other))
                .isInstanceOfSatisfying(
                        Answer.Other.class,
                        kept -> assertThat(((TraumaEvent) kept.kept()).told()).isEqualTo(Practice.carAccident("fear")));
    }

    @Test
    void event_underTheIdOfAnotherClientsEvent_isRefusedAndShowsNothingOfTheirs() {
        TellEvent tell = new TellEvent(work, clock);
        TellEvent.Command annas =
                new TellEvent.Command(Id.random(), ann, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION);
        tell.by(SOMEBODY, annas);
        TellEvent.Command beas =
                new TellEvent.Command(annas.id(), bea, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION);

        assertThatThrownBy(() -> tell.by(SOMEBODY, beas)).isInstanceOf(NoSuchRecord.class);
        assertThat(records.history().list(bea)).isEmpty();
    }

    @Test
    void change_ofAnEventSentTwice_isOneChange_andFromAStalePageNone() {
        TellEvent.Command told =
                new TellEvent.Command(Id.random(), ann, Practice.carAccident("fear"), Provenance.TOLD_BEFORE_SESSION);
        new TellEvent(work, clock).by(SOMEBODY, told);
        ChangeEvent change = new ChangeEvent(work, clock);
        ChangeEvent.Command wanted =
                new ChangeEvent.Command(Id.random(), ann, told.id(), Version.FIRST, Practice.carAccident("anger"));

        assertThat(change.by(SOMEBODY, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(change.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(change.by(
                        SOMEBODY,
                        new ChangeEvent.Command(
                                Id.random(), ann, told.id(), Version.FIRST, Practice.carAccident("joy"))))
                .isInstanceOf(Answer.Changed.class);
        assertThat(records.history().get(ann, told.id()).version()).isEqualTo(new Version(2));
    }

    @Test
    void safetyCheck_sentAgainWithSomethingNewlyTicked_startsNoSessionOnTheCleanOne() {
        CheckSafety.Command clean = new CheckSafety.Command(Id.random(), ann, SafetyAnswer.NOTHING);
        assertThat(new CheckSafety(work, clock).by(SOMEBODY, clean)).isInstanceOf(Answer.Done.class);

        Answer<StartSession.Started> answer = new StartSession(work, clock)
                .by(
                        SOMEBODY,
                        new StartSession.Command(
                                Id.random(),
                                ann,
                                clean.id(),
                                Optional.of(SafetyAnswer.found(new ConditionId("fever")))));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Other.class,
                        other -> assertThat(((StartSession.Started) other.kept()).session())
                                .isEmpty());
        assertThat(records.sessions().heads(ann)).isEmpty();
        assertThat(records.safetyChecks().list(ann)).hasSize(1);
    }

    @Test
    void painMap_ofAnotherClient_isNotTouched() {
        SortedMap<RegionCode, Score0To10> map = new TreeMap<>();
        map.put(new RegionCode("X101"), Score0To10.of(4));
        MarkPain mark = new MarkPain(work, clock);
        MarkPain.Command annas =
                new MarkPain.Command(Id.random(), ann, Id.random(), Optional.empty(), Optional.empty(), map);
        assertThat(mark.by(SOMEBODY, annas)).isInstanceOf(Answer.Done.class);
        assertThat(mark.by(SOMEBODY, annas)).isInstanceOf(Answer.Again.class);

        MarkPain.Command theirs = new MarkPain.Command(
                Id.random(), bea, annas.map(), Optional.of(Version.FIRST), Optional.empty(), new TreeMap<>());
        assertThatThrownBy(() -> mark.by(SOMEBODY, theirs)).isInstanceOf(NoSuchRecord.class);
        assertThat(records.bodyMaps().list(ann)).extracting(BodyMap::pain).containsExactly(map);
    }

    @Test
    void painMap_drawnFromAPageThatGrewOld_isOneADay() {
        MarkPain mark = new MarkPain(work, clock);
        for (int tab = 0; tab < 8; tab++) {
            mark.by(
                    SOMEBODY,
                    new MarkPain.Command(
                            Id.random(), ann, Id.random(), Optional.empty(), Optional.empty(), new TreeMap<>()));
        }
        assertThat(records.bodyMaps().list(ann)).hasSize(1);
    }

    @Test
    void erase_byWhoMayNot_erasesNothing() {
        EraseClient erase = new EraseClient(work, List.of());

        assertThatThrownBy(() -> erase.by(SOMEBODY, new EraseClient.Command(Id.random(), ann)))
                .isInstanceOf(NotAllowed.class);
        Account owner = Account.added(new SignInName("owner"), "{kind}hash", Role.OWNER, clock.instant());
        records.accounts().add(owner);
        assertThat(erase.by(new Actor.Person(owner.id(), Role.OWNER), new EraseClient.Command(Id.random(), ann)))
                .isInstanceOf(Answer.Done.class);
        assertThat(records.clients().list())
                .extracting(client -> client.name().value())
                .isEqualTo(List.of("Bea"));
    }
}
