package org.stillpoint.web.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoryLineTest {

    @ParameterizedTest
    @CsvSource({
        "2025, 2027, 2025 2026 2027",
        "2017, 2027, 2018 2020 2022 2024 2026",
        "1987, 2027, 1990 2000 2010 2020",
        "1937, 2027, 1940 1960 1980 2000 2020"
    })
    void ticks_anySpan_areRoundYearsAndFew(int first, int last, String years) {
        assertThat(new StoryLine(first, last, List.of()).ticks())
                .isEqualTo(Arrays.stream(years.split(" ")).map(Integer::valueOf).toList());
    }

    @ParameterizedTest
    @CsvSource({"1990, 12", "2010, 150", "2030, 288", "1980, 12", "2040, 288"})
    void x_yearsOutsideTheLine_lieAtItsEnds(double year, double x) {
        // 300 wide with a margin of 12 on either side
        assertThat(new StoryLine(1990, 2030, List.of()).x(year)).isEqualTo(x);
    }
}
