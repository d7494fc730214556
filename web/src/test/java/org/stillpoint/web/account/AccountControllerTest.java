package org.stillpoint.web.account;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.NoOpPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.ui.ExtendedModelMap;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.ChangePassword;
import org.stillpoint.practice.setting.SpokenLanguage;
import org.stillpoint.practice.signin.AddPasskey;
import org.stillpoint.practice.signin.EndSecondStep;
import org.stillpoint.practice.signin.EndSignIns;
import org.stillpoint.practice.signin.RemovePasskey;
import org.stillpoint.practice.signin.RenewRecoveryCodes;
import org.stillpoint.practice.signin.SetSecondStep;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.security.AccountedSignIns;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.security.OwnPasskeys;
import org.stillpoint.web.security.PasskeyCeremony;
import org.stillpoint.web.security.PasskeyChallenges;
import org.stillpoint.web.security.PasswordCheck;
import org.stillpoint.web.security.SecondFactors;
import org.stillpoint.web.security.SignInThrottle;
import org.stillpoint.words.AccountWords;
import org.stillpoint.words.DoorWords;
import org.stillpoint.words.ErrorWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** Which password is changed, and which is not: without a server, and on a unit of work that only notes what it is asked to do. */
class AccountControllerTest {

    private static final String OLD = "heron-lamp-otter-57";
    private static final String NEW = "drei Kraniche am Ofen";
    private static final Account OWNER = new Account(
            Id.random(), new SignInName("owner"), "kept", Role.OWNER, Instant.EPOCH, Optional.empty(), Version.FIRST);
    private static final Actor WHO = new Actor.Person(OWNER.id(), Role.OWNER);
    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);

    private final RecordsInMemory records = new RecordsInMemory(Clock.systemUTC());

    private final List<Deed> done = new ArrayList<>();
    private final ExtendedModelMap model = new ExtendedModelMap();

    @SuppressWarnings("deprecation") // the slow encoder is not what is looked at here
    private final PasswordEncoder plain = NoOpPasswordEncoder.getInstance();

    private final AccountController controller = controller(SETTINGS);

    private AccountController controller(WebSettings settings) {
        SecondFactors factors = new SecondFactors(
                records.signIns(),
                new SignInThrottle(records.signIns(), Clock.systemUTC()),
                new AccountedSignIns(records.audit(), records.accounts()),
                new SetSecondStep(new Noting()),
                new EndSecondStep(new Noting()),
                new RenewRecoveryCodes(new Noting()),
                Clock.systemUTC());
        return new AccountController(
                new ChangePassword(new Noting()),
                new EndSignIns(new Noting()),
                plain,
                new OwnPassword(new PasswordCheck(
                        name -> User.withUsername(name).password(OLD).build(),
                        plain,
                        new SignInThrottle(records.signIns(), Clock.systemUTC()),
                        new AccountedSignIns(records.audit(), records.accounts()),
                        SETTINGS)),
                new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, Clock.systemUTC()),
                settings,
                factors,
                new OwnPasskeys(
                        records.signIns(),
                        new PasskeyCeremony(
                                new PasskeyChallenges(records.signIns(), Clock.systemUTC()), Clock.systemUTC()),
                        new AddPasskey(new Noting()),
                        new RemovePasskey(new Noting())),
                new SpokenLanguage(records),
                new Speaker(Locale.UK, ZoneOffset.UTC));
    }

    private final class Noting implements UnitOfWork {
        @Override
        public <T> T run(Actor actor, Deed deed, Function<Records, T> first, Function<Records, T> again) {
            done.add(deed);
            @SuppressWarnings("unchecked") // every act answers with an answer; what is kept is not looked at
            T answer = (T) new Answer.Done<>(deed);
            return answer;
        }

        @Override
        public <T> T read(Actor actor, Act act, Optional<Id<Client>> client, Function<Records, T> reading) {
            throw new AssertionError("nothing is read");
        }
    }

    @BeforeEach
    void addOwner() {
        records.accounts().add(OWNER);
    }

    private String sent(String current, String password, String again) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/account/password");
        request.setUserPrincipal(() -> "owner");
        return controller.change(
                WHO, Id.random().toString(), current, password, again, request, new MockHttpServletResponse(), model);
    }

    private Message problem(String field) {
        return ((AccountPage) requireNonNull(model.getAttribute("page")))
                .problems()
                .of(field);
    }

    @Test
    void otherDevice_whereOneCanComeHere_isToldTheAddressAndTheFingerprint() {
        DoorWay way = new DoorWay(
                "0.0.0.0",
                Set.of("localhost", "192.168.1.20"),
                Optional.of(new DoorWay.CertificateFiles(Path.of("certificate"), Path.of("key"), "AB:CD")),
                Optional.empty());
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/account");
        request.setUserPrincipal(() -> "owner");
        request.setLocalPort(8443);
        controller(new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, way))
                .show(WHO, request, model);
        AccountPage.OtherDevice other = ((AccountPage) requireNonNull(model.getAttribute("page")))
                .elsewhere()
                .orElseThrow();
        assertThat(other.address()).isEqualTo("https://192.168.1.20:8443");
        assertThat(other.fingerprint()).isEqualTo("AB:CD");
    }

    @Test
    void password_isChangedByWhoeverKnowsThePresentOne() {
        assertThat(sent(OLD, NEW, NEW)).isEqualTo("redirect:/account?changed");
        assertThat(done).extracting(Deed::act).containsExactly(Act.CHANGE_PASSWORD);
    }

    @Test
    void wrongPresentOne_easilyGuessedOrTwoThatDiffer_changeNothing() {
        assertThat(sent("wrong", NEW, NEW)).isEqualTo("account");
        assertThat(problem("current")).isEqualTo(AccountWords.NOT_CURRENT);
        assertThat(sent(OLD, "password1234", "password1234")).isEqualTo("account");
        assertThat(problem("password")).isEqualTo(DoorWords.EASILY_GUESSED);
        assertThat(sent(OLD, NEW, NEW + "!")).isEqualTo("account");
        assertThat(problem("again")).isEqualTo(DoorWords.TWO_DIFFER);
        assertThat(done).isEmpty();
    }

    @Test
    void guessingAtAScreenThatWasLeftOpen_hasToWait() {
        for (int guess = 0; guess < 5; guess++) {
            sent("guess" + guess, NEW, NEW);
        }
        assertThat(sent(OLD, NEW, NEW)).isEqualTo("account");
        assertThat(problem("current")).isEqualTo(ErrorWords.TOO_MANY_TRIES_HINT);
        assertThat(done).isEmpty();
    }
}
