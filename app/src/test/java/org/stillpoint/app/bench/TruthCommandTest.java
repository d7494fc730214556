package org.stillpoint.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;

/** {@code bench hide-and-predict} and {@code bench calibration} on tables of other sizes and on bad input. */
@Execution(ExecutionMode.CONCURRENT)
class TruthCommandTest {
    @TempDir
    private Path folder = Path.of("");

    private Outcome hideAndPredict(String table) throws IOException {
        Path file = folder.resolve("maps.csv");
        Files.writeString(file, table);
        return Program.run("bench", "hide-and-predict", file.toString(), "--json");
    }

    /** People with marks that hang together, among them one with none and one with all; columns in another order, one that is no region. */
    private static String people(int count) {
        Random random = new Random(3);
        StringBuilder table = new StringBuilder("person,AGE");
        for (int r = 238; r >= 201; r--) {
            table.append(",X").append(r);
        }
        for (int person = 0; person < count; person++) {
            table.append("\np").append(person).append(",old");
            int centre = random.nextInt(38);
            for (int r = 0; r < 38; r++) {
                boolean near = Math.abs(r - centre) < 5 && random.nextInt(4) > 0;
                table.append(person == 0 ? ",0" : person == 1 ? ",1" : near ? ",1" : ",0");
            }
        }
        return table.append('\n').toString();
    }

    @Test
    void hideAndPredict_fiftyPeopleOtherColumns_runs() throws IOException {
        Outcome outcome = hideAndPredict(people(50));
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out())
                .contains(
                        "\"models\"", "\"auc\"", "\"low\"", "\"high\"", "\"logScore\"", "anonymous bumps", "shuffled");
    }

    @Test
    void hideAndPredict_learnedOnAnotherTable_scoresTheFirst() throws IOException {
        Path other = folder.resolve("others.csv");
        Files.writeString(other, people(60));
        Path file = folder.resolve("maps.csv");
        Files.writeString(file, people(9));
        Outcome outcome =
                Program.run("bench", "hide-and-predict", file.toString(), "--learned-on", other.toString(), "--json");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out())
                .contains("\"persons\" : 9", "learned covariance and one layer", "networkAddsToFeltMap");
    }

    @Test
    void hideAndPredict_unknownRegion_isBadInput() throws IOException {
        Outcome outcome = hideAndPredict("id,X139\np1,1\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("maps.csv", "X139");
    }

    @Test
    void hideAndPredict_valueAboveTen_namesRowColumnValueAndRange() throws IOException {
        Outcome outcome = hideAndPredict("id,X101\np1,11\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("maps.csv", "2", "X101", "11", "10");
    }

    @Test
    void hideAndPredict_emptyFileGarbageOrMissingId_isBadInput() throws IOException {
        assertThat(hideAndPredict("").code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(hideAndPredict("%PDF-1.7 ,,\"").code()).isEqualTo(ExitCode.BAD_INPUT);
        Outcome outcome = hideAndPredict("id,X101\n,1\n");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("id is missing");
    }

    @Test
    void hideAndPredict_tooFewPeople_isBadInput() throws IOException {
        Outcome outcome = hideAndPredict(people(9));
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("at least 10");
    }

    @Test
    void calibration_noLives_isBadInput() {
        Outcome outcome = Program.run("bench", "calibration", "--lives", "0");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("--lives", "0", "1000000");
    }

    @Test
    void calibration_perturbedPainMap_givesRowsOfPointsAndMarks() {
        Outcome outcome = Program.run(
                "bench", "calibration", "--lives", "1", "--seed", "9", "--perturb", "map=lognormal:0.35", "--json");
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out().replaceAll("\\s", ""))
                .contains(
                        "\"rows\":[{\"body\":\"map=lognormal:0.35\",\"noise\":0.0,\"held\":1,\"observed\":\"points\",\"seed\":9")
                .contains("\"observed\":\"marks\"", "\"answered\":", "\"sets\":", "\"right\":");
    }

    @Test
    void calibration_unknownPerturbation_isBadInputAndNamesWhatIsAllowed() {
        for (String wrong : new String[] {"muscles", "muscles=20", "map=0.35", "fascia=some", "bones=2"}) {
            Outcome outcome = Program.run("bench", "calibration", "--perturb", wrong);
            assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(outcome.err()).contains("--perturb", wrong, "muscles=F", "referral=none");
        }
    }
}
