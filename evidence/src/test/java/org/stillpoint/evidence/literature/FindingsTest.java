package org.stillpoint.evidence.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FindingsTest {

    @Test
    void list_holdsEveryLine_andTheOneThatSaysThatThereIsNone() {
        assertThat(Findings.list()).hasSize(13);
        assertThat(Findings.list().getLast().study()).isEqualTo("SER itself");
        assertThat(Findings.list().getLast().note()).contains("no randomised trial");
        assertThat(Findings.list().getLast().effect()).isEmpty();
    }

    /** Haller 2016, week 8: -21 mm (-32.6 to -9.4), d 1.02 as printed (PMC4894825). */
    @Test
    void standardised_ofAMeanDifference_takesThePrintedD() {
        PublishedFinding.Effect effect =
                Findings.list().getFirst().standardised().orElseThrow();
        assertThat(effect.value()).isCloseTo(-1.02, within(1e-12));
        assertThat(effect.low()).isCloseTo(-1.5834, within(1e-4));
        assertThat(effect.high()).isCloseTo(-0.4566, within(1e-4));
    }

    /** Haller 2020 against usual care: SMD -0.32 (-0.61 to -0.02), as printed (10.1186/s12891-019-3017-y). */
    @Test
    void standardised_ofAStandardisedDifference_isAsPrinted() {
        PublishedFinding review = Findings.list().get(2);
        assertThat(review.standardised()).contains(new PublishedFinding.Effect(-0.32, -0.61, -0.02));
        assertThat(review.isTrial()).isFalse();
    }
}
