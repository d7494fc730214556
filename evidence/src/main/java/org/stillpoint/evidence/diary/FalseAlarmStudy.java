package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hipparchus.stat.inference.MannWhitneyUTest;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.numeric.StudentT;

/** How often each way of judging calls a change: on real diaries of people to whom nothing was done, and on made-up ones. */
public final class FalseAlarmStudy {

    private static final double NOMINAL = 0.05;
    private static final int LEAST_ENTRIES = DiaryAnalysis.LEAST_ENTRIES;
    private static final long SEED = 42;

    private final ChangeRule plain = new ChangeRule(Optional.empty());
    private final ChangeRule deciding;

    /** For diaries on one scale. */
    public FalseAlarmStudy(Setting.Scale scale) {
        this.deciding = new ChangeRule(Optional.of(scale));
    }

    /**
     * Shares of windows in which a change was called, each between 0 and 1.
     *
     * @param windows how many windows were judged
     * @param welch Welch's t test, p below 5 %
     * @param mannWhitney Mann-Whitney (non-overlap of all pairs), p below 5 %
     * @param levelOnly the plain grid, level only: the interval of 95 % leaves out no change
     * @param trendPlusLevel the plain grid, trend + level, likewise
     * @param plainRule the rule on the plain grid: level only clear, trend + level on the same side
     * @param verdict the rule that decides: the same with cautious priors
     * @param meanChange mean difference of the two phases, in points
     */
    public record Rates(
            int windows,
            double welch,
            double mannWhitney,
            double levelOnly,
            double trendPlusLevel,
            double plainRule,
            double verdict,
            double meanChange) {}

    /**
     * One kind of made-up diary: a first-order autoregression, one entry a day, rounded to whole points and cut to the
     * scale, some days missing.
     *
     * @param daysBefore days before the start
     * @param daysAfter days after it
     * @param drift one-day correlation of the slow part
     * @param sd standard deviation of the slow part, points
     * @param noiseSd standard deviation of white noise on top, points
     * @param change true change of level, points
     * @param slope natural course, points per day
     * @param adherence share of days on which an entry is made
     * @param least entries on either side below which a diary is drawn anew
     */
    public record MadeUpDiary(
            int daysBefore,
            int daysAfter,
            double drift,
            double sd,
            double noiseSd,
            double change,
            double slope,
            double adherence,
            int least) {

        private static MadeUpDiary quiet(int daysBefore, int daysAfter, double drift) {
            return new MadeUpDiary(daysBefore, daysAfter, drift, SD, 0, 0, 0, ADHERENCE, LEAST_ENTRIES);
        }

        private MadeUpDiary with(double newSd, double newNoiseSd, double newChange, double newSlope) {
            return new MadeUpDiary(
                    daysBefore, daysAfter, drift, newSd, newNoiseSd, newChange, newSlope, adherence, least);
        }

        private MadeUpDiary entered(double newAdherence, int newLeast) {
            return new MadeUpDiary(daysBefore, daysAfter, drift, sd, noiseSd, change, slope, newAdherence, newLeast);
        }
    }

    /** Share of days on which an entry is made. */
    public static final double ADHERENCE = 0.8;

    /**
     * Share of days and least entries with which as many made-up diaries can be used as in the reference simulation (2,803 of 3,200 at 7 + 14
     * days, 87.6 %; with these 87.4 %). With a standard deviation of {@value #REFERENCE_SD} its other columns come out best.
     */
    private static final double REFERENCE_ADHERENCE = 0.7;

    private static final int REFERENCE_LEAST = 4;
    private static final double REFERENCE_SD = 1.5;

    /**
     * Standard deviation of made-up entries, points of ten: with it Welch's t and the plain grid reach the power of the
     * reference simulation (0.55 and 0.37 at 7 + 14 days, 0.81 and 0.57 at 14 + 28 days, for a two-point drop).
     */
    public static final double SD = 1.7;

