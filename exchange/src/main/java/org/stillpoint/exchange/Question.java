package org.stillpoint.exchange;

import java.util.List;
import org.stillpoint.words.Message;

/**
 * What has to be asked before anything can be said of a table: it could be understood in two ways.
 *
 * @param about what is to be chosen
 * @param found what was found, as a sentence without its full stop
 * @param answer how the command line answers it, as the end of that sentence; a page has a field for each subject
 * @param choices what can be answered, as far as the table says so: texts of {@code COLUMN=VALUE}, names of sheets, orders of dates
 */
public record Question(QuestionSubject about, Message found, String answer, List<String> choices) {

    public Question {
        choices = List.copyOf(choices);
    }

    public Question(QuestionSubject about, Message found, String answer) {
        this(about, found, answer, List.of());
    }

    /** What a question is about. */
    public enum QuestionSubject {
        ENCODING,
        SHEET,
        DATES,
        DECIMAL,
        TIME_UNIT,
        /** At which day the day numbers start. */
        DAY_NUMBERS,
        FAR_APART,
        SAME_MOMENT,
        /** Whose rows, or which of several measures. */
        WHOSE,
        /** What the columns hold. */
        COLUMNS,
        /** Whether a value stands for no answer. */
        CODE,
        LAYOUT,
        /** How strong the pain of a mark without intensity was. */
        MARKS
    }
}
