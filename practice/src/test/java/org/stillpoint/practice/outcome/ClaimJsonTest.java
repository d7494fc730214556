package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.forecast.PredictiveDistribution.Gaussian;
import org.stillpoint.record.PrivateText;

class ClaimJsonTest {

    private static final Instant FROM = Instant.parse("2026-03-16T00:00:00Z");

    private static Claim claim(Optional<String> worded) {
        return new Claim(
                worded,
                true,
                FROM,
                FROM.plusSeconds(7 * 86_400),
                4,
                FROM.plusSeconds(9 * 86_400),
                6.5,
                2,
                new Gaussian(5, 1.5),
                0.25,
                Map.of("no change", new Gaussian(6, 1)),
                "a model",
                "00ff");
    }

    @Test
    void claim_writtenAndRead_isTheSame() {
        Claim claim = claim(Optional.empty());
        assertThat(ClaimJson.claim(ClaimJson.write(claim))).isEqualTo(claim);
    }

    /** Sealed before 2026-11-28 claims hold the words in which they were sealed, and nothing of "likely". */
    @Test
    void claim_ofAnOlderLedger_keepsItsWords() {
        String older = ClaimJson.write(claim(Optional.of("Pain will be between 3 and 7.")))
                .value()
                .replace("\"likely\":true,", "");
        Claim read = ClaimJson.claim(new PrivateText(older));
        assertThat(read.worded()).contains("Pain will be between 3 and 7.");
        assertThat(read.likely()).isFalse();
    }

    @Test
    void guessAndOutcome_writtenAndRead_areTheSame() {
        ClaimJson.Guess guess = new ClaimJson.Guess(4.5, 0.3);
        assertThat(ClaimJson.guess(ClaimJson.write(guess))).isEqualTo(guess);
        ClaimJson.OutcomeJson came = new ClaimJson.OutcomeJson(5, OptionalDouble.of(3.25));
        assertThat(ClaimJson.outcome(ClaimJson.write(came))).isEqualTo(came);
        ClaimJson.OutcomeJson none = new ClaimJson.OutcomeJson(1, OptionalDouble.empty());
        assertThat(ClaimJson.outcome(ClaimJson.write(none))).isEqualTo(none);
    }

    @Test
    void range_staysWithinTheScale() {
        assertThat(Claim.range(new Gaussian(0.5, 2))[0]).isZero();
        assertThat(Claim.range(new Gaussian(9.5, 2))[1]).isEqualTo(10);
    }
}
