package org.stillpoint.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What suppression costs, in a few networks; the table of a hundred stands in docs/studies.md. */
@Execution(ExecutionMode.CONCURRENT)
class StudyBenchCommandTest {

    @Test
    void study_ofAFewNetworks_tellsWhatTheCellCosts() {
        Program.Outcome outcome = Program.run("bench", "study", "--networks", "4", "--seed", "40", "--json");
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        JsonNode[] rows = outcome.out()
                .lines()
                .map(line -> JsonMapper.shared().readTree(line))
                .toArray(JsonNode[]::new);
        assertThat(rows).hasSize(6);
        JsonNode all = rows[0];
        JsonNode five = rows[1];
        JsonNode ten = rows[2];
        assertThat(all.get("telling").asDouble()).isEqualTo(1);
        assertThat(five.get("telling").asDouble()).isBetween(0.5, 0.99);
        assertThat(ten.get("telling").asDouble()).isLessThan(five.get("telling").asDouble());
        assertThat(Math.abs(all.get("bias").asDouble())).isLessThan(0.15);
        assertThat(all.get("fromRows").asDouble()).isLessThan(0.1);
        assertThat(five.get("width").asDouble() / all.get("widthOfRows").asDouble())
                .isBetween(0.9, 1.4);
        assertThat(rows[5].get("bias").asDouble())
                .as("what small practices found is left out")
                .isGreaterThan(rows[3].get("bias").asDouble());
    }

    @Test
    void study_ofTooFewPractices_isBadInput() {
        Program.Outcome outcome = Program.run("bench", "study", "--practices", "2");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("is too few");
    }
}
