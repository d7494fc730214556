package org.stillpoint.app.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Execution(ExecutionMode.CONCURRENT)
class LivesCommandTest {
    private static final String[] FOUND = {"lives", "seed", "withSet", "sets", "coverage", "unexplained"};

    @Test
    void lives_sameSeed_findsTheSameHoweverTheCoresShareTheWork() {
        JsonNode first = answer("7", 120);
        JsonNode again = answer("7", 120);
        JsonNode other = answer("8", 120);
        for (String field : FOUND) {
            assertThat(first.get(field).asDouble()).isCloseTo(again.get(field).asDouble(), within(1e-9));
        }
        assertThat(first.get("unexplained").asDouble())
                .isNotEqualTo(other.get("unexplained").asDouble());
    }

    @Test
    void lives_moreThanAThousand_tellTheCoverageAndHowTheSpeedGrows() {
        JsonNode many = answer("7", 1100);
        assertThat(many.get("lives").asLong()).isEqualTo(1100);
        assertThat(many.get("sets").asLong()).isPositive();
        assertThat(many.get("coverage").asDouble()).isBetween(0.85, 1.0);
        assertThat(many.get("growth")).hasSize(2);
        assertThat(many.get("growth").get(0).get("lives").asLong()).isEqualTo(1000);
        assertThat(many.get("growth").get(1).get("livesPerSecond").asDouble()).isPositive();
    }

    @Test
    void lives_none_isBadInputAndNamesTheRange() {
        Outcome outcome = Program.run("bench", "lives", "--lives", "0");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("--lives", "\"0\"", "between 1 and 1000000000");
    }

    private static JsonNode answer(String seed, int lives) {
        Outcome outcome = Program.run("bench", "lives", "--lives", String.valueOf(lives), "--seed", seed, "--json");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        return JsonMapper.shared().readTree(outcome.out());
    }
}
