package org.stillpoint.practice.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.practice.PeopleInMemory.by;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.PeopleInMemory;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.care.Supervision;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.UnitOfWork;

/** A supervisor sees the cases that were handed to them, without name, words and dates, and nothing else. */
class SupervisionTest {
    private final PeopleInMemory people = new PeopleInMemory();
    private final TestClock clock = people.clock();
    private final RecordsInMemory records = people.records();
    private final Membership rights = people.rights();
    private final UnitOfWork work = people.work();
    private final Account owner = people.account("owner", Role.OWNER);
    private final Account sam = people.account("sam", Role.THERAPIST);
    private final Account kim = people.account("kim", Role.THERAPIST);
    private final Account uma = people.account("uma", Role.SUPERVISOR);
    private final Account vic = people.account("vic", Role.SUPERVISOR);
    private final Id<Client> ann = add(sam, "Ann Example");
    private final Id<Client> bea = add(sam, "Bea Example");
    private final HandToSupervisor hand = new HandToSupervisor(work, clock);
    private final CaseReading reading = new CaseReading(work, clock);

    private Id<Client> add(Account whose, String name) {
        return people.add(whose, name, OptionalInt.of(1983));
    }

    private Id<Supervision> hands(Account by, Id<Client> client, Account to) {
        Id<Supervision> id = Id.random();
        hand.by(by(by), new HandToSupervisor.Command(id, client, to.id(), Duration.ofDays(28)));
        return id;
    }

    private Answers answers(String worse) {
        Score0To10 two = Score0To10.of(2);
        return new Answers(
                two, two, two, two, Optional.empty(), Optional.empty(), Optional.empty(), new PrivateText(worse));
    }

    /** Two days of check-ins before the first session, in which a place is engaged and a memory surfaces. */
    private void treated(Id<Client> client) {
        records.checkIns().add(CheckIn.given(client, answers("My sister Clara"), clock.instant()));
        clock.pass(Duration.ofDays(2));
        SafetyCheck check = SafetyCheck.clear(client, clock.instant());
        records.safetyChecks().add(check);
        OpenSession session = OpenSession.start(Id.random(), client, check, clock.instant());
        records.sessions().add(session);
        clock.pass(Duration.ofMinutes(5));
        Moment engaged = new Moment.SiteEngaged(
                new Site.MuscleSite(new MuscleId("psoas_major_right")), new PrivateText("as Clara showed me"));
        records.sessions()
                .append(
                        client,
                        session.id(),
                        new Mark(Id.random(), clock.instant(), clock.instant(), engaged),
                        Optional.empty());
        records.sessions()
                .append(
                        client,
                        session.id(),
                        new Mark(Id.random(), clock.instant(), clock.instant(), new Moment.MemorySurfaced()),
                        Optional.of(new AuthoredNote(
                                new ProcessNote(new PrivateText("Clara's voice")), Optional.of(sam.id()))));
    }

    @Test
    void supervisor_seesTheCaseWithoutNameWordsAndDates() {
        treated(ann);
        Id<Supervision> id = hands(sam, ann, uma);
        CaseReading.CaseView seen = reading.by(by(uma), id);

        assertThat(seen.number()).isEqualTo(1);
        int age = LocalDate.now(clock).getYear() - 1983;
        assertThat(seen.decade()).hasValue(age / 10 * 10);
        assertThat(seen.checkIns()).extracting(CaseReading.CaseCheckIn::day).containsExactly(-2L);
        assertThat(seen.sessions()).singleElement().satisfies(session -> {
            assertThat(session.day()).isZero();
            assertThat(session.moments())
                    .extracting(CaseReading.CaseMoment::after)
                    .containsOnly(Duration.ofMinutes(5));
        });
        String all = String.valueOf(told(seen));
        assertThat(all)
                .contains("psoas_major_right")
                .doesNotContain(
                        "Ann",
                        "Clara",
                        ann.toString(),
                        "1983",
                        clock.instant().toString().substring(0, 10));
    }

