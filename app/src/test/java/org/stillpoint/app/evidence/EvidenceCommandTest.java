package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.cli.Program.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceCommandTest {

    private static final String DAILY_PAIN = "7 9 8 7 7 8 8 3 4 2 4 2 1 4 5 3 2 1 2 4 4";

    @TempDir
    Path folder = Path.of("");

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private Path borckardt(boolean dates) throws IOException {
        StringBuilder text = new StringBuilder(dates ? "date,pain\n" : "day,pain\n");
        String[] values = DAILY_PAIN.split(" ", -1);
        for (int i = 0; i < values.length; i++) {
            text.append(dates ? java.time.LocalDate.of(2026, 3, 1).plusDays(i) : i + 1)
                    .append(',')
                    .append(values[i])
                    .append('\n');
        }
        return Files.writeString(folder.resolve("pain.csv"), text);
    }

    private static JsonNode json(Outcome outcome) {
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return new JsonMapper().readTree(outcome.out());
    }

    @Test
    void diary_json_givesTheReferenceValuesAndTheWords() throws IOException {
        JsonNode answer = json(Program.run(
                "evidence", "diary", borckardt(false).toString(), "--start", "8", "--better", "low", "--json"));
        assertThat(answer.get("n").asInt()).isEqualTo(21);
        assertThat(answer.get("nap").asDouble()).isEqualTo(1);
        // sced/ou_noise_expected.json, s09_borckardt2014_daily_pain
        assertThat(answer.get("levelOnly").get("mean").asDouble()).isCloseTo(-4.7497135747474015, within(1e-9));
        assertThat(answer.get("levelOnly").get("cri95").get(0).asDouble()).isCloseTo(-6.218362143187406, within(1e-8));
        assertThat(answer.get("trendPlusLevel").get("pBelow0").asDouble()).isCloseTo(0.9996927045257169, within(1e-9));
        assertThat(answer.get("falseAlarmRate").asDouble()).isBetween(0.0, 1.0);
        assertThat(answer.get("verdict").asString()).isEqualTo("changed");
        assertThat(answer.get("words").asString())
                .contains("points lower afterwards", "This cannot show that the session caused it.");
        assertThat(answer.get("smallestChange").asDouble()).isEqualTo(2);
    }

    @Test
    void diary_datesInsteadOfNumbers_sameAnswer() throws IOException {
        JsonNode numbers =
                json(Program.run("evidence", "diary", borckardt(false).toString(), "--start", "8", "--json"));
        JsonNode dates =
                json(Program.run("evidence", "diary", borckardt(true).toString(), "--start", "2026-03-08", "--json"));
        assertThat(dates.get("levelOnly").get("mean").asDouble())
                .isCloseTo(numbers.get("levelOnly").get("mean").asDouble(), within(1e-9));
    }

    @Test
    void diary_startOfTheOtherKindOrMissing_saysSo() throws IOException {
        Outcome kind = Program.run("evidence", "diary", borckardt(true).toString(), "--start", "8");
        assertThat(kind.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(kind.err()).contains("--start", "the table holds dates");
        assertThat(Program.run("evidence", "diary", borckardt(true).toString()).err())
                .contains("--start", "is missing");
    }

    @Test
    void diary_badCells_areNamedByRowAndColumn() throws IOException {
        Path bad = file("bad.csv", "day,pain", "1,5", "x,6", "3,much", "4,");
        Outcome outcome = Program.run("evidence", "diary", bad.toString(), "--start", "3");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err())
                .contains("bad.csv, row 3, column day: \"x\"", "bad.csv, row 4, column pain: \"much\"");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void diary_severalPersonsWithTheirOwnStarts_reportsEach() throws IOException {
        Path practice = file(
                "practice.csv",
                "client,t,score,start",
                "a,1,6,4",
                "a,2,5,4",
                "a,3,6,4",
                "a,4,3,4",
                "a,5,2,4",
                "b,1,6,3",
                "b,2,5,3",
                "b,3,6,3",
                "b,4,6,3",
                "b,5,NA,3");
        JsonNode answer =
                json(Program.run("evidence", "diary", practice.toString(), "--start-column", "start", "--json"));
        assertThat(answer.get("people")).hasSize(2);
        assertThat(answer.get("people").get(1).get("missing").asInt()).isEqualTo(1);
        assertThat(answer.get("people").get(0).get("verdict").asString()).isEqualTo("too early to tell");
    }

    /** Three clients whose own starts stand in the table: a lasting drop, the same upwards, and too few entries. */
    private Path practice() throws IOException {
        StringBuilder text = new StringBuilder("id,day,value,start\n");
        for (int day = 0; day < 40; day++) {
            int wave = day * 7 % 3;
            text.append("down,%d,%d,20\n".formatted(day, day < 20 ? 6 + wave : 1 + wave));
            text.append("up,%d,%d,20\n".formatted(day, day < 20 ? 1 + wave : 6 + wave));
            text.append(day < 4 ? "few,%d,%d,2\n".formatted(day, wave) : "");
        }
        return Files.writeString(folder.resolve("practice.csv"), text);
    }

    @Test
    void practice_threeClients_countsWhoChangedAndWhoGotWorse() throws IOException {
        JsonNode answer = json(Program.run("evidence", "practice", practice().toString(), "--json"));
        assertThat(answer.get("clients").asInt()).isEqualTo(3);
        assertThat(answer.get("verdicts").get("changed").asInt()).isEqualTo(2);
        assertThat(answer.get("verdicts").get("tooEarly").asInt()).isEqualTo(1);
        assertThat(answer.get("better").asInt()).isEqualTo(1);
        assertThat(answer.get("worse").asInt()).isEqualTo(1);
        assertThat(answer.get("people").get(0).get("change").asDouble()).isBetween(-5.5, -3.5);
        Outcome text = Program.run("evidence", "practice", practice().toString());
        assertThat(text.out()).contains("3 clients", "Changed for the worse: up");
    }

    @Test
    void practice_startThatDiffersWithinAClient_isNamed() throws IOException {
        Path bad = file("two.csv", "id,day,value,start", "a,1,5,3", "a,2,5,4");
        Outcome outcome = Program.run("evidence", "practice", bad.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("two.csv, row 3, column start: \"4\" is another start");
    }

    @Test
    void diary_plot_isAnAccessibleSvg() throws IOException {
        Path chart = folder.resolve("chart.svg");
        Program.run("evidence", "diary", borckardt(false).toString(), "--start", "8", "--plot", chart.toString());
        assertThat(chart)
                .content()
                .startsWith("<svg")
                .contains("role=\"img\"", "<title", "<desc", "8: 3;", "expected had nothing changed");
    }

    @Test
    void meta_json_givesEveryEstimator() throws IOException {
        // metafor 3.8.1 on the BCG trials (m01_bcg_logRR), first four rows give the shape; figures from the whole
        // below.
        Path studies = file(
                "meta.csv", "study,yi,vi", "a,-0.889,0.3256", "b,-1.585,0.1946", "c,-1.348,0.4154", "d,-1.4416,0.0200");
        JsonNode answer = json(Program.run("evidence", "meta", studies.toString(), "--json"));
        for (String estimator : new String[] {"FE", "DL", "REML", "PM"}) {
            JsonNode one = answer.get(estimator);
            assertThat(one.get("est").isNumber()).isTrue();
            assertThat(one.get("se").asDouble()).isPositive();
            assertThat(one.get("ci")).hasSize(2);
            assertThat(one.get("tau2").asDouble()).isNotNegative();
            assertThat(one.get("I2").asDouble()).isBetween(0.0, 100.0);
            assertThat(one.get("HartungKnapp").get("ci")).hasSize(2);
        }
        assertThat(answer.get("REML").get("predictionInterval")).hasSize(2);
    }

    @Test
    void meta_varianceNotAboveZero_isNamed() throws IOException {
        Path studies = file("meta.csv", "yi,vi", "0.1,0.2", "0.3,0", "0.2,-1");
        Outcome outcome = Program.run("evidence", "meta", studies.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("row 3, column vi", "row 4, column vi", "is not above 0");
    }

    @Test
    void trial_withoutAnArm_refusesTheVariationQuestion() throws IOException {
        Path people = file("people.csv", "before,after", "5,3", "6,4", "7,2", "4,4");
        JsonNode answer = json(Program.run("evidence", "trial", people.toString(), "--json"));
        assertThat(answer.get("responseVariance").get("refused").asString()).contains("comparison group");
    }

    @Test
    void trial_twoArms_givesAncovaAndResponders() throws IOException {
        Path people = file(
                "people.csv",
                "before,after,arm",
                "5,3,1",
                "6,4,1",
                "7,2,1",
                "4,2,1",
                "5,5,0",
                "6,5,0",
                "7,6,0",
                "4,4,0");
        JsonNode answer = json(Program.run("evidence", "trial", people.toString(), "--json"));
        assertThat(answer.get("ancova").get("diff").asDouble()).isNegative();
        assertThat(answer.get("responders30").get("treated").get(0).asInt()).isEqualTo(4);
        assertThat(answer.get("responders30").get("comparison").get(0).asInt()).isZero();
    }

    @Test
    void score_forecasts_giveTheReferenceScores() throws IOException {
        // scoring/scoring_reference.json
        Path forecasts =
                file("f.csv", "mean,sd,outcome,baseline_mean,baseline_sd", "0,1,0,0,2", "0,1,1,0,2", "5,1.5,3,4,2");
        JsonNode answer = json(Program.run("evidence", "score", forecasts.toString(), "--json"));
        assertThat(answer.get("crps").asDouble())
                .isCloseTo((0.23369497725510913 + 0.6024413576276163 + 1.2809009698028746) / 3, within(1e-9));
        assertThat(answer.get("skill").get("ci")).hasSize(2);
        Path said = file("p.csv", "p,y", "0.1,0", "0.3,0", "0.8,1", "0.6,1", "0.9,1", "0.2,0", "0.55,0", "0.7,1");
        assertThat(json(Program.run("evidence", "score", said.toString(), "--json"))
                        .get("brier")
                        .asDouble())
                .isCloseTo(0.0928125, within(1e-12));
    }

    @Test
    void falseAlarms_untreatedDiaries_printsTheTable() throws IOException {
        StringBuilder text = new StringBuilder("subject,day,pain\n");
        for (int p = 0; p < 3; p++) {
            for (int day = 0; day < 56; day++) {
                text.append("P")
                        .append(p)
                        .append(',')
                        .append(day)
                        .append(',')
                        .append(4 + (day * 7 + p * 3) % 4)
                        .append('\n');
            }
        }
        Path ratings = Files.writeString(folder.resolve("x_ratings.csv"), text);
        JsonNode answer =
                json(Program.run("bench", "false-alarms", ratings.toString(), "--simulations", "20", "--json"));
        assertThat(answer.get("realDiaries").get(0).get("windows").asInt()).isEqualTo(6);
        assertThat(answer.get("madeUpDiaries").size()).isGreaterThan(10);
        assertThat(answer.get("harderDiaries").size()).isPositive();
        assertThat(answer.get("madeUpDiaries").get(0).get("verdict").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void forecasts_trialAndDiaries_printWhatSimpleForecastsReach() throws IOException {
        Path people =
                file("t.csv", "pre,post,arm", "5,3,1", "6,4,1", "7,2,1", "4,2,1", "5,5,0", "6,5,0", "8,6,0", "4,4,0");
        JsonNode trial = json(Program.run(
                "bench",
                "forecasts",
                people.toString(),
                "--before",
                "pre",
                "--after",
                "post",
                "--arm",
                "arm",
                "--json"));
        assertThat(trial.get("LOCF").get("MAE").asDouble()).isCloseTo(14 / 8.0, within(1e-12));
        assertThat(trial.get("RTM+arm").get("CRPS").asDouble()).isPositive();
        StringBuilder text = new StringBuilder("day,pain\n");
        for (int day = 0; day < 20; day++) {
            text.append(day).append(',').append(3 + day % 2).append('\n');
        }
        Path diary = Files.writeString(folder.resolve("d.csv"), text);
        JsonNode days = json(Program.run("bench", "forecasts", diary.toString(), "--json"));
        assertThat(days.get("n").asInt()).isEqualTo(10);
        assertThat(days.get("LOCF").asDouble()).isEqualTo(1);
        assertThat(days.get("expected course").asDouble()).isLessThan(1);
        // After the days 9 to 12, counted from 0, all of the seven that follow are written.
        assertThat(days.get("week").get("n").asInt()).isEqualTo(4);
        assertThat(days.get("week").get("aggregate").asDouble()).isLessThan(0.2);
        assertThat(days.get("week").get("cover80").asDouble()).isEqualTo(1);
    }

    /** Once there was no way to say it: the diary of Kossakowski 2017, whose dates could be either, was not to be read in calendar order. */
    @Test
    void forecasts_datesThatCouldBeEither_areReadAsSaid() throws IOException {
        StringBuilder text = new StringBuilder("date,pain\n");
        for (int day = 1; day <= 12; day++) {
            String date = String.format("%02d/%02d/12,", day, 1 + day % 3);
            text.append(day % 2 == 0 ? (date + "4\n").repeat(3) : (date + "3\n").repeat(2) + date + "6\n");
        }
        Path diary = Files.writeString(folder.resolve("dates.csv"), text);
        assertThat(Program.run("bench", "forecasts", diary.toString(), "--json").err())
                .contains("--dates");
        JsonNode days = json(Program.run("bench", "forecasts", diary.toString(), "--dates", "dmy", "--json"));
        assertThat(days.get("n").asInt()).isEqualTo(2);
        // Prompts of one day are no copies of each other: the mean of 3, 3 and 6 is 4, as that of 4, 4 and 4.
        assertThat(days.get("LOCF").asDouble()).isZero();
    }
}
