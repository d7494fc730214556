package org.stillpoint.practice.asking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Records;

/** A questionnaire ends, whole or in part, within the unit of work of whatever ends it. */
public final class HandedInSheet {
    private HandedInSheet() {}

    /**
     * Its score joins the others where its rule gives one, and no other score of that day is kept. What an imported one adds up to stays with
     * its answers: nobody knows here which way is better. Answers to what was not asked in the end go.
     *
     * @param at when it was handed in
     * @param zone in which days are counted
     */
    public static FilledQuestionnaire of(Records records, FilledQuestionnaire kept, Instant at, ZoneId zone) {
        FilledQuestionnaire handedIn = records.filledQuestionnaires()
                .update(AskedSheet.of(records, kept).counted().handedIn(at));
        AskedSheet sheet = AskedSheet.of(records, handedIn);
        if (sheet.isMeasured()) {
            sheet.score()
                    .ifPresent(score -> keep(
                            records,
                            QuestionnaireScore.of(
                                    handedIn.client(), handedIn.instrument(), LocalDate.ofInstant(at, zone), score)));
        }
        return handedIn;
    }

    private static void keep(Records records, QuestionnaireScore made) {
        boolean another = records.questionnaireScores().list(made.client()).stream()
                .anyMatch(each -> each.isOfSameDay(made) && each.score() != made.score());
        if (!another) {
            records.questionnaireScores().addAll(made.client(), List.of(made));
        }
    }
}
