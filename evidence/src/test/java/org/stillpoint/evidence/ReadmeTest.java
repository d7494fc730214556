package org.stillpoint.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Diary;
import org.stillpoint.evidence.diary.DiaryAnalysis;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.evidence.diary.Turn;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {
        double[] days = IntStream.range(0, 42).asDoubleStream().toArray();
        double[] values = IntStream.range(0, 42)
                .mapToDouble(i -> (i < 14 ? 6 : 3) + i % 2)
                .toArray();

        Setting pain = Setting.of(Measures.find("pain").orElseThrow());
        Diary diary = Diary.of(days, values, 14, Better.LOWER); // "afterwards" counts from day 14
        DiaryReport report = DiaryAnalysis.analyse(diary, pain); // too few entries, or judged: numbers only
        Turn turn = Turn.of(report); // worse is worse however small; better must matter

        assertThat(report).isInstanceOf(DiaryReport.Judged.class);
        assertThat(turn).isEqualTo(Turn.BETTER);
    }
}
