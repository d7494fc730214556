package org.stillpoint.evidence.diary;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * How often a diary cries wolf: the rule applied where nothing was done.
 *
 * @param source where the pretended starts come from
 * @param starts how many pretended starts were tried
 * @param alarms at how many of them the rule said "changed"
 * @param asLarge at how many of them the estimated change was at least as large as the one to be judged
 */
public record FalseAlarms(StartSource source, int starts, int alarms, int asLarge) {

    /** Fewer pretended starts than this say nothing about a rate. */
    private static final int LEAST_STARTS = 5;

    /** More than this only costs time. */
    private static final int MOST_STARTS = 100;

    /** Entries that a pretended phase must have. */
    private static final int LEAST_ENTRIES = 3;

    private static final int SIMULATED = 100;
    private static final long SEED = 20261122L;

    /** Where pretended starts come from. */
    public enum StartSource {
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
    static FalseAlarms of(Diary diary, ChangeRule rule, DriftNoise.TwoFits fits) {
        Diary quiet = diary.window(0, diary.sizeBefore(), diary.start());
        int[] splits = splits(quiet);
        double size = Math.abs(fits.levelOnly().change().mean());
        return splits.length >= LEAST_STARTS
                ? counted(
                        StartSource.PLACEBO_IN_TIME,
                        splits.length,
                        rule.estimator().ofStarts(quiet, splits),
                        size)
                : counted(
                        StartSource.SIMULATED,
                        SIMULATED,
                        rule.estimator()
                                .ofValues(diary, madeUp(diary, fits.levelOnly().cells())),
                        size);
    }

    private static FalseAlarms counted(StartSource source, int starts, ManyFits fits, double size) {
        int alarms = 0;
        int asLarge = 0;
        for (int s = 0; s < starts; s++) {
            alarms += ChangeRule.alarm(fits, s) ? 1 : 0;
            asLarge += Math.abs(fits.levelOnly().mean(s)) >= size ? 1 : 0;
        }
        return new FalseAlarms(source, starts, alarms, asLarge);
    }

    /** Entries before each pretended start; a start divides no day, and leaves enough entries on either side. */
    private static int[] splits(Diary quiet) {
        int possible = quiet.size() - 2 * LEAST_ENTRIES + 1;
        int tried = Math.min(possible, MOST_STARTS);
        return IntStream.range(0, Math.max(0, tried))
                .map(s -> LEAST_ENTRIES + (int) ((long) s * possible / tried))
                .mapToObj(split -> quiet.window(0, quiet.size(), quiet.day(split)))
                .filter(d -> d.sizeBefore() >= LEAST_ENTRIES && DriftNoise.canFit(d, true))
                .mapToInt(Diary::sizeBefore)
                .toArray();
    }

    /** Courses without a change on the diary's days, entries x courses. */
    private static double[][] madeUp(Diary diary, List<DriftNoise.CellFit> cells) {
        SplittableRandom random = new SplittableRandom(SEED);
        double[][] values = new double[diary.size()][SIMULATED];
        Map<Double, double[]> decays = new HashMap<>();
        for (int s = 0; s < SIMULATED; s++) {
            DriftNoise.CellFit fit = drawn(cells, random.nextDouble());
            double[] decay = decays.computeIfAbsent(fit.cell().drift(), drift -> decays(diary, drift));
            double drift = Whitener.drift(fit.cell());
            double driftSd = Math.sqrt(fit.variance() * drift);
            double noiseSd = Math.sqrt(fit.variance() * (1 - drift));
            double state = 0;
            for (int i = 0; i < values.length; i++) {
                state = decay[i] * state + driftSd * Math.sqrt(1 - decay[i] * decay[i]) * random.nextGaussian();
                values[i][s] = state + noiseSd * random.nextGaussian();
            }
        }
        return values;
    }

    private static double[] decays(Diary diary, double drift) {
        double[] decay = new double[diary.size()];
        Whitener.decays(diary.days(), drift, decay);
        return decay;
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
}
