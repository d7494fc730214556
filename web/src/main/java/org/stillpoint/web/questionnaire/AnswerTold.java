package org.stillpoint.web.questionnaire;

import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.DayAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.words.AsTyped;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Speaker;

/** An answer as it is read. */
public final class AnswerTold {
    private AnswerTold() {}

    /** In the words of the form, where it has some; empty where nothing is said. */
    static String of(AskedSheet sheet, int item, Speaker speaker) {
        return sheet.answer(item)
                .map(answer -> of(answer, sheet.formWords(item), speaker))
                .orElse("");
    }

    /** @param formWords what the form calls it; empty where it has no words for it */
    public static String of(ItemAnswer answer, Optional<String> formWords, Speaker speaker) {
        return formWords.orElseGet(() -> switch (answer) {
            case NumberAnswer number -> speaker.number(new AsTyped(number.value()));
            case ChoiceAnswer choice -> speaker.number(choice.option());
            case SeveralAnswers several ->
                several.each().stream()
                        .map(each -> of(each, Optional.empty(), speaker))
                        .collect(Collectors.joining("; "));
            case WordsAnswer said -> said.words().value();
            case YesNoAnswer said -> speaker.say(said.yes() ? ConsentWords.YES : ConsentWords.NO);
            case DayAnswer on -> speaker.shortDay(on.day());
        });
    }
}
