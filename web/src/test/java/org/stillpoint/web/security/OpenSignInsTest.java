package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.signin.EndSignIns;
import org.stillpoint.practice.signin.EndSignIns.SignInsToEnd;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.signin.SignIn;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.DoorLimits;
import org.stillpoint.web.DoorWay;
import org.stillpoint.web.WebSettings;

/** Who is recognised, and for how long. */
class OpenSignInsTest {

    private static final WebSettings SETTINGS =
            new WebSettings(false, "", "stillpoint-test", DoorLimits.STANDARD, DoorWay.THIS_MACHINE);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private OpenSignIns signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);

    private Account account(String name) {
        Account account = Account.added(new SignInName(name), "a hash", Role.THERAPIST, clock.instant());
        records.accounts().add(account);
        return account;
    }

    /** What the browser shows from then on. */
    private Cookie begun(Account account) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.begin(account.id(), new MockHttpServletRequest(), response);
        return response.getCookies()[0];
    }

    private MockHttpServletRequest request(Cookie shown) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
        request.setCookies(shown);
        signIns.recognise(request, true);
        return request;
    }

    /** What the browser shows from then on. */
    private Cookie unlock(MockHttpServletRequest request) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        signIns.unlock(request, response);
        return response.getCookies()[0];
    }

    private boolean isIn(Cookie shown) {
        return signIns.here(request(shown)).flatMap(signIns::person).isPresent();
    }

    @Test
    void signIn_outlastsTheProgram_andIsKeptAsAHashAlone() {
        Account ann = account("ann");
        Cookie shown = begun(ann);
        signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);

        assertThat(isIn(shown)).isTrue();
        assertThat(isIn(new Cookie(shown.getName(), "another"))).isFalse();
        SignIn kept = records.signIns().list(ann.id()).getFirst();
        assertThat(kept.tokenHash()).isEqualTo(Tokens.hash(shown.getValue())).isNotEqualTo(shown.getValue());
        assertThat(shown.isHttpOnly()).isTrue();
    }

    @Test
    void signIn_inUseAllTheTime_endsTwelveHoursAfterItBegan() {
        Account ann = account("ann");
        Cookie shown = begun(ann);
        for (int hour = 1; hour < 12; hour++) {
            clock.pass(Duration.ofHours(1));
            MockHttpServletRequest here = request(shown);
            assertThat(signIns.here(here)).isPresent();
            shown = unlock(here);
        }
        clock.pass(Duration.ofHours(1));
        assertThat(isIn(shown)).isFalse();
        assertThat(records.signIns().list(ann.id())).isEmpty();
    }

    @Test
    void signIn_ofNoUse_endsAfterTwoHours() {
        Cookie shown = begun(account("ann"));
        clock.pass(Duration.ofMinutes(119));
        shown = unlock(request(shown));
        clock.pass(Duration.ofMinutes(120));
        assertThat(isIn(shown)).isFalse();
    }

    @Test
    void use_isWrittenOnceAMinute() {
        Account ann = account("ann");
        Cookie shown = begun(ann);
        for (int second = 0; second < 150; second++) {
            clock.pass(Duration.ofSeconds(1));
            assertThat(isIn(shown)).isTrue();
        }
        assertThat(records.signIns().list(ann.id()).getFirst().version().number())
                .as("begun, and written twice")
                .isEqualTo(3);
    }

    /** The page locks after five minutes; here it is known up to two minutes later, for use is written once a minute. */
    @Test
    void screen_leftOpen_locksHereToo_andScriptsThatGoOnDoNotKeepItOpen() {
        Cookie shown = begun(account("ann"));
        for (int minute = 1; minute < 7; minute++) {
            clock.pass(Duration.ofMinutes(1));
            MockHttpServletRequest tap = new MockHttpServletRequest("POST", "/");
            tap.setCookies(shown);
            signIns.recognise(tap, false);
            assertThat(signIns.here(tap).orElseThrow().locked()).isFalse();
        }
        clock.pass(Duration.ofMinutes(1));
        MockHttpServletRequest locked = request(shown);
        assertThat(signIns.here(locked).orElseThrow().locked()).isTrue();
        Cookie renewed = unlock(locked);
        assertThat(isIn(shown)).as("by the token of before").isFalse();
        assertThat(signIns.here(request(renewed)).orElseThrow().locked()).isFalse();
    }

    @Test
    void screen_locked_isLockedInEveryRequest_andAfterARestart() {
        Cookie shown = begun(account("ann"));
        signIns.lock(request(shown));
        signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);
        assertThat(signIns.here(request(shown)).orElseThrow().locked()).isTrue();
    }

    @Test
    void screen_handedOver_staysSoWhileItIsUsed_andLocksOnceItIsLeft() {
        Cookie shown = begun(account("ann"));
        Id<Client> client = Id.random();
        MockHttpServletRequest before = request(shown);
        signIns.lock(request(shown)); // by another request in the same moment
        signIns.handOver(new HandedScreen(client, HandedTask.CHECK_IN), before);
        assertThat(signIns.handed(before)).map(HandedScreen::client).contains(client);
        signIns = new OpenSignIns(records.signIns(), records.accounts(), SETTINGS, clock);
        for (int minute = 1; minute < 15; minute++) {
            clock.pass(Duration.ofMinutes(1));
            MockHttpServletRequest used = request(shown);
            signIns.lock(used); // by a page that was left open in another tab
            assertThat(signIns.handed(used)).map(HandedScreen::client).contains(client);
            assertThat(signIns.here(used).orElseThrow().locked()).isTrue();
        }
        clock.pass(Duration.ofMinutes(7));
        MockHttpServletRequest left = request(shown);
        assertThat(signIns.handed(left)).isEmpty();
        assertThat(signIns.here(left).orElseThrow().locked()).isTrue();
    }

    @Test
    void signIns_ofTheSameAccount_endFromOneOfThem() {
        Account ann = account("ann");
        Cookie tablet = begun(ann);
        Cookie phone = begun(ann);
        Cookie hers = begun(account("bea"));
        MockHttpServletRequest here = request(begun(ann));

        EndSignIns end = new EndSignIns(records.unitOfWork(new Membership(records)));
        Actor she = new Actor.Person(ann.id(), ann.role());
        Id<SignIn> onTablet = signIns.here(request(tablet)).orElseThrow().id();
        end.by(she, new EndSignIns.Command(Id.random(), new SignInsToEnd.OneSignIn(onTablet)));
        assertThat(isIn(tablet)).isFalse();
        assertThat(signIns.of(ann.id())).hasSize(2);
        Optional<Id<SignIn>> asking = signIns.here(here).map(SignIn::id);
        end.by(she, new EndSignIns.Command(Id.random(), new SignInsToEnd.AllOtherSignIns(asking)));
        assertThat(isIn(phone)).isFalse();
        assertThat(isIn(hers)).isTrue();
        assertThat(signIns.of(ann.id())).containsExactly(signIns.here(here).orElseThrow());
    }

    @Test
    void signInAgain_inTheSameBrowser_takesThePlaceOfTheOneBefore() {
        Account ann = account("ann");
        Cookie before = begun(ann);
        signIns.begin(ann.id(), request(before), new MockHttpServletResponse());
        assertThat(isIn(before)).isFalse();
        assertThat(signIns.of(ann.id())).hasSize(1);
    }

    @Test
    void device_isKnownByItsKind_andNothingElseOfItIsKept() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader(
                "User-Agent",
                "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605.1 CriOS/130.0 Mobile Safari/604.1");
        assertThat(Device.of(request)).isEqualTo("CHROME IPAD");
        assertThat(Device.of(new MockHttpServletRequest())).isEqualTo("BROWSER SYSTEM");
        assertThat(Device.kept("CHROME IPAD").system().name()).isEqualTo("IPAD");
    }
}
