package org.stillpoint.record.client;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgeBandTest {

    @ParameterizedTest
    @CsvSource({
        "-1, 0, false",
        "0, 0, false",
        "9, 0, false",
        "10, 10, false",
        "79, 70, false",
        "80, 80, true",
        "103, 80, true"
    })
    void of_anAge_isTenYearsWideAndOpenAbove(int age, int from, boolean open) {
        AgeBand band = AgeBand.of(age);
        assertThat(band.from()).isEqualTo(from);
        assertThat(band.isOpen()).isEqualTo(open);
        assertThat(band.to()).isEqualTo(from + 9);
    }
}
