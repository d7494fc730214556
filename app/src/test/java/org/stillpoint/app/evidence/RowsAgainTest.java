package org.stillpoint.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Tables of studies and of forecasts in which some rows stand again: the answer of the table without them, or a question. */
class RowsAgainTest {

    /** How rows tell themselves apart, but for their numbers. */
    enum Named {
        NOT,
        BY_A_NAME,
        /** Every row carries its own number, which says nothing about whether it was there before. */
        BY_A_COUNT
    }

    private static final double SAME = 1e-6;

    private static JsonNode run(String command, String header, List<String> rows, String... options)
            throws IOException {
        List<String> words = new ArrayList<>(List.of(command));
        words.addAll(List.of(options));
        String text = header + "\n" + String.join("\n", rows) + "\n";
        return TablesAgainTest.run("t.csv", text.getBytes(StandardCharsets.UTF_8), words.toArray(String[]::new));
    }

    /** The rows and some of them again, perhaps written another way, perhaps shuffled, perhaps counted in the end. */
    private static List<String> again(List<String> rows, int repeated, boolean shuffled, Named named, Random random) {
        List<String> all = new ArrayList<>(rows);
        for (int i = 0; i < repeated; i++) {
            String row = rows.get(random.nextInt(rows.size()));
            all.add(random.nextBoolean() ? row : otherwise(row));
        }
        if (shuffled) {
            Collections.shuffle(all, random);
        }
        if (named == Named.BY_A_COUNT) {
            for (int i = 0; i < all.size(); i++) {
                all.set(i, (i + 1) + "," + all.get(i));
            }
        }
        return all;
    }

    /** The same row in capitals, with blanks, and with one digit more that says nothing. */
    private static String otherwise(String row) {
        return Stream.of(row.toUpperCase(Locale.ROOT).split(",", -1))
                .map(cell -> cell.matches("-?\\d+\\.\\d+") ? cell + "0" : cell)
                .collect(Collectors.joining(" , "));
    }

    private static String fine(double number) {
        return String.format(Locale.ROOT, "%.5f", number);
    }

    /** Of a scale that begins at 0: one value alone below it would be asked about, and not the rows. */
    private static double point(double middle, Random random) {
        return Math.abs(middle + random.nextGaussian());
    }

    private static void close(JsonNode one, JsonNode other, String... path) {
        JsonNode a = one;
        JsonNode b = other;
        for (String step : path) {
            a = a.get(step);
            b = b.get(step);
        }
        assertThat(a.asDouble()).as(String.join(".", path)).isCloseTo(b.asDouble(), within(SAME));
    }

