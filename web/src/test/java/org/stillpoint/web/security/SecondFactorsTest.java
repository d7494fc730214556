package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.signin.EndSecondStep;
import org.stillpoint.practice.signin.RenewRecoveryCodes;
import org.stillpoint.practice.signin.SetSecondStep;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.PasswordCheck.PasswordVerdict;

/** The step after the password. */
class SecondFactorsTest {

    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final OpenSignIns signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);
    private final SecondFactors factors = new SecondFactors(
            records.signIns(),
            new SignInThrottle(records.signIns(), clock),
            new AccountedSignIns(records.audit(), records.accounts()),
            new SetSecondStep(work),
            new EndSecondStep(work),
            new RenewRecoveryCodes(work),
            clock);
    private final CodeCheck check = new CodeCheck(signIns, factors);
    private final Account ann = Account.added(new SignInName("ann"), "a hash", Role.OWNER, clock.instant());
    private final Actor she = new Actor.Person(ann.id(), ann.role());
    private final String secret = SecondFactors.newSecret();

    private String code() {
        return OneTimeCode.code(OneTimeCode.decoded(secret), clock.instant().getEpochSecond() / 30, 6);
    }

    private List<String> set() {
        records.accounts().add(ann);
        List<String> recovery = factors.set(she, secret, code());
        clock.pass(Duration.ofMinutes(1));
        return recovery;
    }

    /** Somebody has shown the password. */
    private MockHttpServletRequest begun() {
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.begin(ann.id(), new MockHttpServletRequest(), response);
        Cookie shown = response.getCookies()[0];
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(shown);
        signIns.recognise(request, true);
        return request;
    }

    @Test
    void signIn_isLockedUntilACodeIsShown_andNoPasswordOpensIt() {
        set();
        MockHttpServletRequest here = begun();
        assertThat(signIns.here(here).orElseThrow().locked()).isTrue();
        signIns.unlock(here, new MockHttpServletResponse());
        assertThat(signIns.here(here).orElseThrow().locked()).isTrue();
        assertThat(check.of("000000", here)).isEqualTo(PasswordVerdict.WRONG);
        assertThat(check.of(code(), here)).isEqualTo(PasswordVerdict.RIGHT);
        signIns.codeShown(here, new MockHttpServletResponse());
        assertThat(signIns.here(here).orElseThrow().locked()).isFalse();
    }

    @Test
    void code_ofTheSameHalfMinute_letsInOnce() {
        set();
        assertThat(check.of(code(), begun())).isEqualTo(PasswordVerdict.RIGHT);
        assertThat(check.of(code(), begun())).isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void recoveryCode_letsInOnce_howeverItIsTyped() {
        List<String> recovery = set();
        assertThat(recovery).hasSize(10).doesNotHaveDuplicates();
        assertThat(check.of(recovery.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " "), begun()))
                .isEqualTo(PasswordVerdict.RIGHT);
        assertThat(check.of(recovery.get(3), begun())).isEqualTo(PasswordVerdict.WRONG);
        assertThat(factors.recoveryLeft(ann.id())).contains(9);
        List<String> others = factors.renewRecovery(she);
        assertThat(others).hasSize(10).doesNotContainAnyElementsOf(recovery);
        assertThat(check.of(recovery.get(4), begun())).as("of before").isEqualTo(PasswordVerdict.WRONG);
        assertThat(check.of(others.get(4), begun())).isEqualTo(PasswordVerdict.RIGHT);
        assertThat(factors.hasDevice(ann.id())).isTrue();
    }

    @Test
    void screenLockedByHand_isOpenedByNoCode() {
        records.accounts().add(ann);
        MockHttpServletRequest here = begun();
        signIns.lock(here);
        assertThat(check.of("", here)).as("where none is asked for").isEqualTo(PasswordVerdict.WRONG);
        signIns.codeShown(here, new MockHttpServletResponse());
        assertThat(signIns.here(here).orElseThrow().locked()).isTrue();
    }

    @Test
    void practiceThatDemandsIt_isGoodForNothingBeforeAStepIsSetUp_andAsksForItElsewhere() {
        records.accounts().add(ann);
        records.signIns().setRule(new DoorRule(true, 7));
        MockHttpServletRequest here = begun();
        MockHttpServletRequest elsewhere = begun();
        assertThat(signIns.here(here).orElseThrow().locked()).isFalse();
        assertThat(signIns.awaitsStep(here)).isTrue();

        factors.set(she, secret, code());
        signIns.stepSetUp(here);
        assertThat(signIns.awaitsStep(here)).isFalse();
        assertThat(signIns.awaitsStep(elsewhere)).isTrue();
        assertThat(signIns.here(elsewhere).orElseThrow().awaitsCode()).isTrue();
        assertThat(signIns.awaitsStep(begun())).isFalse();
        assertThat(factors.remove(she)).as("while it is demanded").isFalse();
        records.signIns().setRule(DoorRule.USUAL);
        assertThat(factors.remove(she)).isTrue();
        assertThat(signIns.awaitsStep(begun())).isFalse();
    }

    @Test
    void practiceThatDemandsIt_asksWhoeverHasAPasskeyForThat_andTakesNoCodeInItsPlace() {
        records.accounts().add(ann);
        records.signIns().setRule(new DoorRule(true, 7));
        records.signIns()
                .passkeys()
                .add(new Passkey(
                        Id.random(),
                        ann.id(),
                        "dGFibGV0",
                        "localhost",
                        "Tablet",
                        "key",
                        0,
                        false,
                        clock.instant(),
                        Optional.empty(),
                        Version.FIRST));
        MockHttpServletRequest here = begun();
        assertThat(signIns.awaitsStep(here)).isFalse();
        assertThat(signIns.here(here).orElseThrow().awaitsCode()).isTrue();
        assertThat(check.of("123456", here)).isEqualTo(PasswordVerdict.WRONG);
        List<String> recovery = factors.askForPasskey(she);
        assertThat(check.of(recovery.getFirst(), begun()))
                .as("with every device lost")
                .isEqualTo(PasswordVerdict.RIGHT);
    }

    @Test
    void guessing_hasToWait() {
        set();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(check.of("00000" + guess, begun())).isEqualTo(PasswordVerdict.WRONG);
        }
        assertThat(check.of(code(), begun())).isEqualTo(PasswordVerdict.TOO_MANY_TRIES);
    }

    @Test
    void device_thatMakesOtherCodes_isNotSetUp() {
        records.accounts().add(ann);
        assertThat(factors.set(she, secret, "000000")).isEmpty();
        assertThat(factors.recoveryLeft(ann.id())).isEmpty();
        assertThat(signIns.here(begun()).orElseThrow().locked()).isFalse();
    }
}
