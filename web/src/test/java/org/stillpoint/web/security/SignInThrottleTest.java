package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.web.security.SignInThrottle.SignInTry;

class SignInThrottleTest {

    private final AtomicLong now = new AtomicLong();
    private final SignInThrottle throttle = new SignInThrottle(now::get);

    private static SignInTry anna(String address) {
        return new SignInTry("anna", address, "");
    }

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
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
}
