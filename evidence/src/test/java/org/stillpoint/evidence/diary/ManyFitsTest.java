package org.stillpoint.evidence.diary;

import static org.stillpoint.evidence.Cases.assertClose;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.numeric.StudentMixture;

/** Many diaries at once give what each gives alone. */
class ManyFitsTest {

    private static final Caution CAUTION = Caution.forScale(0, 10);

    private static Diary diary(SplittableRandom random, int n, int before) {
        double[] days = new double[n];
        for (int i = 1; i < n; i++) {
            days[i] = days[i - 1] + new double[] {1, 1, 0.4, 3, 0}[random.nextInt(5)];
        }
        double[] values = random.doubles(n, 0, 10).toArray();
        return Diary.of(days, values, days[before], Better.LOWER);
    }

    private static void check(StudentMixture many, StudentMixture one) {
        assertClose("mean", many.mean(), one.mean(), 1e-10, 1e-11);
        assertClose("low", many.quantile(0.025), one.quantile(0.025), 1e-10, 1e-11);
    }

    @Test
    void ofStarts_everyPretendedStart_isTheFitOfThatDiary() {
        for (DriftNoise estimator : new DriftNoise[] {DriftNoise.standard(), DriftNoise.cautious(CAUTION)}) {
            Diary diary = diary(new SplittableRandom(1), 30, 10);
            int[] splits = IntStream.range(3, 28)
                    .map(s -> diary.window(0, 30, diary.day(s)).sizeBefore())
                    .toArray();
            ManyFits many = estimator.ofStarts(diary, splits);
            for (int s = 0; s < splits.length; s++) {
                DriftNoise.TwoFits one = estimator.both(diary.window(0, 30, diary.day(splits[s])));
                check(many.levelOnly().change(s), one.levelOnly().change());
                check(
                        many.trendPlusLevel().orElseThrow().change(s),
                        one.trendPlusLevel().change());
                assertClose(
                        "mean",
                        many.levelOnly().mean(s),
                        one.levelOnly().change().mean(),
                        1e-12,
                        1e-12);
            }
        }
    }

    @Test
    void ofValues_everySeries_isTheFitOfThatDiary() {
        SplittableRandom random = new SplittableRandom(2);
        Diary diary = diary(random, 25, 6);
        double[][] values = IntStream.range(0, 25)
                .mapToObj(i -> random.doubles(9, -5, 5).toArray())
                .toArray(double[][]::new);
        DriftNoise estimator = DriftNoise.cautious(CAUTION);
        ManyFits many = estimator.ofValues(diary, values);
        for (int s = 0; s < 9; s++) {
            int series = s;
            double[] own =
                    IntStream.range(0, 25).mapToDouble(i -> values[i][series]).toArray();
            DriftNoise.TwoFits one = estimator.both(Diary.of(diary.days(), own, diary.start(), Better.LOWER));
            check(many.levelOnly().change(s), one.levelOnly().change());
            check(
                    many.trendPlusLevel().orElseThrow().change(s),
                    one.trendPlusLevel().change());
        }
    }

    /** A spread forecast for more entries is the spread of a fit with them, where entries are even and the fit is the same. */
    @Test
    void expectedSpreads_moreEntriesBefore_areThoseOfTheLongerDiary() {
        Diary diary = diary(new SplittableRandom(5), 20, 6);
        DriftNoise estimator = DriftNoise.cautious(CAUTION);
        DriftNoise.Fit fit = estimator.levelOnly(diary);
        double[] spreads = estimator.expectedSpreads(diary, fit, 12);
        for (int more : new int[] {0, 1, 7, 12}) {
            double expected = estimator.expectedSpreads(diary.withEarlier(more), fit, 0)[0];
            assertClose("spread with " + more, spreads[more], expected, 1e-9, 0);
        }
    }
}
