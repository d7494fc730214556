package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.web.security.SignInThrottle.SignInTry;

class SignInThrottleTest {

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final SignInThrottle throttle = new SignInThrottle(records.signIns(), clock);

    private static SignInTry anna(String address) {
        return new SignInTry("anna", address, "");
    }

    private void passes(Duration time) {
        clock.pass(time);
    }

    private boolean letIn(SignInTry wanted) {
        return throttle.admit(wanted).isZero();
    }

    @Test
    void misses_ofOneName_waitLongerAndLonger_upToAQuarterOfAnHour() {
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            assertThat(letIn(anna("a"))).isTrue();
        }
        for (int seconds : new int[] {30, 60, 120, 240, 480, 900, 900}) {
            assertThat(throttle.admit(anna("a"))).hasSeconds(seconds);
            passes(Duration.ofSeconds(seconds).minusNanos(1));
            assertThat(letIn(anna("a"))).isFalse();
            passes(Duration.ofNanos(1));
            assertThat(letIn(anna("a"))).isTrue();
        }
    }

    @Test
    void misses_fromManyAddressesAndInOtherLetters_areOfOneName() {
        String[] written = {"anna", "ANNA", " anna ", "\uFF41nna", "Anna"};
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            assertThat(letIn(new SignInTry(written[miss], "127.0.0." + miss, "")))
                    .isTrue();
        }
        assertThat(letIn(anna("127.0.0.99"))).isFalse();
        assertThat(letIn(new SignInTry("bert", "127.0.0.99", ""))).isTrue();
    }

    @Test
    void guessing_neverShutsOutABrowserInWhichTheNameHasSignedIn() {
        assertThat(letIn(anna("a"))).isTrue();
        SignInTry known = new SignInTry("anna", "a", throttle.succeeded(anna("a")));
        IntStream.range(0, 100).forEach(guess -> throttle.admit(anna("a")));
        assertThat(letIn(anna("a"))).isFalse();
        assertThat(letIn(known)).isTrue();
        IntStream.range(0, SignInThrottle.PER_NAME).forEach(miss -> throttle.admit(new SignInTry("bert", "a", "")));
        assertThat(letIn(new SignInTry("bert", "a", known.device()))).isFalse();
    }

    @Test
    void tries_atOnce_areNoMoreThanOneAfterTheOther() {
        assertThat(IntStream.range(0, 200).filter(guess -> letIn(anna("a"))).count())
                .isEqualTo(SignInThrottle.PER_NAME);
    }

    @Test
    void try_ofWhichNothingWasSaid_doesNotCount() {
        for (int down = 0; down < 50; down++) {
            assertThat(letIn(anna("a"))).isTrue();
            throttle.notJudged(anna("a"));
        }
        assertThat(letIn(anna("a"))).isTrue();
    }

    @Test
    void misses_areForgottenWhenTheNameSignsIn_andAfterADay() {
        IntStream.range(0, SignInThrottle.PER_NAME).forEach(miss -> throttle.admit(anna("a")));
        assertThat(letIn(anna("a"))).isFalse();
        passes(SignInThrottle.COUNTED_FOR.plusNanos(1));
        assertThat(letIn(anna("a"))).isTrue();
        throttle.succeeded(anna("a"));
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            assertThat(letIn(anna("a"))).isTrue();
        }
    }

    @Test
    void oneAddress_guessingManyNames_hasToWait() {
        for (int name = 0; name < SignInThrottle.PER_ADDRESS; name++) {
            assertThat(letIn(new SignInTry("name" + name, "a", ""))).isTrue();
        }
        assertThat(letIn(new SignInTry("another", "a", ""))).isFalse();
        assertThat(letIn(new SignInTry("another", "b", ""))).isTrue();
    }

    /** One practice behind a proxy: the next try comes to another server, and so does the browser that is known. */
    @Test
    void tries_onTwoServers_areCountedTogether_andABrowserIsKnownOnBoth() {
        SignInThrottle other = new SignInThrottle(records.signIns(), clock);
        String device = throttle.succeeded(anna("a"));
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            assertThat((miss % 2 == 0 ? throttle : other).admit(anna("a"))).isZero();
        }
        assertThat(throttle.admit(anna("b"))).isPositive();
        assertThat(other.admit(anna("b"))).isPositive();
        assertThat(other.admit(new SignInTry("anna", "a", device))).isZero();
    }

    /** Else each letter that means nothing would open a count of its own. */
    @Test
    void device_writtenOtherwise_isNone() {
        String device = throttle.succeeded(anna("a"));
        for (int miss = 0; miss < SignInThrottle.PER_NAME; miss++) {
            throttle.admit(anna("a"));
        }
        for (String made : new String[] {device.substring(1), device + "A", device.substring(0, 30), "%" + device}) {
            assertThat(throttle.admit(new SignInTry("anna", "a", made))).isPositive();
        }
        char last = device.charAt(21); // its last bits are of no byte
        String bits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char another = bits.charAt(bits.indexOf(last) ^ 1);
        assertThat(throttle.admit(new SignInTry("anna", "a", device.substring(0, 21) + another + device.substring(22))))
                .isPositive();
        assertThat(throttle.admit(new SignInTry("anna", "a", device))).isZero();
    }
}
