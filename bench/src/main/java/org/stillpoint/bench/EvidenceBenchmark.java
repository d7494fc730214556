package org.stillpoint.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.DriftNoise;
import org.stillpoint.evidence.diary.DriftNoiseGrid;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Studies;

/**
 * One diary of 60 entries and one meta-analysis of 100 studies. The peer is the same grid by Hipparchus' dense Cholesky
 * factors, level only and without the posterior's quantiles.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class EvidenceBenchmark {

    private static final int ENTRIES = 60;
    private static final int STUDIES = 100;
    private static final int SHORT = 7;

    private final Random random = new Random(1);
    private final Diary diary = diary();
    private final Diary shortBaseline = Diary.of(diary.days(), diary.values(), SHORT, Better.LOWER);
    private final Setting setting = Setting.unknown("Pain", diary);
    private final MetaAnalysis meta = meta();

    private Diary diary() {
        double[] days = new double[ENTRIES];
        double[] values = new double[ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            days[i] = i + (i % 3 == 0 ? 0.4 : 0);
            values[i] = Math.clamp(Math.rint((i < 20 ? 6 : 4) + 1.5 * random.nextGaussian()), 0, 10);
        }
        return Diary.of(days, values, 20, Better.LOWER);
    }

    private MetaAnalysis meta() {
        double[] effects = random.doubles(STUDIES, -1, 1).toArray();
        return new MetaAnalysis(
                Studies.of(effects, random.doubles(STUDIES, 0.01, 0.4).toArray()));
    }

    @Benchmark
    public double bothFits() {
        DriftNoise.TwoFits fits = DriftNoise.standard().both(diary);
        return fits.levelOnly().change().interval(0.95)[0]
                + fits.trendPlusLevel().change().interval(0.95)[0]
                + fits.levelOnly().change().cdf(0);
    }

    @Benchmark
    public DiaryReport wholeReportWithFalseAlarms() {
        return DiaryAnalysis.analyse(diary, setting);
    }

    /** With too few entries before the start to look for quiet stretches: a hundred made-up diaries are judged as well. */
    @Benchmark
    public DiaryReport wholeReportWithMadeUpDiaries() {
        return DiaryAnalysis.analyse(shortBaseline, setting);
    }

    /** Peer: 36 dense factors and generalised least squares, level only. */
    @Benchmark
    public double peerDenseCholesky() {
        double sum = 0;
        for (DriftNoiseGrid.GridCell cell : DriftNoiseGrid.STANDARD.cells()) {
            RealMatrix r = MatrixUtils.createRealMatrix(ENTRIES, ENTRIES);
            RealMatrix x = MatrixUtils.createRealMatrix(ENTRIES, 3);
            for (int i = 0; i < ENTRIES; i++) {
                for (int j = 0; j < ENTRIES; j++) {
                    double apart = Math.abs(diary.day(i) - diary.day(j));
                    double drift = cell.drift() == 0 ? 0 : (1 - cell.noise()) * Math.pow(cell.drift(), apart);
                    r.setEntry(i, j, i == j ? 1 + 1e-8 : drift);
                }
                x.setRow(i, new double[] {1, i < diary.sizeBefore() ? 0 : 1, diary.value(i)});
            }
            RealMatrix solved =
                    new CholeskyDecomposition(r, 1e-9, 1e-14).getSolver().solve(x);
            sum += x.transposeMultiply(solved).getEntry(1, 2);
        }
        return sum;
    }

    /** All four estimators of a meta-analysis, with Hartung-Knapp, predictions and the interval of tau squared. */
    @Benchmark
    public double metaAnalysisOfHundred() {
        double sum = meta.tau2Interval().high();
        for (Estimator estimator : new Estimator[] {Estimator.FE, Estimator.DL, Estimator.REML, Estimator.PM}) {
            sum += meta.pooled(estimator).estimate();
        }
        return sum;
    }
}
