package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.signin.AddPasskey;
import org.stillpoint.practice.signin.EndSecondStep;
import org.stillpoint.practice.signin.RemovePasskey;
import org.stillpoint.practice.signin.RenewRecoveryCodes;
import org.stillpoint.practice.signin.SetSecondStep;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.signin.Passkey;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.PasswordCheck.PasswordVerdict;

/** Who is let in by a passkey, and who is not: a device of our own, and no browser. */
class PasskeyCheckTest {

    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);
    private static final String ORIGIN = "http://localhost:8421";

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final OpenSignIns signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);
    private final AccountedSignIns accounted = new AccountedSignIns(records.audit(), records.accounts());
    private final SignInThrottle throttle = new SignInThrottle(records.signIns(), clock);
    private final UnitOfWork work = records.unitOfWork(new Membership(records));
    private final SecondFactors factors = new SecondFactors(
            records.signIns(),
            throttle,
            accounted,
            new SetSecondStep(work),
            new EndSecondStep(work),
            new RenewRecoveryCodes(work),
            clock);
    private final PasskeyCeremony ceremony =
            new PasskeyCeremony(new PasskeyChallenges(records.signIns(), clock), clock);
    private final OwnPasskeys own =
            new OwnPasskeys(records.signIns(), ceremony, new AddPasskey(work), new RemovePasskey(work));
    private final PasskeyCheck check =
            new PasskeyCheck(records.signIns(), records.accounts(), ceremony, throttle, accounted, signIns);
    private final Account ann = Account.added(new SignInName("ann"), "a hash", Role.OWNER, clock.instant());
    private final Actor she = new Actor.Person(ann.id(), ann.role());
    private final TestDevice device = device(ORIGIN);

    private static TestDevice device(String origin) {
        try {
            return new TestDevice(origin);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new AssertionError(everyJavaHasIt);
        }
    }

    @BeforeEach
    void addAnn() {
        records.accounts().add(ann);
    }

    private static MockHttpServletRequest request(String host) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setServerName(host);
        request.setServerPort(8421);
        return request;
    }

    private static MockHttpServletRequest request() {
        return request("localhost");
    }

    private boolean make() throws GeneralSecurityException {
        String asked = own.toMake(ann.id(), "ann", request()).orElseThrow();
        boolean added = own.add(she, "Tablet", device.make(asked), request());
        clock.pass(Duration.ofMinutes(1));
        return added;
    }

    private PasswordVerdict show() throws GeneralSecurityException {
        return check.of(device.show(check.asked(request()).orElseThrow()), request())
                .verdict();
    }

    private MockHttpServletRequest signedIn(MockHttpServletResponse response) {
        Cookie cookie = response.getCookies()[0];
        MockHttpServletRequest request = request();
        request.setCookies(cookie);
        signIns.recognise(request, true);
        return request;
    }

    @Test
    void passkey_letsItsOwnerIn_withNoCodeAfterIt() throws GeneralSecurityException {
        assertThat(make()).isTrue();
        factors.askForPasskey(she);
        var found = check.of(device.show(check.asked(request()).orElseThrow()), request());
        assertThat(found.verdict()).isEqualTo(PasswordVerdict.RIGHT);
        MockHttpServletResponse response = new MockHttpServletResponse();
        check.letIn(found.person().orElseThrow(), request(), response);
        assertThat(signIns.here(signedIn(response)).orElseThrow().locked()).isFalse();
        assertThat(own.of(ann.id()).getFirst().lastUsedAt())
                .contains(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    void passkey_afterThePassword_opensWhatAwaitsACode_andRecoveryCodesDoToo() throws GeneralSecurityException {
        make();
        assertThat(factors.askForPasskey(she)).hasSize(10);
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.begin(ann.id(), request(), response);
        MockHttpServletRequest here = signedIn(response);
        assertThat(signIns.here(here).orElseThrow().awaitsCode()).isTrue();
        assertThat(new CodeCheck(signIns, factors).of("123456", here)).isEqualTo(PasswordVerdict.WRONG);
        var found = check.of(device.show(check.asked(here).orElseThrow()), here);
        check.letIn(found.person().orElseThrow(), here, new MockHttpServletResponse());
        assertThat(signIns.here(here).orElseThrow().locked()).isFalse();
    }

    @Test
    void passkey_opensAScreenThatIsLocked_andIsToldFromAnothers() throws GeneralSecurityException {
        make();
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.begin(ann.id(), request(), response);
        MockHttpServletRequest here = signedIn(response);
        signIns.lock(here);
        SignedIn person = check.of(device.show(check.asked(here).orElseThrow()), here)
                .person()
                .orElseThrow();
        assertThat(check.isAnothers(person, here)).isFalse();
        Account bea = Account.added(new SignInName("bea"), "a hash", Role.THERAPIST, clock.instant());
        assertThat(check.isAnothers(new SignedIn(bea), here)).isTrue();
        check.letIn(person, here, new MockHttpServletResponse());
        assertThat(signIns.here(here).orElseThrow().locked()).isFalse();
    }

    @Test
    void device_thatDoesNotKnowItsOwner_letsNobodyIn_andMakesNone() throws GeneralSecurityException {
        device.knowsItsOwner = false;
        assertThat(make()).isFalse();
        device.knowsItsOwner = true;
        assertThat(make()).isTrue();
        device.knowsItsOwner = false;
        assertThat(show()).isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void answer_letsInOnce_andNotLater() throws GeneralSecurityException {
        make();
        String said = device.show(check.asked(request()).orElseThrow());
        assertThat(check.of(said, request()).verdict()).isEqualTo(PasswordVerdict.RIGHT);
        assertThat(check.of(said, request()).verdict()).as("again").isEqualTo(PasswordVerdict.WRONG);
        String old = device.show(check.asked(request()).orElseThrow());
        clock.pass(PasskeyChallenges.LASTS);
        assertThat(check.of(old, request()).verdict()).as("too late").isEqualTo(PasswordVerdict.WRONG);
    }

    /** One practice behind a proxy: the answer comes to another server than the one that asked. */
    @Test
    void answer_onAnotherServer_letsIn_onOneOfThemOnce() throws GeneralSecurityException {
        make();
        PasskeyCheck other = new PasskeyCheck(
                records.signIns(),
                records.accounts(),
                new PasskeyCeremony(new PasskeyChallenges(records.signIns(), clock), clock),
                new SignInThrottle(records.signIns(), clock),
                accounted,
                signIns);
        String said = device.show(check.asked(request()).orElseThrow());
        assertThat(other.of(said, request()).verdict()).isEqualTo(PasswordVerdict.RIGHT);
        assertThat(check.of(said, request()).verdict()).as("again").isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void challenge_ofAnotherPurposeOrProgram_isNone() throws GeneralSecurityException {
        make();
        String toMake = own.toMake(ann.id(), "ann", request()).orElseThrow().replace("\"rp\"", "\"other\"");
        assertThat(check.of(device.show(toMake.replaceFirst("\\{", "{\"rpId\":\"localhost\",")), request())
                        .verdict())
                .isEqualTo(PasswordVerdict.WRONG);
        String others = new PasskeyCeremony(new PasskeyChallenges(new RecordsInMemory(clock).signIns(), clock), clock)
                .toShow(new PasskeyPlace("localhost", ORIGIN));
        assertThat(check.of(device.show(others), request()).verdict()).isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void copyOfADevice_thatHasFallenBehind_letsNobodyIn() throws GeneralSecurityException {
        make();
        device.shown = 7;
        assertThat(show()).isEqualTo(PasswordVerdict.RIGHT);
        device.shown = 4;
        assertThat(show()).isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void anotherKeyUnderItsId_anotherSite_anEndedAccount_andARemovedOne_letNobodyIn() throws GeneralSecurityException {
        make();
        String asked = check.asked(request()).orElseThrow();
        assertThat(check.of(device(ORIGIN).show(asked), request()).verdict()).isEqualTo(PasswordVerdict.WRONG);
        assertThat(check.of(device("http://localhost:9999").show(asked), request())
                        .verdict())
                .isEqualTo(PasswordVerdict.WRONG);
        Passkey kept = own.of(ann.id()).getFirst();
        own.remove(she, kept.id());
        assertThat(show()).isEqualTo(PasswordVerdict.WRONG);
    }

    @Test
    void lastPasskey_takesAlongTheStepThatOnlyItCouldShow() throws GeneralSecurityException {
        assertThat(factors.askForPasskey(she)).as("without one").isEmpty();
        make();
        factors.askForPasskey(she);
        own.remove(she, own.of(ann.id()).getFirst().id());
        assertThat(factors.recoveryLeft(ann.id())).isEmpty();
        assertThat(records.signIns().findFactor(ann.id())).isEqualTo(Optional.empty());
    }

    @Test
    void tries_haveToWait() throws GeneralSecurityException {
        make();
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            assertThat(check.of("{}", request()).verdict()).isEqualTo(PasswordVerdict.WRONG);
        }
        assertThat(show()).isEqualTo(PasswordVerdict.TOO_MANY_TRIES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.168.1.20", "[::1]"})
    void addressOfDigits_hasNone(String host) {
        assertThat(check.asked(request(host))).isEmpty();
        assertThat(PasskeyCheck.instead(request(host)))
                .isEqualTo(host.equals("127.0.0.1") ? Optional.of(ORIGIN) : Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "{}",
                "[]",
                "null",
                "{\"id\":1}",
                "{\"id\":\"YQ\",\"rawId\":\"YQ\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"\u00e4\",\"rawId\":\"?\",\"response\":{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"\"}}"
            })
    void whatIsNoAnswer_isRefused(String said) {
        assertThat(check.of(said, request()).verdict()).isEqualTo(PasswordVerdict.WRONG);
        assertThat(own.add(she, "Tablet", said, request())).isFalse();
    }
}
