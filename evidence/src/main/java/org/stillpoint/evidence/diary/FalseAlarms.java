package org.stillpoint.evidence.diary;

import java.util.List;
import java.util.SplittableRandom;

/**
 * How often a diary cries wolf: the rule applied where nothing was done.
 *
 * @param source where the pretended starts come from
 * @param starts how many pretended starts were tried
 * @param alarms at how many of them the rule said "changed"
 * @param asLarge at how many of them the estimated change was at least as large as the one to be judged
 */
public record FalseAlarms(Source source, int starts, int alarms, int asLarge) {

    /** Fewer pretended starts than this say nothing about a rate. */
    private static final int LEAST_STARTS = 5;

    /** More than this only costs time. */
    private static final int MOST_STARTS = 100;

    /** Entries that a pretended phase must have. */
    private static final int LEAST_ENTRIES = 3;

    private static final int SIMULATED = 100;
    private static final long SEED = 20261122L;

    /** Where pretended starts come from. */
    public enum Source {
        /** Pretended start days among this diary's own entries before the start. */
        PLACEBO_IN_TIME,
        /** Made-up diaries on the same days that wander as this one does, without a change. */
        SIMULATED
    }

    /** Share of pretended starts with an alarm, 0 to 1. */
    public double rate() {
        return (double) alarms / starts;
    }

    /** Pretended start days among the entries before the start, if there are enough; else made-up diaries. */
    static FalseAlarms of(Diary diary, ChangeRule rule, ChangeRule.Fits fits) {
        int possible = diary.sizeBefore() - 2 * LEAST_ENTRIES + 1;
        return possible >= LEAST_STARTS ? placeboInTime(diary, rule, fits) : simulated(diary, rule, fits);
    }

    private static FalseAlarms placeboInTime(Diary diary, ChangeRule rule, ChangeRule.Fits fits) {
        int before = diary.sizeBefore();
        int possible = before - 2 * LEAST_ENTRIES + 1;
        int tried = Math.min(possible, MOST_STARTS);
        double size = Math.abs(fits.levelOnly().change().mean());
        int starts = 0;
        int alarms = 0;
        int asLarge = 0;
        for (int s = 0; s < tried; s++) {
            int split = LEAST_ENTRIES + (int) ((long) s * possible / tried);
            Diary quiet = diary.window(0, before, diary.day(split));
            if (quiet.sizeBefore() < LEAST_ENTRIES || !DriftNoise.canFit(quiet, true)) {
                continue;
            }
            starts++;
            ChangeRule.Fits pretended = rule.fit(quiet);
            alarms += pretended.alarm() ? 1 : 0;
            asLarge += Math.abs(pretended.levelOnly().change().mean()) >= size ? 1 : 0;
        }
        return starts < LEAST_STARTS
                ? simulated(diary, rule, fits)
                : new FalseAlarms(Source.PLACEBO_IN_TIME, starts, alarms, asLarge);
    }

    private static FalseAlarms simulated(Diary diary, ChangeRule rule, ChangeRule.Fits fits) {
        SplittableRandom random = new SplittableRandom(SEED);
        double size = Math.abs(fits.levelOnly().change().mean());
        int alarms = 0;
        int asLarge = 0;
        for (int s = 0; s < SIMULATED; s++) {
            DriftNoise.CellFit cell = drawn(fits.levelOnly().cells(), random.nextDouble());
            Diary madeUp = diary.withValues(path(diary, cell, random));
            ChangeRule.Fits pretended = rule.fit(madeUp);
            alarms += pretended.alarm() ? 1 : 0;
            asLarge += Math.abs(pretended.levelOnly().change().mean()) >= size ? 1 : 0;
        }
        return new FalseAlarms(Source.SIMULATED, SIMULATED, alarms, asLarge);
    }

    private static DriftNoise.CellFit drawn(List<DriftNoise.CellFit> cells, double share) {
        double left = share;
        for (DriftNoise.CellFit cell : cells) {
            left -= cell.weight();
            if (left < 0) {
                return cell;
            }
        }
        return cells.getLast();
    }

    /** One course without a change on the diary's days. */
    static double[] path(Diary diary, DriftNoise.CellFit fit, SplittableRandom random) {
        DriftNoiseGrid.Cell cell = fit.cell();
        double sd = Math.sqrt(fit.variance());
        boolean white = cell.drift() == 0;
        double driftSd = white ? 0 : sd * Math.sqrt(1 - cell.noise());
        double noiseSd = white ? sd : sd * Math.sqrt(cell.noise());
        double[] values = new double[diary.size()];
        double state = driftSd * random.nextGaussian();
        for (int i = 0; i < values.length; i++) {
            if (i > 0 && !white) {
                double phi = Math.pow(cell.drift(), diary.day(i) - diary.day(i - 1));
                state = phi * state + driftSd * Math.sqrt(1 - phi * phi) * random.nextGaussian();
            }
            values[i] = state + noiseSd * random.nextGaussian();
        }
        return values;
    }
}
