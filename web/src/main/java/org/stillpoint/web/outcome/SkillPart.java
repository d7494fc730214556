package org.stillpoint.web.outcome;

import java.util.List;
import java.util.Locale;
import org.stillpoint.chart.CalibrationChart;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.evidence.claim.Skill;
import org.stillpoint.practice.outcome.ForecastSkill;
import org.stillpoint.web.view.Words;

/**
 * How good the forecasts were, for the practice's page.
 *
 * @param sentence the plain sentence
 * @param sealed how many were ever sealed
 * @param open how many wait
 * @param voided how many had too few entries
 * @param resolved how many have an outcome
 * @param rows every forecaster's scores
 * @param bins chances given, and how often it came
 * @param calibration the same as a chart
 * @param pit where outcomes fell within the model's forecast, counts of five equal parts
 * @param likely what the word "likely" still waits for, or that it is earned
 */
public record SkillPart(
        String sentence,
        int sealed,
        long open,
        long voided,
        int resolved,
        List<Row> rows,
        List<Bin> bins,
        Chart calibration,
        List<Integer> pit,
        String likely) {

    /** One forecaster: mean scores, low is good. */
    public record Row(String by, String crps, String logScore, String coverage, int claims) {}

    /** Chances given, and how often it came. */
    public record Bin(String chances, int claims, String given, String came) {}

    static SkillPart of(ForecastSkill forecasts) {
        Skill skill = forecasts.skill();
        return new SkillPart(
                sentence(skill),
                forecasts.sealed(),
                forecasts.open(),
                forecasts.voided(),
                skill.size(),
                skill.rows().stream()
                        .map(row -> new Row(
                                row.by().substring(0, 1).toUpperCase(Locale.ROOT)
                                        + row.by().substring(1),
                                figure(row.crps()),
                                figure(row.logScore()),
                                Double.isNaN(row.coverage()) ? "–" : Words.percent(row.coverage()),
                                row.claims()))
                        .toList(),
                forecasts.calibration().stream()
                        .map(bin -> new Bin(
                                Words.percent(bin.low()) + " to " + Words.percent(bin.high()),
                                bin.count(),
                                Words.percent(bin.forecast()),
                                Words.percent(bin.came())))
                        .toList(),
                CalibrationChart.of(
                        forecasts.calibration().stream()
                                .map(bin -> new CalibrationChart.Bin(bin.forecast(), bin.came(), bin.count()))
                                .toList(),
                        "chance given; upright: how often it came",
                        Size.ofScreen(360, 340),
                        Labels.of(Locale.ENGLISH),
                        "",
                        ""),
                forecasts.within(),
                likely(skill));
    }

    private static String sentence(Skill skill) {
        return skill.againstBest()
                .map(against -> String.format(
                                Locale.ROOT,
                                "The model's forecasts missed by %.0f %% %s than the best simple forecaster, %s"
                                        + " (plausible: %.0f %% to %.0f %%, where above 0 is better).",
                                Math.abs(100 * against.skill()),
                                against.skill() >= 0 ? "less" : "more",
                                against.against(),
                                100 * against.low(),
                                100 * against.high())
                        .replace("-", "−"))
                .orElse("No forecast has been resolved yet, so nothing can be said of how good they are.");
    }

    private static String likely(Skill skill) {
        if (skill.maySay()) {
            return "The word \"likely\" is earned: it may be used in forecasts.";
        }
        return ("The word \"likely\" is locked. It is earned by %d resolved forecasts (there are %d) that beat the"
                        + " best simple forecaster, and ranges that hold between 70 %% and 90 %% of what came (they held %s).")
                .formatted(
                        Skill.LEAST_CLAIMS,
                        skill.size(),
                        Double.isNaN(skill.coverage()) ? "nothing yet" : Words.percent(skill.coverage()));
    }

    private static String figure(double value) {
        return Double.isNaN(value)
                ? "–"
                : String.format(Locale.ROOT, "%.2f", value).replace("-", "−");
    }
}
