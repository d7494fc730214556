package org.stillpoint.evidence.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TwoMapsTest {

    /** A table of how often the first chose the row and the second the column. */
    private static TwoMaps of(int[][] table) {
        int places = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
        int[] first = new int[places];
        int[] second = new int[places];
        int next = 0;
        for (int i = 0; i < table.length; i++) {
            for (int j = 0; j < table.length; j++) {
                Arrays.fill(first, next, next + table[i][j], i);
                Arrays.fill(second, next, next + table[i][j], j);
                next += table[i][j];
            }
        }
        return new TwoMaps(first, second, table.length);
    }

    /**
     * The 91 couples of Hout, Duncan and Sobel 1987 (Agresti 1990, table 10.6), the data SexualFun of the R package vcd. By its
     * documentation and source: sum(W * x) of the weights "Fleiss-Cohen" against their expectation, which gives 0.3320 (standard error 0.0973).
     */
    @Test
    void weightedKappa_ofAPublishedTable_isTheOneOfVcd() {
        TwoMaps couples = of(new int[][] {{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}});
        TwoMaps.Agreement kappa = couples.weightedKappa();
        assertThat(kappa.value()).isCloseTo(0.3320, within(5e-5));
        double reach = 1.96 * 0.0973; // what the standard error of Fleiss, Cohen and Everitt 1969 gives
        assertThat(kappa.low()).isCloseTo(kappa.value() - reach, within(0.05));
        assertThat(kappa.high()).isCloseTo(kappa.value() + reach, within(0.05));
    }

    /** With two levels quadratic weights weigh nothing: Cohen 1960. The table is that of every textbook: 0.4 by (0.7 - 0.5) / (1 - 0.5). */
    @Test
    void weightedKappa_ofTwoLevels_isKappa() {
        assertThat(of(new int[][] {{20, 5}, {10, 15}}).weightedKappa().value()).isCloseTo(0.4, within(1e-12));
    }

    /** Four places here, three there, two of them the same: 2 of 5, by hand. */
    @Test
    void overlap_isTheShareOfThePlacesOnBoth() {
        TwoMaps maps = new TwoMaps(new int[] {1, 2, 3, 1, 0, 0, 0}, new int[] {2, 1, 0, 0, 3, 0, 0}, 4);
        assertThat(maps.markedFirst()).isEqualTo(4);
        assertThat(maps.markedSecond()).isEqualTo(3);
        assertThat(maps.markedOnBoth()).isEqualTo(2);
        TwoMaps.Agreement overlap = maps.overlap();
        assertThat(overlap.value()).isCloseTo(0.4, within(1e-12));
        assertThat(overlap.low()).isGreaterThanOrEqualTo(0).isLessThan(0.4);
        assertThat(overlap.high()).isLessThanOrEqualTo(1).isGreaterThan(0.4);
    }

    @Test
    void maps_onWhichNothingIsMarked_sayNothing() {
        TwoMaps empty = new TwoMaps(new int[5], new int[5], 4);
        assertThat(empty.weightedKappa().isKnown()).isFalse();
        assertThat(empty.overlap().isKnown()).isFalse();
        assertThatThrownBy(() -> new TwoMaps(new int[] {4}, new int[] {0}, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TwoMaps(new int[1], new int[2], 4)).isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void agreement_isTheSameEitherWayRound_andWholeWithItself(
            @ForAll @Size(min = 10, max = 40) List<@IntRange(max = 3) Integer> one,
            @ForAll @Size(min = 10, max = 40) List<@IntRange(max = 3) Integer> other) {
        int places = Math.min(one.size(), other.size());
        int[] a = one.stream().mapToInt(Integer::intValue).limit(places).toArray();
        int[] b = other.stream().mapToInt(Integer::intValue).limit(places).toArray();
        double there = new TwoMaps(a, b, 4).weightedKappa().value();
        double back = new TwoMaps(b, a, 4).weightedKappa().value();
        assertThat(there).isEqualTo(back, within(1e-12));
        if (Arrays.stream(a).distinct().count() > 1) {
            assertThat(new TwoMaps(a, a, 4).weightedKappa().value()).isCloseTo(1, within(1e-12));
        }
        double overlap = new TwoMaps(a, b, 4).overlap().value();
        assertThat(Double.isNaN(overlap) || overlap >= 0 && overlap <= 1).isTrue();
    }
}
