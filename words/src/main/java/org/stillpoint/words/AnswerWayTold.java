package org.stillpoint.words;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ImportedItem;

/** How a question of an imported questionnaire can be answered, in a line: its own answers, or what else it takes. */
public final class AnswerWayTold {
    private AnswerWayTold() {}

    public static String of(ImportedItem item, Speaker speaker) {
        List<String> told = new ArrayList<>();
        switch (item.way()) {
            case AnswerWay.ByChoice choice -> {
                choice.options().forEach(option -> told.add(option.text()));
                if (choice.orOwnWords()) {
                    told.add(speaker.say(ImportedWords.OR_OWN_WORDS));
                }
                if (choice.several()) {
                    told.add(speaker.say(ImportedWords.SEVERAL));
                }
            }
            case AnswerWay.ByYesNo yesNo -> told.add(speaker.say(ImportedWords.BY_YES_NO));
            case AnswerWay.ByNumber number -> told.add(speaker.say(ImportedWords.BY_NUMBER));
            case AnswerWay.ByWords words -> told.add(speaker.say(ImportedWords.BY_WORDS));
            case AnswerWay.ByDay day -> told.add(speaker.say(ImportedWords.BY_DAY));
        }
        if (item.required()) {
            told.add(speaker.say(ImportedWords.IS_REQUIRED));
        }
        if (!item.rules().isEmpty()) {
            told.add(speaker.say(ImportedWords.UNDER_A_CONDITION));
        }
        return String.join(" \u00b7 ", told);
    }
}
