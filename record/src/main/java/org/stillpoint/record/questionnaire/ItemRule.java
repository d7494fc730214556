package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SingleAnswer;

/**
 * When an item is asked at all: by what was answered before. An item that is not asked has no answer.
 *
 * @param all whether every condition has to hold, or one of them
 * @param conditions one at least
 */
public record ItemRule(boolean all, List<AnswerCondition> conditions) {
    public ItemRule {
        conditions = List.copyOf(conditions);
        if (conditions.isEmpty()) {
            throw new BadValue("conditions", "none", "one at least");
        }
    }

    /** @param counted the answers to what is asked, by number of the item */
    boolean holds(Map<Integer, ItemAnswer> counted) {
        Predicate<AnswerCondition> one =
                condition -> condition.holds(Optional.ofNullable(counted.get(condition.item())));
        return all ? conditions.stream().allMatch(one) : conditions.stream().anyMatch(one);
    }

    /** How an answer is compared. A constant's name is kept: it is never changed. */
    public enum AnswerTest {
        IS_ANSWERED,
        IS_NOT_ANSWERED,
        EQUALS,
        DIFFERS,
        MORE,
        LESS,
        AT_LEAST,
        AT_MOST
    }

    /**
     * One condition.
     *
     * @param item whose answer, by number
     * @param test how it is compared
     * @param with what it is compared with; empty where it is only asked whether there is one
     */
    public record AnswerCondition(int item, AnswerTest test, Optional<ItemAnswer> with) {
        public AnswerCondition {
            boolean alone = test == AnswerTest.IS_ANSWERED || test == AnswerTest.IS_NOT_ANSWERED;
            if (alone == with.isPresent()) {
                throw new BadValue("condition", test.name(), "with what it is compared with");
            }
        }

        /**
         * Of several answers one is enough; an answer differs where none of them is the one (FHIR R4, questionnaire-enable-operator).
         *
         * @param answer empty where there is none
         */
        boolean holds(Optional<ItemAnswer> answer) {
            List<SingleAnswer> each = answer.map(ItemAnswer::each).orElse(List.of());
            return switch (test) {
                case IS_ANSWERED -> answer.isPresent();
                case IS_NOT_ANSWERED -> answer.isEmpty();
                case EQUALS -> each.stream().anyMatch(this::isIt);
                case DIFFERS -> !each.isEmpty() && each.stream().noneMatch(this::isIt);
                case MORE -> compared(each).anyMatch(by -> by > 0);
                case LESS -> compared(each).anyMatch(by -> by < 0);
                case AT_LEAST -> compared(each).anyMatch(by -> by >= 0);
                case AT_MOST -> compared(each).anyMatch(by -> by <= 0);
            };
        }

        private boolean isIt(SingleAnswer answer) {
            return Optional.of(answer).equals(with);
        }

        private IntStream compared(List<SingleAnswer> each) {
            return number(with).stream()
                    .flatMapToInt(bound -> each.stream()
                            .flatMap(answer -> number(Optional.of(answer)).stream())
                            .mapToInt(said -> said.compareTo(bound)));
        }

        private static Optional<BigDecimal> number(Optional<ItemAnswer> answer) {
            return answer.flatMap(
                    said -> said instanceof NumberAnswer number ? Optional.of(number.value()) : Optional.empty());
        }
    }
}
