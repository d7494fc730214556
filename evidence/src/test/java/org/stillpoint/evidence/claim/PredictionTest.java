package org.stillpoint.evidence.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

    /** Closed forms and log scores from the reference case scoring/scoring_reference.json ("gaussian"). */
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0.23369497725510913, 0.9189385332046727",
        "0, 1, 1, 0.6024413576276163, 1.4189385332046727",
        "5, 1.5, 3, 1.2809009698028746, 2.213292530201726",
        "4.2, 2.0, 7.5, 2.2541688421383217, 2.9733357137646177",
        "6, 0.5, 6.3, 0.1865779404678773, 0.4057913526447271"
    })
    void scores_ofNormalForecasts_areTheReferenceValues(double mean, double sd, double y, double crps, double log) {
        Prediction prediction = new Prediction(mean, sd);
        assertThat(prediction.crps(y)).isCloseTo(crps, within(1e-9));
        assertThat(prediction.logScore(y)).isCloseTo(log, within(1e-9));
    }

    @Test
    void covers_theMiddleEightyPercent_andNoMore() {
        Prediction prediction = new Prediction(4, 2);
        assertThat(prediction.quantile(0.9)).isCloseTo(4 + 2 * 1.2815515655446004, within(1e-9)); // qnorm(0.9) in R
        assertThat(prediction.covers(6.5)).isTrue();
        assertThat(prediction.covers(6.6)).isFalse();
        assertThat(prediction.pit(4)).isEqualTo(0.5);
    }

    @Test
    void of_noSpread_isRefused() {
        assertThatThrownBy(() -> new Prediction(4, 0)).hasMessageContaining("above 0");
    }
}
