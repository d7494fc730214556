package org.stillpoint.app.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/** One table of each kind that a command reads, for tests that write it in other ways. */
enum EveryTable {
    VARIANCES,
    RATIOS,
    INTERVALS,
    TRIAL,
    CONDITIONS,
    FORECASTS,
    PROBABILITIES,
    ASSOCIATION,
    PRACTICE;

    Given given() {
        Random random = new Random(20261128);
        return switch (this) {
            case VARIANCES ->
                new Given(
                        List.of("evidence", "meta"),
                        1,
                        List.of("study", "yi", "vi"),
                        rows(
                                8,
                                i -> List.of(
                                        "Étude " + (char) ('A' + i),
                                        fine(random.nextGaussian()),
                                        fine(0.05 + random.nextDouble()))));
            case RATIOS ->
                new Given(
                        List.of("evidence", "meta", "--effect", "or"),
                        1,
                        List.of("study", "or", "ci_low", "ci_high"),
                        rows(6, i -> {
                            double ratio = Math.exp(0.3 * random.nextGaussian());
                            double width = Math.exp(0.2 + 0.3 * random.nextDouble());
                            return List.of(
                                    "Étude " + (char) ('A' + i), fine(ratio), fine(ratio / width), fine(ratio * width));
                        }));
            case INTERVALS ->
                new Given(
                        List.of("evidence", "meta", "--effect", "md"),
                        1,
                        List.of("study", "md", "ci_low", "ci_high"),
                        rows(6, i -> {
                            double effect = random.nextGaussian();
                            double width = 0.3 + random.nextDouble();
                            return List.of(
                                    "Étude " + (char) ('A' + i),
                                    fine(effect),
                                    fine(effect - width),
                                    fine(effect + width));
                        }));
            case TRIAL ->
                new Given(
                        List.of("evidence", "trial", "--better", "low"),
                        2,
                        List.of("id", "arm", "pre", "post"),
                        rows(
                                24,
                                i -> List.of(
                                        "Frau Zoë " + i,
                                        i % 2 == 0 ? "treated" : "control",
                                        one(5 + 2 * random.nextGaussian()),
                                        one(4 - i % 2 + 2 * random.nextGaussian()))));
            case CONDITIONS ->
                new Given(
                        List.of("evidence", "trial", "--condition", "condition", "--better", "low"),
                        3,
                        List.of("person", "condition", "date", "value"),
                        rows(
                                60,
                                i -> List.of(
                                        "Frau Zoë " + i % 5,
                                        i / 5 % 2 == 0 ? "off" : "on",
                                        "2026-03-" + (10 + i / 5),
                                        one(5 - i / 5 % 2 + random.nextGaussian()))));
            case FORECASTS ->
                new Given(
                        List.of("evidence", "score"),
                        2,
                        List.of("person", "day", "mean", "sd", "outcome"),
                        rows(
                                40,
                                i -> List.of(
                                        "Frau Zoë " + i % 8,
                                        "day " + i,
                                        fine(5 + random.nextGaussian()),
                                        fine(1 + random.nextDouble()),
                                        one(5 + 2 * random.nextGaussian()))));
            case PROBABILITIES ->
                new Given(
                        List.of("evidence", "score"),
                        2,
                        List.of("person", "day", "p", "outcome"),
                        rows(
                                40,
                                i -> List.of(
                                        "Frau Zoë " + i % 8,
                                        "day " + i,
                                        fine(0.05 + 0.9 * random.nextDouble()),
                                        String.valueOf(random.nextInt(2)))));
            case ASSOCIATION ->
                new Given(
                        List.of("bench", "association"),
                        2,
                        List.of("patient", "sex", "age", "anxiety", "pain_intensity"),
                        rows(60, i -> {
                            double fear = random.nextGaussian();
                            return List.of(
                                    "Frau Zoë " + i,
                                    i % 2 == 0 ? "male" : "female",
                                    String.valueOf(20 + random.nextInt(60)),
                                    one(50 + 10 * fear),
                                    one(Math.clamp(5 + fear + random.nextGaussian(), 0, 10)));
                        }));
            case PRACTICE ->
                new Given(
                        List.of("evidence", "practice", "--start", "2026-03-15"),
                        2,
                        List.of("client", "date", "pain"),
                        rows(
                                60,
                                i -> List.of(
                                        "Frau Zoë " + i % 2,
                                        "2026-03-" + String.format(Locale.ROOT, "%02d", 1 + i / 2),
                                        one(Math.clamp(5 + random.nextGaussian(), 0, 10)))));
        };
    }

    private static List<List<String>> rows(int many, java.util.function.IntFunction<List<String>> row) {
        return IntStream.range(0, many).mapToObj(row).toList();
    }

    static String fine(double number) {
        return String.format(Locale.ROOT, "%.4f", number);
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /** A table with words before its first number, so that every column of numbers is known. */
    record Given(List<String> words, int labels, List<String> header, List<List<String>> rows) {

        List<Integer> numbers() {
            return IntStream.range(labels, header.size()).boxed().toList();
        }
    }
}
