package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;

/** What a client reads of a diary. */
class DiaryWordsTest {

    private static final Setting PAIN = Setting.of(Measures.find("pain").orElseThrow());

    private final Speaker speaker = new Speaker(Locale.UK, ZoneOffset.UTC);

    private List<String> said(double[] before, double[] after, Setting setting) {
        Diary diary = Diary.ofPhases(before, after, Better.LOWER);
        return DiaryWords.of(DiaryAnalysis.analyse(diary, setting)).sentences().stream()
                .map(speaker::say)
                .toList();
    }

    /** Twenty quiet entries on either side, whose levels differ by {@code change}. */
    private List<String> quiet(double change) {
        double[] before =
                IntStream.range(0, 20).mapToDouble(i -> 5 + 0.2 * (i % 3)).toArray();
        return said(before, Arrays.stream(before).map(value -> value + change).toArray(), PAIN);
    }

    @Test
    void largeFall_isForTheBetter_withItsThreshold_andNamesNoCause() {
        List<String> said = quiet(-4);
        assertThat(said.getFirst())
                .matches("Pain was [\\d.]+ points lower afterwards \\(plausible: \\S+ to \\S+\\)\\.");
        assertThat(said.get(1))
                .startsWith("That is a change for the better. That is 2 points or more.")
                .doesNotContain("J Pain 2004"); // whoever is in pain reads no literature: it stands with the figures
        assertThat(said.get(2))
                .contains("quiet stretches of this diary. None of these stretches would have been called a change");
        assertThat(said.getLast()).isEqualTo("This cannot show that the session caused it.");
    }

    @Test
    void largeRise_isForTheWorse() {
        assertThat(quiet(4).get(1)).startsWith("That is a change for the worse.");
        assertThat(quiet(4).getFirst()).contains("points higher afterwards");
    }

    @Test
    void smallFall_isLessThanWhatMatters() {
        assertThat(quiet(-1.2).get(1))
                .startsWith("That is less than 2 points. So small a change may be measurement error");
    }

    /** The name of a measure keeps its capitals within a sentence. */
    @Test
    void noClearChange_saysHowFarEitherWay_andTheMeasureAsItIsCalled() {
        Setting named = new Setting("PHQ-9", PAIN.scale(), PAIN.reliableChange(), PAIN.smallestChange(), PAIN.source());
        double[] before = {5, 6, 4, 5, 6, 5, 4, 5, 6, 4, 5, 6, 5, 4, 5, 5, 6, 4, 5, 5};
        List<String> said = said(before, before.clone(), named);
        assertThat(said.getFirst())
                .startsWith("No clear change: PHQ-9 was ")
                .matches(".*\\(plausible: \\S+ (lower|higher) to \\S+ (lower|higher)\\)\\.");
    }

    @Test
    void tooFewEntries_areAskedFor() {
        assertThat(said(new double[] {}, new double[] {3, 4, 3, 2, 3, 3}, PAIN))
                .containsExactly("Too early to tell: 5 more entries before the first session would be needed.");
        assertThat(said(new double[] {3, 4, 5}, new double[] {}, PAIN))
                .containsExactly("Too early to tell: there are no entries after the first session yet.");
        List<String> early = said(new double[] {6, 5, 7}, new double[] {3, 4, 3, 2}, PAIN);
        assertThat(early.getFirst())
                .matches("Too early to tell: \\d+ more entries before the first session would be needed\\."
                        + " Afterwards 1 more entry would be needed as well\\.");
        assertThat(early.get(1)).startsWith("So far: Pain was ");
    }

    /** Nothing prints an interval of no width as knowledge. */
    @Test
    void entriesThatNeverDiffer_sayWhatCanBeKnown() {
        double[] same = new double[14];
        Arrays.fill(same, 5000);
        double[] other = new double[14];
        Arrays.fill(other, 3000);
        Setting steps = Setting.unknown("Steps", Diary.ofPhases(same, other, Better.LOWER));
        assertThat(said(same, same, steps).getFirst())
                .isEqualTo("Every entry is 5,000. Changes smaller than one step of the scale cannot be seen.");
        assertThat(said(same, other, steps))
                .first()
                .isEqualTo("Every entry before is 5,000, and every entry afterwards is 3,000.");
        assertThat(said(same, other, steps).getLast()).contains("nobody can tell whether it changed");
        double[] five = new double[14];
        Arrays.fill(five, 5);
        assertThat(said(five, five, PAIN).getLast()).startsWith("Every entry is 5.");
    }
}
