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
     * Its score joins the others where its rule gives one, and no other score of that day is kept.
     *
     * @param at when it was handed in
     * @param zone in which days are counted
     */
    public static FilledQuestionnaire of(Records records, FilledQuestionnaire kept, Instant at, ZoneId zone) {
        FilledQuestionnaire handedIn = records.filledQuestionnaires().update(kept.handedIn(at));
        AskedSheet.of(handedIn)
                .score()
                .ifPresent(score -> keep(
                        records,
                        QuestionnaireScore.of(
                                handedIn.client(), handedIn.instrument(), LocalDate.ofInstant(at, zone), score)));
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