    @Property(tries = 27)
    void meta_someStudiesAgain_givesTheSameAnswerOrAsks(
            @ForAll Named named,
            @ForAll @IntRange(min = 4, max = 12) int studies,
            @ForAll @IntRange(min = 0, max = 12) int repeated,
            @ForAll boolean severalEffects,
            @ForAll boolean shuffled,
            @ForAll Random random)
            throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < studies; i++) {
            String name = named == Named.NOT ? "" : "Study " + (severalEffects ? i / 2 : i) + ",";
            rows.add(name + fine(random.nextGaussian()) + "," + fine(0.05 + random.nextDouble()));
        }
        String header = (named == Named.BY_A_COUNT ? "nr," : "") + (named == Named.NOT ? "yi,vi" : "study,yi,vi");
        List<String> table = again(rows, repeated, shuffled, named, random);
        JsonNode right = run("meta", named == Named.NOT ? "yi,vi" : "study,yi,vi", rows);
        JsonNode answer = run("meta", header, table);
        if (answer.isEmpty()) {
            assertThat(named != Named.BY_A_NAME && repeated > 0)
                    .as("a question where nothing is doubtful")
                    .isTrue();
        } else {
            sameStudies(answer, right, repeated);
        }
        sameStudies(run("meta", header, table, "--rows-alike", "once"), right, repeated);
        assertThat(run("meta", header, table, "--rows-alike", "each")
                        .get("effects")
                        .asInt())
                .isEqualTo(studies + repeated);
    }

    private static void sameStudies(JsonNode answer, JsonNode right, int repeated) {
        assertThat(answer.get("repeatedRows").asInt()).isEqualTo(repeated);
        assertThat(answer.get("effects").asInt()).isEqualTo(right.get("effects").asInt());
        assertThat(answer.get("studies").asInt()).isEqualTo(right.get("studies").asInt());
        for (String estimator : List.of("FE", "DL", "REML", "PM")) {
            close(answer, right, estimator, "est");
            close(answer, right, estimator, "se");
        }
        assertThat(answer.get("threeLevel").isNull())
                .isEqualTo(right.get("threeLevel").isNull());
        if (!right.get("threeLevel").isNull()) {
            close(answer, right, "threeLevel", "est");
            close(answer, right, "threeLevel", "se");
        }
    }

    @Property(tries = 27)
    void score_someForecastsAgain_givesTheSameAnswerOrAsks(
            @ForAll Named named,
            @ForAll boolean probabilities,
            @ForAll boolean person,
            @ForAll @IntRange(min = 4, max = 40) int forecasts,
            @ForAll @IntRange(min = 0, max = 40) int repeated,
            @ForAll boolean shuffled,
            @ForAll Random random)
            throws IOException {
        List<String> rows = new ArrayList<>();
        Set<String> said = new HashSet<>();
        for (int i = 0; i < forecasts; i++) {
            String probability = Stream.generate(() -> fine(random.nextDouble()))
                    .filter(p -> p.matches("0\\.[1-9]\\d{3}[1-9]"))
                    .filter(said::add)
                    .findFirst()
                    .orElseThrow(); // none rounded and no two alike by chance: those are other tests
            String who = (person ? "Person " + i / 4 + "," : "") + (named == Named.BY_A_NAME ? "day " + i + "," : "");
            boolean open = i > 3 && i % 7 == 0;
            String came = open ? "NA" : String.valueOf(random.nextInt(probabilities ? 2 : 11));
            rows.add(who
                    + (probabilities
                            ? probability + "," + came
                            : fine(5 + random.nextGaussian()) + "," + fine(1 + random.nextDouble()) + "," + came
                                    + ",5,2"));
        }
        String own = (person ? "person," : "")
                + (named == Named.BY_A_NAME ? "day," : "")
                + (probabilities ? "p,came" : "mean,sd,outcome,baseline_mean,baseline_sd");
        String header = (named == Named.BY_A_COUNT ? "nr," : "") + own;
        List<String> table = again(rows, repeated, shuffled, named, random);
        JsonNode right = run("score", own, rows);
        JsonNode answer = run("score", header, table);
        if (answer.isEmpty()) {
            assertThat(named != Named.BY_A_NAME && repeated > 0)
                    .as("a question where nothing is doubtful")
                    .isTrue();
        } else {
            sameForecasts(answer, right, probabilities);
        }
        sameForecasts(run("score", header, table, "--rows-alike", "once"), right, probabilities);
    }

    private static void sameForecasts(JsonNode answer, JsonNode right, boolean probabilities) {
        assertThat(answer.get("n").asInt()).isEqualTo(right.get("n").asInt());
        for (String score : probabilities ? List.of("brier", "logLoss") : List.of("crps", "logScore", "MAE")) {
            close(answer, right, score);
        }
        if (!probabilities) {
            close(answer, right, "skill", "estimate");
        }
    }

    /** Rounded numbers stand there again by chance; but not every one of them equally often. */
    @Property(tries = 40)
    void score_roundedForecastsAllAgain_areAskedAbout(
            @ForAll @IntRange(min = 2, max = 4) int copies,
            @ForAll @IntRange(min = 8, max = 40) int forecasts,
            @ForAll Random random)
            throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < forecasts; i++) {
            int tenths = i < 4 ? 1 + i : 1 + random.nextInt(9);
            rows.add("0." + tenths + "," + (random.nextInt(10) < tenths ? 1 : 0));
        }
        List<String> all = new ArrayList<>();
        for (int i = 0; i < copies; i++) {
            all.addAll(rows);
        }
        Collections.shuffle(all, random);
        assertThat(run("score", "p,came", all)).isEmpty();
    }

    /** Two of a few hundred forecasts with five digits are alike by chance; that says nothing of those that are copies. */
    @Test
    void score_copiesBesideTwoThatAreAlikeByChance_areAskedAbout() throws IOException {
        List<String> rows = List.of(
                "0.12345,0", "0.12345,1", "0.41822,1", "0.90211,1", "0.33107,0", "0.57716,1", "0.27182,0", "0.69314,0");
        List<String> all = new ArrayList<>(rows);
        all.addAll(rows.subList(2, 6));
        assertThat(run("score", "p,came", all)).isEmpty();
        sameForecasts(run("score", "p,came", all, "--rows-alike", "once"), run("score", "p,came", rows), true);
    }

    /** A model of few predictors says the same finely for many people, and they come out either way. */
    @Test
    void score_fineForecastsOfAFewKindsOfPeople_countEach() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            rows.add(List.of("0.31415", "0.57722", "0.69315").get(i % 3) + "," + (i % 7 < 3 ? 1 : 0));
        }
        assertThat(run("score", "p,came", rows).get("n").asInt()).isEqualTo(60);
    }

    @Test
    void score_roundedForecastsThatCameEitherWay_countEachAndSaySo() throws IOException {
        List<String> rows = List.of(
                "0.2,0", "0.2,0", "0.2,1", "0.5,1", "0.5,0", "0.5,1", "0.8,1", "0.8,1", "0.8,0", "0.3,0", "0.9,1");
        JsonNode answer = run("score", "p,came", rows);
        assertThat(answer.get("n").asInt()).isEqualTo(rows.size());
        assertThat(answer.get("read").get("notes").toString()).contains("3 rows are alike", "--rows-alike once");
    }

    /** People without names: some of them again are a question, or count once where that is said. */
    @Property(tries = 20)
    void trial_somePeopleAgain_givesTheSameAnswerOrAsks(
            @ForAll Named named,
            @ForAll @IntRange(min = 8, max = 30) int people,
            @ForAll @IntRange(min = 0, max = 30) int repeated,
            @ForAll boolean shuffled,
            @ForAll Random random)
            throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String name = named == Named.BY_A_NAME ? "Person " + i + "," : "";
            rows.add(name + (i % 2 == 0 ? "active" : "control") + "," + fine(point(5, random)) + ","
                    + fine(point(4, random)));
        }
        String own = (named == Named.BY_A_NAME ? "person," : "") + "arm,before,after";
        String header = (named == Named.BY_A_COUNT ? "nr," : "") + own;
        List<String> table = again(rows, repeated, shuffled, named, random);
        JsonNode right = run("trial", own, rows);
        assertThat(run("trial", header, table).isEmpty()).isEqualTo(repeated > 0);
        if (named != Named.BY_A_NAME) {
            JsonNode once = run("trial", header, table, "--rows-alike", "once");
            assertThat(once.get("nTreated").asInt())
                    .isEqualTo(right.get("nTreated").asInt());
            assertThat(once.get("read").get("repeatedRows").asInt()).isEqualTo(repeated);
            close(once, right, "ancova", "diff");
            close(once, right, "ancova", "residSd");
        }
    }

    @Test
    void trial_roundedScoresOfManyPeople_countEachAndSaySo() throws IOException {
        List<String> rows = List.of(
                "active,6,3",
                "active,6,3",
                "active,7,4",
                "active,5,2",
                "active,8,6",
                "control,6,5",
                "control,6,5",
                "control,7,7",
                "control,5,5",
                "control,8,6");
        JsonNode answer = run("trial", "arm,before,after", rows);
        assertThat(answer.get("nTreated").asInt()).isEqualTo(5);
        assertThat(answer.get("read").get("notes").toString()).contains("2 rows are alike", "--rows-alike once");
    }

    @Test
    void trial_entriesOfNOfOneThreeTimes_areAskedAbout() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            rows.add((i < 6 ? "Ana" : "Ben") + "," + (i % 2 == 0 ? "on" : "off") + "," + (3 + i % 5));
        }
        List<String> all = new ArrayList<>(rows);
        all.addAll(rows);
        all.addAll(rows);
        assertThat(run("trial", "person,condition,value", all)).isEmpty();
    }
}