    /** Every part, whatever it hides of itself. */
    private static Object told(Object value) {
        return switch (value) {
            case PrivateText text -> text.value();
            case Optional<?> optional -> optional.map(SupervisionTest::told).orElse("-");
            case Map<?, ?> map -> map.toString();
            case Collection<?> all -> all.stream().map(SupervisionTest::told).toList();
            case Record record ->
                Arrays.stream(record.getClass().getRecordComponents())
                        .map(part -> {
                            try {
                                part.getAccessor().setAccessible(true);
                                return told(part.getAccessor().invoke(record));
                            } catch (ReflectiveOperationException impossible) {
                                throw new IllegalStateException(impossible);
                            }
                        })
                        .toList();
            default -> String.valueOf(value);
        };
    }

    @Test
    void case_isHandedByWhoeverTreats_toASupervisor_untilItEnds() {
        assertThatThrownBy(() -> hands(kim, ann, uma)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> hands(uma, ann, uma)).isInstanceOf(NotAllowed.class);
        assertThat(hand.by(by(sam), new HandToSupervisor.Command(Id.random(), ann, kim.id(), Duration.ofDays(1))))
                .isInstanceOf(Answer.No.class);
        assertThatThrownBy(() -> hand.by(
                        by(sam),
                        new HandToSupervisor.Command(Id.random(), ann, uma.id(), HandToSupervisor.LONGEST.plusDays(1))))
                .isInstanceOf(BadValue.class);

        Id<Supervision> anns = hands(sam, ann, uma);
        Id<Supervision> beas = hands(owner, bea, uma);
        assertThat(reading.list(by(uma)))
                .extracting(CaseReading.CaseRow::number)
                .containsExactly(1, 2);
        assertThat(reading.list(by(vic))).isEmpty();
        assertThatThrownBy(() -> reading.by(by(vic), anns)).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> reading.list(by(sam))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> reading.list(by(owner))).isInstanceOf(NotAllowed.class);

        hand.end(by(sam), new HandToSupervisor.TakeCaseBack(Id.random(), ann, anns));
        assertThatThrownBy(() -> reading.by(by(uma), anns)).isInstanceOf(NoSuchRecord.class);
        assertThat(rights.may(by(uma), Act.SEE_CASE, Optional.of(ann))).isFalse();
        hands(sam, ann, uma);
        assertThat(reading.list(by(uma)))
                .extracting(CaseReading.CaseRow::number)
                .containsExactly(1, 2);
        clock.pass(Duration.ofDays(28));
        assertThat(reading.list(by(uma))).isEmpty();
        assertThatThrownBy(() -> reading.by(by(uma), beas)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    void supervisor_doesNothingElse() {
        hands(sam, ann, uma);
        Set<Act> own = EnumSet.of(
                Act.SIGN_IN,
                Act.CHANGE_NAME,
                Act.CHANGE_OWN_LANGUAGE,
                Act.CHANGE_PASSWORD,
                Act.SET_SECOND_STEP,
                Act.END_SECOND_STEP,
                Act.RENEW_RECOVERY_CODES,
                Act.ADD_PASSKEY,
                Act.REMOVE_PASSKEY,
                Act.END_SIGN_INS,
                Act.SEE_CONTACTS,
                Act.SEE_SETTINGS,
                Act.SEE_CASES,
                Act.SEE_CASE);
        for (Act act : Act.values()) {
            assertThat(rights.may(by(uma), act, Optional.of(ann))).as("%s", act).isEqualTo(own.contains(act));
            assertThat(rights.may(by(uma), act, Optional.of(bea)))
                    .as("%s", act)
                    .isEqualTo(own.contains(act) && act != Act.SEE_CASE);
        }
        assertThatThrownBy(() -> new SeeToday(work, clock).by(by(uma))).isInstanceOf(NotAllowed.class);
    }
}
