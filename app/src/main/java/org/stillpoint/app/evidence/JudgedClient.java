package org.stillpoint.app.evidence;

import java.io.Serializable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.evidence.DiaryOptions.PersonReport;
import org.stillpoint.app.evidence.DiaryOptions.StartedReport;
import org.stillpoint.app.evidence.DiaryOptions.WaitingReport;
import org.stillpoint.evidence.diary.DiaryReport;
import org.stillpoint.evidence.diary.Turn;
import org.stillpoint.evidence.diary.Verdict;

/**
 * What is kept of one client among many.
 *
 * @param entriesBefore entries before the start; of somebody who has not started, all
 * @param missing rows without a value
 * @param verdict null where the client has not started
 * @param turn null where the client has not started
 * @param judged null where there are too few entries for both fits
 */
public record JudgedClient(
        String person,
        int entriesBefore,
        int entriesAfter,
        int missing,
        @Nullable Verdict verdict,
        @Nullable Turn turn,
        @Nullable JudgedChange judged)
        implements Serializable {

    /**
     * The change of a client with enough entries.
     *
     * @param better whether it is for the better
     * @param change after minus before, in points
     * @param interval ends of the 95 % interval
     * @param falseAlarmRate share of pretended starts at which the rule calls a change, 0 to 1
     */
    public record JudgedChange(boolean better, double change, double[] interval, double falseAlarmRate)
            implements Serializable {

        private static JudgedChange of(DiaryReport.Judged judged) {
            var change = judged.deciding().levelOnly().change();
            return new JudgedChange(
                    judged.better(),
                    change.mean(),
                    change.interval(0.95),
                    judged.falseAlarms().rate());
        }
    }

    static JudgedClient of(PersonReport answer) {
        return switch (answer) {
            case WaitingReport waiting ->
                new JudgedClient(waiting.person(), waiting.entries(), 0, waiting.missing(), null, null, null);
            case StartedReport started -> {
                DiaryReport report = started.report();
                yield new JudgedClient(
                        started.person(),
                        report.diary().sizeBefore(),
                        report.diary().sizeAfter(),
                        started.missing(),
                        report.verdict(),
                        Turn.of(report),
                        report.judged().map(JudgedChange::of).orElse(null));
            }
        };
    }

    /** As every answer in JSON says it. */
    public JsonAnswer json() {
        JsonAnswer json = new JsonAnswer()
                .put("person", person)
                .put("nBefore", entriesBefore)
                .put("nAfter", entriesAfter)
                .put("missing", missing)
                .put("verdict", verdict == null ? DiaryCommand.NOT_STARTED : DiarySaid.of(verdict));
        if (verdict == null) {
            return json;
        }
        Optional<JudgedChange> change = Optional.ofNullable(judged);
        return json.put("better", change.map(JudgedChange::better).orElse(null))
                .put("change", change.map(JudgedChange::change).orElse(null))
                .put("cri95", change.map(JudgedChange::interval).orElse(null))
                .put("falseAlarmRate", change.map(JudgedChange::falseAlarmRate).orElse(null));
    }
}
