package org.stillpoint.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;

/** Without its training run the program starts without a cache, and says so where nobody looks. */
@Execution(ExecutionMode.CONCURRENT)
class WarmUpCommandTest {
    @Test
    void warmUp_worksInThePractice_andEndsWell() throws Exception {
        assertThat(new WarmUpCommand(1, 5).call()).isEqualTo(ExitCode.OK);
    }
}
