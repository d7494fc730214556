package org.stillpoint.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;

class SusieCommandTest {
    @TempDir
    Path folder = Path.of("");

    @Test
    void susie_oneEffect_findsItsColumn() throws IOException {
        Random random = new Random(3);
        StringBuilder x = new StringBuilder();
        StringBuilder y = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            double third = random.nextGaussian();
            x.append(random.nextGaussian())
                    .append(',')
                    .append(random.nextGaussian())
                    .append(',')
                    .append(third)
                    .append('\n');
            y.append(2 * third + random.nextGaussian()).append('\n');
        }
        Outcome outcome = run(x.toString(), y.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("\"n\":100", "\"p\":3", "\"sets\":{\"L1\":3}", "\"pip\":[", "\"elbo\":");
    }

    @Test
    void susie_unusableNumbers_areBadInput() throws IOException {
        refused("1,2\n3,4,5\n", "1\n2\n", "x.csv, row 2");
        refused("1,2\n3,x\n", "1\n2\n", "x.csv, row 2, column 2", "\"x\"");
        refused("1,2\n3,4\n", "1\n2\n3\n", "y.csv: has 3 rows where x.csv has 2");
        refused("1,2\n3,4\n", "1\n1\n", "y.csv: holds the same number");
        refused("", "1\n", "x.csv");
    }

    private void refused(String x, String y, String... said) throws IOException {
        Outcome outcome = run(x, y);
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(said);
    }

    private Outcome run(String x, String y) throws IOException {
        Path xFile = folder.resolve("x.csv");
        Path yFile = folder.resolve("y.csv");
        Files.writeString(xFile, x);
        Files.writeString(yFile, y);
        return Program.run("bench", "susie", xFile.toString(), yFile.toString(), "--json");
    }
}
