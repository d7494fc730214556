package org.stillpoint.evidence.meta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.numeric.Normal;

class EffectIntervalTest {

    /** cases/tables/meta-odds-ratios: the page took 2.02 (0.48 to 8.56) as a standardised difference. */
    @Test
    void fits_oddsRatioOfTheCase_isARatioAndNoDifference() {
        EffectInterval ratio = EffectInterval.of(2.02, 0.48, 8.56, "2.02", "0.48", "8.56");
        assertThat(ratio.fitsAsRatio()).isTrue();
        assertThat(ratio.fitsAsDifference()).isFalse();
    }

    @Property
    void fits_roundedRatio_fitsAsRatio(
            @ForAll @DoubleRange(min = 0.2, max = 5) double ratio,
            @ForAll @DoubleRange(min = 0.1, max = 0.9) double error,
            @ForAll @IntRange(min = 2, max = 4) int places) {
        String form = "%." + places + "f";
        String[] typed = {
            String.format(Locale.ROOT, form, ratio),
            String.format(Locale.ROOT, form, ratio * Math.exp(-Normal.Z975 * error)),
            String.format(Locale.ROOT, form, ratio * Math.exp(Normal.Z975 * error))
        };
        EffectInterval printed = EffectInterval.of(
                Double.parseDouble(typed[0]), Double.parseDouble(typed[1]), Double.parseDouble(typed[2]), typed);
        assertThat(!printed.canBeRatio() || printed.fitsAsRatio()).isTrue();
    }

    @Property
    void fits_roundedDifference_fitsAsDifference(
            @ForAll @DoubleRange(min = -3, max = 3) double difference,
            @ForAll @DoubleRange(min = 0.05, max = 2) double error,
            @ForAll @IntRange(min = 1, max = 4) int places) {
        String form = "%." + places + "f";
        String[] typed = {
            String.format(Locale.ROOT, form, difference),
            String.format(Locale.ROOT, form, difference - Normal.Z975 * error),
            String.format(Locale.ROOT, form, difference + Normal.Z975 * error)
        };
        assertThat(EffectInterval.of(
                                Double.parseDouble(typed[0]),
                                Double.parseDouble(typed[1]),
                                Double.parseDouble(typed[2]),
                                typed)
                        .fitsAsDifference())
                .isTrue();
    }
}
