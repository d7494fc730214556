package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;

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

        /** @param answer empty where there is none */
        boolean holds(Optional<ItemAnswer> answer) {
            return switch (test) {
                case IS_ANSWERED -> answer.isPresent();
                case IS_NOT_ANSWERED -> answer.isEmpty();
                case EQUALS -> answer.isPresent() && answer.equals(with);
                case DIFFERS -> answer.isPresent() && !answer.equals(with);
                case MORE -> compared(answer).filter(by -> by > 0).isPresent();
                case LESS -> compared(answer).filter(by -> by < 0).isPresent();
                case AT_LEAST -> compared(answer).filter(by -> by >= 0).isPresent();
                case AT_MOST -> compared(answer).filter(by -> by <= 0).isPresent();
            };
        }

        private Optional<Integer> compared(Optional<ItemAnswer> answer) {
            return number(answer).flatMap(said -> number(with).map(said::compareTo));
        }

        private static Optional<BigDecimal> number(Optional<ItemAnswer> answer) {
            return answer.flatMap(
                    said -> said instanceof NumberAnswer number ? Optional.of(number.value()) : Optional.empty());
        }
    }
}