    /** The kinds of made-up diary that the report shows. */
    public static List<MadeUpDiary> kinds() {
        List<MadeUpDiary> kinds = new ArrayList<>();
        for (int[] days : new int[][] {{7, 14}, {14, 28}, {28, 42}}) {
            for (double drift : new double[] {0, 0.3, 0.6, 0.8}) {
                kinds.add(MadeUpDiary.quiet(days[0], days[1], drift));
            }
        }
        kinds.add(MadeUpDiary.quiet(14, 28, 0.9).with(1.2, 1.2, 0, 0));
        kinds.add(MadeUpDiary.quiet(14, 28, 0.3).with(SD, 0, 0, -0.05));
        for (double change : new double[] {-1, -2}) {
            kinds.add(MadeUpDiary.quiet(7, 14, 0.3).with(SD, 0, change, 0));
            kinds.add(MadeUpDiary.quiet(14, 28, 0.3).with(SD, 0, change, 0));
        }
        for (double change : new double[] {0, -2}) {
            for (int[] days : new int[][] {{7, 14}, {14, 28}}) {
                kinds.add(MadeUpDiary.quiet(days[0], days[1], change < 0 ? 0.3 : 0.6)
                        .with(REFERENCE_SD, 0, change, 0)
                        .entered(REFERENCE_ADHERENCE, REFERENCE_LEAST));
            }
        }
        return kinds;
    }

    /** Kinds that are harder than the rule was set for: an entry every day of a diary that wanders more, or scatters more. */
    public static List<MadeUpDiary> harder() {
        return List.of(
                MadeUpDiary.quiet(7, 14, 0.6).entered(1, LEAST_ENTRIES),
                MadeUpDiary.quiet(7, 14, 0.8).entered(1, LEAST_ENTRIES),
                MadeUpDiary.quiet(7, 14, 0.9).entered(1, LEAST_ENTRIES),
                MadeUpDiary.quiet(7, 14, 0.6).with(2.5, 0, 0, 0),
                MadeUpDiary.quiet(14, 28, 0.6).with(2.5, 0, 0, 0));
    }

    /** Rates over {@code count} made-up diaries of one kind on a scale of ten points; the same numbers every time. */
    public Rates simulate(MadeUpDiary kind, int count) {
        SplittableRandom random = new SplittableRandom(SEED + kind.hashCode());
        long[] seeds =
                IntStream.range(0, count).mapToLong(i -> random.nextLong()).toArray();
        return rates(Arrays.stream(seeds)
                .parallel()
                .mapToObj(seed -> judge(madeUp(kind, new SplittableRandom(seed))))
                .toList());
    }

    private static Diary madeUp(MadeUpDiary kind, SplittableRandom random) {
        int days = kind.daysBefore() + kind.daysAfter();
        while (true) {
            List<Double> at = new ArrayList<>();
            List<Double> values = new ArrayList<>();
            double state = random.nextGaussian();
            for (int day = 0; day < days; day++) {
                if (day > 0) {
                    state = kind.drift() * state + Math.sqrt(1 - kind.drift() * kind.drift()) * random.nextGaussian();
                }
                double level = 5
                        - kind.change() / 2
                        + kind.slope() * (day - days / 2.0)
                        + (day >= kind.daysBefore() ? kind.change() : 0);
                double value = level + kind.sd() * state + kind.noiseSd() * random.nextGaussian();
                if (random.nextDouble() < kind.adherence()) {
                    at.add((double) day);
                    values.add(Math.clamp(Math.rint(value), 0, 10));
                }
            }
            Diary diary = diary(at, values, kind.daysBefore());
            if (usable(diary, kind.least())) {
                return diary;
            }
        }
    }

