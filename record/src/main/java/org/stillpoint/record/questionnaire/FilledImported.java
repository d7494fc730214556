package org.stillpoint.record.questionnaire;

import java.util.Optional;
import java.util.SortedMap;

/**
 * What a client handed in of a questionnaire that the practice imported.
 *
 * @param form the edition that they filled in
 */
public record FilledImported(FilledQuestionnaire filled, ImportedQuestionnaire form) {

    /** The answers to what was asked, by number of the item. */
    public SortedMap<Integer, ItemAnswer> answers() {
        return form.asked(filled.answers());
    }

    /** Whether everything is answered that the form calls for. */
    public boolean isWhole() {
        SortedMap<Integer, ItemAnswer> answers = answers();
        return form.numbersAsked(answers).stream()
                .allMatch(number -> !form.item(number).required() || answers.containsKey(number));
    }

    /**
     * Which of the item's own answers it is; empty where it is of another kind.
     *
     * @param answer one of those to this item ({@link ItemAnswer#each})
     */
    public Optional<AnswerWay.AnswerOption> chosen(int item, ItemAnswer.SingleAnswer answer) {
        return form.item(item).way() instanceof AnswerWay.ByChoice choice
                        && answer instanceof ItemAnswer.ChoiceAnswer chosen
                ? Optional.of(choice.option(chosen))
                : Optional.empty();
    }

    /** Hides what was answered: it belongs to the client alone. */
    @Override
    public String toString() {
        return "FilledImported(" + filled.id() + ", private)";
    }
}
