package org.stillpoint.evidence.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoSharesTest {

    /** Newcombe 1998, Statistics in Medicine 17:873, Table II, method 10: 9/10 and 3/10, 6/7 and 2/7, 10/10 and 0/10. */
    @ParameterizedTest
    @CsvSource({"9,10,3,10,0.1705,0.8090", "6,7,2,7,0.0582,0.8062", "10,10,0,10,0.6075,1.0000"})
    void newcombe_published_givesTheTable(int a, int n, int b, int m, double low, double high) {
        assertThat(new TwoShares(a, n, b, m).newcombe()).containsExactly(new double[] {low, high}, within(5e-5));
    }

    @Property
    void newcombe_anyCounts_staysWithinOneHoldsTheDifferenceAndHasAWidth(
            @ForAll @IntRange(min = 1, max = 500) int n,
            @ForAll @IntRange(min = 1, max = 500) int m,
            @ForAll @IntRange(min = 0, max = 1000) int a,
            @ForAll @IntRange(min = 0, max = 1000) int b) {
        TwoShares shares = new TwoShares(a % (n + 1), n, b % (m + 1), m);
        double[] ends = shares.newcombe();
        assertThat(ends[0]).isGreaterThanOrEqualTo(-1 - 1e-12).isLessThanOrEqualTo(shares.difference());
        assertThat(ends[1]).isLessThanOrEqualTo(1 + 1e-12).isGreaterThanOrEqualTo(shares.difference());
        assertThat(ends[1] - ends[0]).isPositive();
        double[] turned = new TwoShares(shares.secondCount(), m, shares.firstCount(), n).newcombe();
        assertThat(turned[0]).isCloseTo(-ends[1], within(1e-12));
    }
}
