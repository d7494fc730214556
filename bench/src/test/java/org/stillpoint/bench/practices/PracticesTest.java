package org.stillpoint.bench.practices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class PracticesTest {

    @Test
    void practices_twoInEachWay_areMeasuredAndKeptApart() {
        assertThat(new CommandLine(new Practices())
                        .execute(
                                "--practices",
                                "2",
                                "--check-ins",
                                "80",
                                "--opened",
                                "1",
                                "--each",
                                "2",
                                "--seconds",
                                "1"))
                .isZero();
    }
}
