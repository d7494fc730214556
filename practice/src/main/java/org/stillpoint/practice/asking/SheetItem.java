package org.stillpoint.practice.asking;

import java.util.List;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ItemAnswer;

/**
 * One item of a questionnaire as it is asked.
 *
 * @param above what its form says before it
 * @param text what is asked
 * @param input how it is answered
 * @param required whether its form calls for an answer; nobody is made to give one
 */
public record SheetItem(List<String> above, String text, SheetInput input, boolean required) {

    /** How an item is answered. */
    public sealed interface SheetInput {}

    /**
     * By one tap.
     *
     * @param choices in the order of the form
     * @param orOwnWords whether it can be said in own words instead
     */
    public record ByTap(List<SheetChoice> choices, boolean orOwnWords) implements SheetInput {}

    /**
     * By any number of ticks.
     *
     * @param choices in the order of the form
     * @param orOwnWords whether something can be said in own words beside them
     */
    public record ByTicks(List<SheetChoice> choices, boolean orOwnWords) implements SheetInput {}

    /**
     * By a tap on one of the numbers between two ends.
     *
     * @param low what the lowest means
     * @param high what the highest means
     */
    public record OnScale(List<SheetChoice> numbers, String low, String high) implements SheetInput {}

    /** By something typed: a number, words or a day. */
    public record ByTyping(AnswerWay way) implements SheetInput {}

    /**
     * One way to answer.
     *
     * @param text as the form words it; empty of a yes or a no, for which forms have no words
     */
    public record SheetChoice(ItemAnswer answer, String text) {}
}
