package org.stillpoint.web.supervision;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.practice.supervision.CaseReading.CaseView;
import org.stillpoint.record.Score0To10;
import org.stillpoint.words.CaseWords;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.HowItGoesWords;
import org.stillpoint.words.Speaker;

/** A case's pain by days that are only counted. */
final class CaseDrawing {
    private CaseDrawing() {}

    /** @return empty without a check-in */
    static Optional<Chart> of(CaseView seen, Size size, Speaker speaker) {
        if (seen.checkIns().isEmpty()) {
            return Optional.empty();
        }
        DiaryChart.Data data = new DiaryChart.Data(
                seen.checkIns().stream()
                        .map(one -> new DiaryChart.ChartEntry(
                                one.day(), one.answers().pain().value()))
                        .toList(),
                new DiaryChart.InDays(),
                Score0To10.LEAST,
                Score0To10.MOST,
                List.of(),
                List.of(),
                List.of(),
                seen.sessions().stream()
                        .map(one -> new DiaryChart.Occasion(
                                DiaryChart.OccasionKind.SESSION,
                                one.day(),
                                one.day(),
                                speaker.say(new CaseWords.OnDay(one.day()))))
                        .toList());
        return Optional.of(DiaryChart.of(
                data,
                new DiaryChart.Legend(
                        speaker.say(CheckInWords.PAIN),
                        speaker.say(HowItGoesWords.BEFORE_FIRST),
                        speaker.say(HowItGoesWords.EXPECTED),
                        speaker.say(HowItGoesWords.MEAN),
                        speaker.say(HowItGoesWords.SESSION),
                        speaker.say(HowItGoesWords.RELEASE),
                        speaker.say(HowItGoesWords.TOLD_EVENT),
                        speaker.say(HowItGoesWords.TOLD_EVENT_SPAN)),
                size,
                Labels.of(speaker.locale()),
                speaker.say(CaseWords.COURSE),
                speaker.say(new CaseWords.Counted(
                        seen.sessions().size(), seen.checkIns().size()))));
    }
}
