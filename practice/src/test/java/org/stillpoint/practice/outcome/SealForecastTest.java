package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.forecast.Aggregate;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class SealForecastTest {

    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final SealForecast seal = new SealForecast(work, clock);
    private final ResolveForecasts resolve = new ResolveForecasts(work, clock);
    private final Client client = client();

    private Client client() {
        Client added = Client.added(new PrivateText("A Client"), OptionalInt.empty(), clock.instant());
        records.clients().add(added);
        return added;
    }

    private void checkIn(Client whose, double pain) {
        Score0To10 score = Score0To10.of(pain);
        records.checkIns().add(CheckIn.given(whose.id(), Answers.of(score, score, score, score), clock.instant()));
        clock.pass(Duration.ofDays(1));
    }

    private void diary(double... pain) {
        for (double each : pain) {
            checkIn(client, each);
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private SealForecast.Command wanted(LocalDate day) {
        return new SealForecast.Command(Id.random(), client.id(), day, Score0To10.of(4), 0.5);
    }

    private List<EntryKind> kinds() {
        return records.ledger().list().stream().map(LedgerEntry::kind).toList();
    }

    @Test
    void seal_keepsTheGuessAndAfterItTheClaim() {
        diary(6, 7, 6);
        SealForecast.Command wanted = wanted(today());
        Forecast sealed = ((Answer.Done<Forecast>) seal.by(SOMEBODY, wanted)).kept();
        assertThat(kinds()).containsExactly(EntryKind.GUESS, EntryKind.CLAIM);
        assertThat(sealed.entry().id()).isEqualTo(wanted.id());
        assertThat(sealed.guess()).contains(new ClaimJson.Guess(4, 0.5));
        assertThat(sealed.isOpen()).isTrue();
        assertThat(sealed.claim().from())
                .isEqualTo(today().plusDays(1).atStartOfDay(clock.getZone()).toInstant());
        assertThat(sealed.claim().likely()).isFalse();
        // (6 + 7 + 6) / 3, all within the two weeks before
        assertThat(sealed.claim().before()).isEqualTo(19.0 / 3);
    }

    /** The middle is the one that bench forecasts scores: no second rule. With no earlier session nothing is added to it. */
    @Test
    void seal_aDiary_saysWhatTheAggregateOfItsDaysSays() {
        diary(6, 7, 6, 4, 5, 3);
        Forecast sealed = ((Answer.Done<Forecast>) seal.by(SOMEBODY, wanted(today()))).kept();
        assertThat(sealed.claim().model().mean()).isEqualTo(Aggregate.next(new double[] {6, 7, 6, 4, 5, 3}));
    }

    /** Once the guess alone stayed behind: it can never be taken back, and nothing was told of it. */
    @Test
    void seal_whereTheClaimCannotBeKept_leavesNoGuess() {
        diary(6, 7, 6);
        Client other = client();
        Id<LedgerEntry> taken = Id.random();
        records.ledger()
                .seal(new Draft(
                        taken,
                        other.id(),
                        EntryKind.GUESS,
                        java.util.Optional.empty(),
                        java.util.Optional.of(clock.instant().plus(Duration.ofDays(1))),
                        ClaimJson.write(new ClaimJson.Guess(1, 0))));
        assertThatThrownBy(() ->
                        seal.by(SOMEBODY, new SealForecast.Command(taken, client.id(), today(), Score0To10.of(4), 0.5)))
                .isInstanceOf(org.stillpoint.record.RecordException.class);
        assertThat(records.ledger().list(client.id())).isEmpty();
    }

    @Test
    void seal_sentTwice_sealsOnce() {
        diary(6, 7, 6);
        SealForecast.Command wanted = wanted(today());
        Forecast first = ((Answer.Done<Forecast>) seal.by(SOMEBODY, wanted)).kept();
        clock.pass(Duration.ofHours(1));
        assertThat(seal.by(SOMEBODY, wanted)).isEqualTo(new Answer.Again<>(first));
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void seal_withAnotherGuessUnderTheSameId_keepsTheFirst() {
        diary(6, 7, 6);
        SealForecast.Command wanted = wanted(today());
        Forecast first = ((Answer.Done<Forecast>) seal.by(SOMEBODY, wanted)).kept();
        assertThat(seal.by(
                        SOMEBODY, new SealForecast.Command(wanted.id(), client.id(), today(), Score0To10.of(9), 0.5)))
                .isEqualTo(new Answer.Other<>(first));
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void seal_forTheSameSessionDay_isRefused() {
        diary(6, 7, 6);
        seal.by(SOMEBODY, wanted(today()));
        assertThat(seal.by(SOMEBODY, wanted(today()))).isEqualTo(new Answer.No<>(Rule.FORECAST_IS_SEALED));
        assertThat(seal.by(SOMEBODY, wanted(today().plusDays(1)))).isInstanceOf(Answer.Done.class);
        assertThat(kinds()).hasSize(4);
    }

    @Test
    void seal_withTooFewEntries_isRefused_andKeepsNothing() {
        diary(6);
        assertThat(seal.by(SOMEBODY, wanted(today()))).isEqualTo(new Answer.No<>(Rule.TOO_FEW_TO_FORECAST));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void seal_ofADayThatIsOver_orFarAhead_isNoForecast() {
        diary(6, 7, 6);
        assertThatThrownBy(() -> seal.by(SOMEBODY, wanted(today().minusDays(1))))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> seal.by(SOMEBODY, wanted(today().plusDays(61))))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new SealForecast.Command(Id.random(), client.id(), today(), Score0To10.of(4), 1.1))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void seal_byWhoMayNot_keepsNothing() {
        diary(6, 7, 6);
        SealForecast forbidden = new SealForecast(
                records.unitOfWork((actor, act, whose) -> act != org.stillpoint.record.work.Act.SEAL_FORECAST), clock);
        assertThatThrownBy(() -> forbidden.by(SOMEBODY, wanted(today()))).isInstanceOf(NotAllowed.class);
        assertThat(kinds()).isEmpty();
    }

    /** The week of the target is the seven days after the session day; it is resolved two days later (the claim itself says so). */
    @Test
    void resolve_whatIsDue_sealsTheMeanOfTheWeek_once() {
        diary(6, 7, 6);
        SealForecast.Command wanted = wanted(today());
        seal.by(SOMEBODY, wanted);
        assertThat(resolve.by(SOMEBODY, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(0, 0, 1));
        clock.pass(Duration.ofDays(1));
        diary(3, 4, 3, 4, 3, 4, 3);
        clock.pass(Duration.ofDays(2));
        assertThat(resolve.by(SOMEBODY, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(1, 0, 0));
        assertThat(resolve.by(SOMEBODY, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(0, 0, 0));
        Forecast forecast = Forecast.among(records.ledger().list(client.id())).getFirst();
        assertThat(forecast.came().orElseThrow().outcome().getAsDouble()).isEqualTo(24.0 / 7);
        assertThat(forecast.scored()).isPresent();
    }

    private Actor somebody(String name, Role role) {
        Account account = Account.added(new SignInName(name), "{kind}hash", role, clock.instant());
        records.accounts().add(account);
        return new Actor.Person(account.id(), role);
    }

    /** One start of a machine whose clock is 60 days ahead. */
    @Test
    void resolve_byAClockThatHasJumped_voidsNothing_untilSomebodySaysItIsRight() {
        Actor job = Actor.program(Actor.ProgramPart.JOB);
        Actor owner = somebody("owner", Role.OWNER);
        Actor another = somebody("sam", Role.THERAPIST);
        UnitOfWork members = records.unitOfWork(new Membership(records));
        SettleClock settle = new SettleClock(members);
        diary(6, 7, 6);
        resolve.by(job, new ResolveForecasts.Command(Id.random()));
        seal.by(SOMEBODY, wanted(today()));
        clock.pass(Duration.ofDays(60));

        assertThat(resolve.by(job, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(0, 0, 1));
        assertThat(new SeeToday(members, clock).by(owner).keeping().clock()).isPresent();
        assertThatThrownBy(() -> settle.by(another, new SettleClock.Command(Id.random())))
                .isInstanceOf(NotAllowed.class);
        settle.by(owner, new SettleClock.Command(Id.random()));

        assertThat(new SeeToday(members, clock).by(owner).keeping().clock()).isEmpty();
        assertThat(resolve.by(job, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(0, 1, 0));
    }

    @Test
    void resolve_withTooFewEntriesInTheWeek_voidsIt() {
        diary(6, 7, 6);
        seal.by(SOMEBODY, wanted(today()));
        clock.pass(Duration.ofDays(1));
        diary(3, 4, 3);
        clock.pass(Duration.ofDays(20));
        assertThat(resolve.by(SOMEBODY, new ResolveForecasts.Command(Id.random())))
                .isEqualTo(new ResolveForecasts.Resolved(0, 1, 0));
        assertThat(Forecast.among(records.ledger().list(client.id())).getFirst().isVoid())
                .isTrue();
    }

    /** A device whose clock is ahead sends an entry of the target: what is spoken of has begun. */
    @Test
    void seal_withACheckInOfTheTargetKept_isRefused() {
        diary(6, 7, 6);
        Score0To10 score = Score0To10.of(3);
        records.checkIns()
                .add(CheckIn.given(
                        client.id(),
                        Answers.of(score, score, score, score),
                        clock.instant().plus(Duration.ofDays(3))));
        assertThat(seal.by(SOMEBODY, wanted(today()))).isEqualTo(new Answer.No<>(Rule.TARGET_HAS_COME));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void reading_saysWhetherAForecastIsPossible_andWhatOneSays() {
        ForecastReading reading = new ForecastReading(work, clock);
        assertThat(reading.by(SOMEBODY, client.id()).possible()).isFalse();
        diary(6, 7, 6);
        assertThat(reading.by(SOMEBODY, client.id()).possible()).isTrue();
        SealForecast.Command wanted = wanted(today());
        seal.by(SOMEBODY, wanted);
        assertThat(reading.sealed(SOMEBODY, client.id(), wanted.id()).forecast().isOpen())
                .isTrue();
        assertThatThrownBy(() -> reading.sealed(SOMEBODY, client.id(), Id.random()))
                .isInstanceOf(NoSuchRecord.class);
    }
}
