package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.practice.checkin.PainSaid.ShownMap;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.practice.pain.MarkPain;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.UnitOfWork;

/** Where it hurts is said with a check-in: still so, or marked; map and answers are kept together, or neither. */
class CheckInWithMapTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final UnitOfWork work = people.work();
    private final Account account = people.account("sam", Role.THERAPIST);
    private final Actor sam = PeopleInMemory.by(account);
    private final Id<Client> ann = people.add(account, "Ann", OptionalInt.empty());
    private final GiveCheckIn give = new GiveCheckIn(work, clock);

    private static SortedMap<RegionCode, Score0To10> pain(String region, double score) {
        return new TreeMap<>(Map.of(new RegionCode(region), Score0To10.of(score)));
    }

    private static Answers answers() {
        Score0To10 two = Score0To10.of(2);
        return Answers.of(two, two, two, two);
    }

    private GiveCheckIn.Command said(PainSaid where) {
        return new GiveCheckIn.Command(Id.random(), ann, answers(), Optional.empty(), Optional.of(where));
    }

    private ShownMap latest() {
        return ShownMap.of(records.bodyMaps().findLatest(ann).orElseThrow());
    }

    private void mark(String region, double score) {
        new MarkPain(work, clock)
                .by(
                        sam,
                        new MarkPain.Command(
                                Id.random(),
                                ann,
                                Id.random(),
                                Optional.empty(),
                                records.bodyMaps().findLatest(ann).map(BodyMap::id),
                                pain(region, score)));
    }

    @Test
    void stillSo_drawsNoMap_andSaysThatTheOneOfBeforeHolds() {
        mark("X205", 6);
        ShownMap shown = latest();
        clock.pass(Duration.ofDays(40));
        assertThat(give.by(sam, said(new PainSaid.StillSo(shown)))).isInstanceOf(Answer.Done.class);

        assertThat(records.bodyMaps().list(ann)).hasSize(1);
        assertThat(records.checkIns().list(ann)).extracting(CheckIn::map).containsExactly(Optional.of(shown.map()));
        assertThat(new ReadClient(work, clock).by(sam, ann).painSaid()).contains(clock.instant());
        assertThat(records.audit().listOf(ann))
                .filteredOn(entry -> entry.outcome() == AuditEntry.Outcome.DONE)
                .filteredOn(entry -> entry.act() == Act.CHECK_IN)
                .hasSize(1);
    }

    @Test
    void markedNow_drawsTheMapOfToday_once_andWithNothingBefore() {
        GiveCheckIn.Command wanted = said(new PainSaid.MarkedAnew(pain("X205", 4)));
        assertThat(give.by(sam, wanted)).isInstanceOf(Answer.Done.class);
        assertThat(give.by(sam, wanted)).isInstanceOf(Answer.Again.class);

        assertThat(records.bodyMaps().list(ann)).extracting(BodyMap::pain).containsExactly(pain("X205", 4));
        assertThat(records.checkIns().list(ann)).extracting(CheckIn::map).containsExactly(Optional.of(latest().map()));
    }

    @Test
    void markedNow_onTheDayOfTheMap_correctsIt_andOnAnother_drawsOneMore() {
        mark("X205", 6);
        give.by(sam, said(new PainSaid.MarkedNow(latest(), pain("X205", 3))));
        assertThat(records.bodyMaps().list(ann)).extracting(BodyMap::pain).containsExactly(pain("X205", 3));
        clock.pass(Duration.ofDays(1));
        give.by(sam, said(new PainSaid.MarkedNow(latest(), new TreeMap<>())));
        assertThat(records.bodyMaps().list(ann)).hasSize(2);
        assertThat(records.bodyMaps().findLatest(ann).orElseThrow().pain()).isEmpty();
    }

    @Test
    void mapMarkedMeanwhile_isSaidSo_andNothingIsKept() {
        mark("X205", 6);
        ShownMap shown = latest();
        clock.pass(Duration.ofDays(1));
        mark("X206", 2);
        for (PainSaid late :
                new PainSaid[] {new PainSaid.StillSo(shown), new PainSaid.MarkedNow(shown, pain("X205", 3))}) {
            assertThat(give.by(sam, said(late))).isEqualTo(new Answer.No<>(Rule.PAIN_WAS_MARKED_SINCE));
        }
        assertThat(records.checkIns().list(ann)).isEmpty();
        assertThat(records.bodyMaps().list(ann)).hasSize(2);
    }

    @Test
    void answersThatAreRefused_leaveNoMap() {
        GiveCheckIn.Command first = said(new PainSaid.MarkedAnew(pain("X205", 4)));
        give.by(sam, new GiveCheckIn.Command(first.id(), ann, answers()));
        assertThat(give.by(sam, first)).isInstanceOf(Answer.Other.class);
        assertThat(records.bodyMaps().list(ann)).isEmpty();
    }

    @Test
    void ofADayThatHasBeen_takesNoMap() {
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        PainSaid where = new PainSaid.MarkedAnew(pain("X205", 4));
        GiveCheckIn.Command wanted =
                new GiveCheckIn.Command(Id.random(), ann, answers(), Optional.of(yesterday), Optional.of(where));
        assertThatThrownBy(() -> give.by(sam, wanted)).isInstanceOf(BadValue.class);
        assertThat(records.checkIns().list(ann)).isEmpty();
    }
}
