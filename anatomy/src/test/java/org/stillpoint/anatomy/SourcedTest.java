package org.stillpoint.anatomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SourcedTest {

    @Test
    void sourced_valueOutsideItsBounds_isRefused() {
        assertThatThrownBy(() -> sourced(3, "Author, J 1:1", 2026)).hasMessageContaining("0.0 to 1.0");
        assertThatThrownBy(() -> sourced(Double.NaN, "Author, J 1:1", 2026))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void sourced_withoutSourceOrYear_isRefused() {
        assertThatThrownBy(() -> sourced(0.5, " ", 2026)).hasMessageContaining("source");
        assertThatThrownBy(() -> sourced(0.5, "Author, J 1:1", 0)).hasMessageContaining("is of 0");
    }

    @Test
    void allows_ends_belongToTheRange() {
        Sourced sourced = sourced(0.5, "Author, J 1:1", 1998);

        assertThat(sourced.allows(0)).isTrue();
        assertThat(sourced.allows(1)).isTrue();
        assertThat(sourced.allows(1.001)).isFalse();
        assertThat(sourced.allows(Double.NaN)).isFalse();
    }

    private static Sourced sourced(double value, String source, int year) {
        return new Sourced(value, 0, 1, "1", "share of a whole", source, year, SourceGrade.ASSUMED);
    }
}
