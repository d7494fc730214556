package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.checkin.TakeCheckIns;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.pain.TakeBodyMaps;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.UnitOfWork;

/** Tables that were kept elsewhere are taken once, whole or not at all. */
class TakenTablesTest {
    private static final Account THERAPIST =
            Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, Instant.EPOCH);
    private static final Actor SOMEBODY = new Actor.Person(THERAPIST.id(), THERAPIST.role());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = open(records);
    private final Id<Client> ann = Id.random();
    private final Instant monday = clock.instant().minus(Duration.ofDays(9));

    private static UnitOfWork open(RecordsInMemory records) {
        records.accounts().add(THERAPIST);
        return records.unitOfWork(new Membership(records));
    }

    TakenTablesTest() {
        new AddClient(work, clock)
                .by(SOMEBODY, new AddClient.Command(ann, new PrivateText("Ann"), OptionalInt.empty(), false));
    }

    private static TakeCheckIns.GivenElsewhere entry(Instant at, double pain) {
        return new TakeCheckIns.GivenElsewhere(
                at, Answers.of(Score0To10.of(pain), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE));
    }

    private Answer<TakeCheckIns.TakenDiary> take(Id<Deed> key, TakeCheckIns.GivenElsewhere... entries) {
        return new TakeCheckIns(work, clock).by(SOMEBODY, new TakeCheckIns.Command(key, ann, List.of(entries)));
    }

    @Test
    void checkIns_formSentTwice_areTakenOnce() {
        Id<Deed> key = Id.random();
        TakeCheckIns.GivenElsewhere[] both = {entry(monday, 6), entry(monday.plus(Duration.ofDays(1)), 5)};
        assertThat(take(key, both)).isEqualTo(new Answer.Done<>(new TakeCheckIns.TakenDiary(2, 2)));
        assertThat(take(key, both)).isInstanceOf(Answer.Again.class);
        assertThat(records.checkIns().list(ann)).hasSize(2);
    }

    @Test
    void checkIns_ofALongerTable_addWhatIsNewAlone() {
        take(Id.random(), entry(monday, 6));
        assertThat(take(Id.random(), entry(monday, 6), entry(monday.plus(Duration.ofDays(1)), 5)))
                .isEqualTo(new Answer.Done<>(new TakeCheckIns.TakenDiary(1, 2)));
    }

    @Test
    void checkIns_withOtherAnswersAtAKeptMoment_areNotTakenAtAll() {
        take(Id.random(), entry(monday, 6));
        assertThat(new TakeCheckIns(work, clock)
                        .findClashes(
                                SOMEBODY,
                                ann,
                                List.of(entry(monday.plus(Duration.ofDays(1)), 5), entry(monday, 3), entry(monday, 6))))
                .containsExactly(1);
        assertThat(take(Id.random(), entry(monday.plus(Duration.ofDays(1)), 5), entry(monday, 3)))
                .isInstanceOf(Answer.Other.class);
        assertThat(records.checkIns().list(ann)).hasSize(1);
    }

    @Test
    void checkIns_ahead_areRefused() {
        assertThatThrownBy(() -> take(Id.random(), entry(clock.instant().plusSeconds(1), 6)))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void bodyMaps_areTakenOnce_andNeverInPart() {
        TakeBodyMaps act = new TakeBodyMaps(work, clock);
        RegionCode neck = new RegionCode("X105");
        TakeBodyMaps.Drawn drawn = new TakeBodyMaps.Drawn(monday, Map.of(neck, Score0To10.of(6)));
        TakeBodyMaps.Drawn other = new TakeBodyMaps.Drawn(monday, Map.of(neck, Score0To10.of(2)));
        TakeBodyMaps.Drawn later =
                new TakeBodyMaps.Drawn(monday.plus(Duration.ofDays(1)), Map.of(neck, Score0To10.of(2)));
        TakeBodyMaps.Command wanted = new TakeBodyMaps.Command(Id.random(), ann, List.of(drawn));
        assertThat(act.by(SOMEBODY, wanted)).isEqualTo(new Answer.Done<>(new TakeBodyMaps.TakenMaps(1, 1)));
        assertThat(act.by(SOMEBODY, wanted)).isInstanceOf(Answer.Again.class);
        assertThat(act.findClashes(SOMEBODY, ann, List.of(drawn, later, other))).containsExactly(2);
        assertThat(act.by(SOMEBODY, new TakeBodyMaps.Command(Id.random(), ann, List.of(later, other))))
                .isInstanceOf(Answer.Other.class);
        assertThat(records.bodyMaps().list(ann)).hasSize(1);
    }
}
