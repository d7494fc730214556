package org.stillpoint.web.outcome;

import java.util.List;
import java.util.OptionalDouble;
import org.stillpoint.chart.CalibrationChart;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.outcome.ForecastSkill;
import org.stillpoint.words.ChartWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Decimal;
import org.stillpoint.words.SkillWords;
import org.stillpoint.words.Speaker;

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
        List<ForecasterRow> rows,
        List<BinRow> bins,
        Chart calibration,
        List<Integer> pit,
        String likely) {

    /** One forecaster: mean scores, low is good. */
    public record ForecasterRow(String by, String crps, String logScore, String coverage, int claims) {}

    /** Chances given, and how often it came. */
    public record BinRow(String chances, int claims, String given, String came) {}

    static SkillPart of(ForecastSkill skill, Speaker speaker) {
        return new SkillPart(
                speaker.say(SkillWords.of(skill)),
                skill.sealed(),
                skill.open(),
                skill.voided(),
                skill.resolved(),
                skill.forecasters().stream()
                        .map(one -> new ForecasterRow(
                                speaker.say(SkillWords.forecaster(one.by())),
                                speaker.number(new Decimal(one.crps(), 2)),
                                one.logScore().isPresent()
                                        ? speaker.number(
                                                new Decimal(one.logScore().getAsDouble(), 2))
                                        : speaker.say(CommonWords.NO_VALUE),
                                share(one.held(), speaker),
                                one.forecasts()))
                        .toList(),
                skill.calibration().stream()
                        .map(bin -> new BinRow(
                                speaker.say(SkillWords.of(bin)),
                                bin.forecasts(),
                                speaker.percent(bin.given()),
                                speaker.percent(bin.came())))
                        .toList(),
                CalibrationChart.of(
                        skill.calibration().stream()
                                .map(bin ->
                                        new CalibrationChart.CalibrationPoint(bin.given(), bin.came(), bin.forecasts()))
                                .toList(),
                        speaker.say(ChartWords.CALIBRATION_AXES),
                        Size.ofScreen(360, 340),
                        Labels.of(speaker.locale()),
                        "",
                        ""),
                skill.within(),
                speaker.say(SkillWords.likely(skill)));
    }

    private static String share(OptionalDouble held, Speaker speaker) {
        return held.isPresent() ? speaker.percent(held.getAsDouble()) : speaker.say(CommonWords.NO_VALUE);
    }
}