    /**
     * Windows of real diaries with a pretended start, judged. Entries of one day are averaged first.
     *
     * @param diaries whole diaries; their own starts are not looked at
     * @param daysBefore days of a window before the pretended start
     * @param daysAfter days after it
     * @param perPerson windows per person, each {@code daysBefore} days later than the one before
     */
    public Rates placeboInTime(List<Diary> diaries, int daysBefore, int daysAfter, int perPerson) {
        List<JudgedDiary> judged = new ArrayList<>();
        for (Diary diary : diaries) {
            TreeMap<Double, List<Double>> byDay = new TreeMap<>();
            for (int i = 0; i < diary.size(); i++) {
                byDay.computeIfAbsent(Math.floor(diary.day(i)), d -> new ArrayList<>())
                        .add(diary.value(i));
            }
            for (int w = 0; w < perPerson && !byDay.isEmpty(); w++) {
                double from = byDay.firstKey() + w * daysBefore;
                List<Double> at = new ArrayList<>();
                List<Double> values = new ArrayList<>();
                byDay.subMap(from, from + daysBefore + daysAfter).forEach((day, entries) -> {
                    at.add(day);
                    values.add(entries.stream()
                            .mapToDouble(Double::doubleValue)
                            .average()
                            .orElseThrow());
                });
                Diary window = diary(at, values, from + daysBefore);
                if (usable(window, LEAST_ENTRIES)) {
                    judged.add(judge(window));
                }
            }
        }
        return rates(judged);
    }

    private static Diary diary(List<Double> at, List<Double> values, double start) {
        return Diary.of(
                at.stream().mapToDouble(Double::doubleValue).toArray(),
                values.stream().mapToDouble(Double::doubleValue).toArray(),
                start,
                Better.LOWER);
    }

    private static boolean usable(Diary diary, int least) {
        return diary.sizeBefore() >= least && diary.sizeAfter() >= least && Sample.variance(diary.values()) > 0;
    }

    private record JudgedDiary(
            boolean welch,
            boolean mannWhitney,
            boolean levelOnly,
            boolean trendPlusLevel,
            boolean plainRule,
            boolean verdict,
            double change) {}

    private JudgedDiary judge(Diary diary) {
        DriftNoise.TwoFits grid = plain.fit(diary);
        double[] before = diary.valuesBefore();
        double[] after = diary.valuesAfter();
        return new JudgedDiary(
                welchP(before, after) < NOMINAL,
                new MannWhitneyUTest().mannWhitneyUTest(before, after, false) < NOMINAL,
                clear(grid.levelOnly()),
                clear(grid.trendPlusLevel()),
                ChangeRule.alarm(grid),
                ChangeRule.alarm(deciding.fit(diary)),
                Sample.mean(after) - Sample.mean(before));
    }

    private static boolean clear(DriftNoise.Fit fit) {
        double below = fit.change().cdf(0);
        return Math.min(below, 1 - below) < NOMINAL / 2;
    }

    /** Two-sided p of equal means with unequal variances (Welch 1947). */
    private static double welchP(double[] a, double[] b) {
        double va = Sample.variance(a) / a.length;
        double vb = Sample.variance(b) / b.length;
        if (va + vb == 0) {
            return Sample.mean(a) == Sample.mean(b) ? 1 : 0;
        }
        double t = (Sample.mean(b) - Sample.mean(a)) / Math.sqrt(va + vb);
        double df = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        return 2 * StudentT.cdf(-Math.abs(t), df);
    }

    private static Rates rates(List<JudgedDiary> judged) {
        if (judged.isEmpty()) {
            throw new IllegalArgumentException("no window has " + LEAST_ENTRIES + " entries on either side");
        }
        return new Rates(
                judged.size(),
                share(judged, JudgedDiary::welch),
                share(judged, JudgedDiary::mannWhitney),
                share(judged, JudgedDiary::levelOnly),
                share(judged, JudgedDiary::trendPlusLevel),
                share(judged, JudgedDiary::plainRule),
                share(judged, JudgedDiary::verdict),
                judged.stream().mapToDouble(JudgedDiary::change).average().orElseThrow());
    }

    private static double share(List<JudgedDiary> judged, java.util.function.Predicate<JudgedDiary> called) {
        return judged.stream().filter(called).count() / (double) judged.size();
    }
}
