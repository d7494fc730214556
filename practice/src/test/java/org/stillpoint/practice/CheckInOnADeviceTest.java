package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.checkin.DeviceClock;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;

/** A check-in is of the day that its giver had, and of the moment at which it was answered, wherever that was and however long it waited. */
class CheckInOnADeviceTest {
    private static final ZoneOffset KIRIBATI = ZoneOffset.ofHours(14);

    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final Account account = people.account("sam", Role.THERAPIST);
    private final Actor sam = PeopleInMemory.by(account);
    private final Id<Client> ann = people.add(account, "Ann", OptionalInt.empty());
    private final GiveCheckIn give = new GiveCheckIn(people.work(), clock);

    private GiveCheckIn.Command wanted(Optional<LocalDate> day, Optional<PainSaid> where) {
        Score0To10 two = Score0To10.of(2);
        return new GiveCheckIn.Command(Id.random(), ann, Answers.of(two, two, two, two), day, where);
    }

    private CheckIn kept() {
        return people.records().checkIns().list(ann).getLast();
    }

    @Test
    void checkIn_givenElsewhere_isOfTheDayThere() {
        LocalDate there = clock.instant().atOffset(KIRIBATI).toLocalDate();
        assertThat(give.by(
                        sam,
                        wanted(Optional.empty(), Optional.empty()),
                        new DeviceClock(Optional.of(KIRIBATI), Duration.ZERO)))
                .isInstanceOf(Answer.Done.class);

        assertThat(kept().at()).isEqualTo(clock.instant());
        assertThat(kept().offset()).contains(KIRIBATI);
        assertThat(kept().day(ZoneOffset.ofHours(-12))).isEqualTo(there);
    }

    @Test
    void checkIn_thatWaited_isOfTheMomentAtWhichItWasAnswered_andItsMapToo() {
        Instant answered = clock.instant().minus(Duration.ofHours(20));
        var wanted = wanted(
                Optional.empty(),
                Optional.of(new PainSaid.MarkedAnew(new TreeMap<>(Map.of(new RegionCode("X205"), Score0To10.of(4))))));
        give.by(sam, wanted, new DeviceClock(Optional.empty(), Duration.ofHours(20)));

        assertThat(kept().at()).isEqualTo(answered);
        assertThat(people.records().bodyMaps().findLatest(ann).map(BodyMap::at)).contains(answered);
    }

    @Test
    void checkIn_sentAgainLater_isTheSame_howeverLongItHasWaitedByThen() {
        var wanted = wanted(Optional.empty(), Optional.empty());
        give.by(sam, wanted, new DeviceClock(Optional.of(KIRIBATI), Duration.ofHours(1)));
        Instant first = kept().at();
        assertThat(give.by(sam, wanted, new DeviceClock(Optional.of(KIRIBATI), Duration.ofHours(2))))
                .isInstanceOf(Answer.Again.class);
        assertThat(kept().at()).isEqualTo(first);
    }

    @Test
    void checkIn_ofAMissedDay_isOfItsNoonWhereItIsGiven() {
        LocalDate yesterday = clock.instant().atOffset(KIRIBATI).toLocalDate().minusDays(1);
        give.by(
                sam,
                wanted(Optional.of(yesterday), Optional.empty()),
                new DeviceClock(Optional.of(KIRIBATI), Duration.ZERO));

        assertThat(kept().at())
                .isEqualTo(yesterday.atTime(LocalTime.NOON).atOffset(KIRIBATI).toInstant());
        assertThat(kept().day(clock.getZone())).isEqualTo(yesterday);
    }

    @Test
    void clock_thatMakesNoSense_isNone() {
        assertThatThrownBy(() -> new DeviceClock(Optional.empty(), Duration.ofSeconds(-1)))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new DeviceClock(Optional.empty(), Duration.ofDays(31)))
                .isInstanceOf(BadValue.class);
    }
}
