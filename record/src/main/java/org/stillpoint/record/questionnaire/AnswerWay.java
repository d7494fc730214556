package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.DayAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.SingleAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;

/** How one item of an imported questionnaire is answered. */
public sealed interface AnswerWay {

    /** Whether somebody may answer so. */
    boolean takes(ItemAnswer answer);

    /**
     * By one of its own answers, or several of them.
     *
     * @param options as its form has them, in its order
     * @param orOwnWords whether the client may answer in their own words instead; of several answers, beside them too
     * @param several whether any number of them is taken
     */
    record ByChoice(List<AnswerOption> options, boolean orOwnWords, boolean several) implements AnswerWay {
        /** Own choice, 2026: more are no list that a person reads on a phone. */
        public static final int MOST_OPTIONS = 50;

        public ByChoice {
            options = List.copyOf(options);
            if (options.isEmpty() || options.size() > MOST_OPTIONS) {
                throw new BadValue("options", options.size() + " of them", "1 to " + MOST_OPTIONS);
            }
        }

        @Override
        public boolean takes(ItemAnswer answer) {
            return answer instanceof SeveralAnswers == several
                    && answer.each().stream().allMatch(this::isOne);
        }

        private boolean isOne(SingleAnswer answer) {
            return switch (answer) {
                case ChoiceAnswer choice -> choice.option() <= options.size();
                case WordsAnswer words -> orOwnWords;
                case NumberAnswer _, YesNoAnswer _, DayAnswer _ -> false;
            };
        }

        public AnswerOption option(ChoiceAnswer chosen) {
            return options.get(chosen.option() - 1);
        }
    }

    /**
     * One of an item's own answers.
     *
     * @param system of its code; empty where it has none
     * @param code empty where it has none
     * @param text as it is read
     * @param value what it counts; empty where it counts nothing
     */
    record AnswerOption(String system, String code, String text, Optional<BigDecimal> value) {
        public AnswerOption {
            value = value.map(BigDecimal::stripTrailingZeros);
            if (text.isBlank()) {
                throw new BadValue("option", "without words", "one with words");
            }
        }
    }

    /** By yes or no. */
    record ByYesNo() implements AnswerWay {
        @Override
        public boolean takes(ItemAnswer answer) {
            return answer instanceof YesNoAnswer;
        }
    }

    /**
     * By a number.
     *
     * @param whole whether no decimals are taken
     * @param low the least that is taken; empty where there is none
     * @param high the most that is taken; empty where there is none
     */
    record ByNumber(boolean whole, Optional<BigDecimal> low, Optional<BigDecimal> high) implements AnswerWay {
        public ByNumber {
            low = low.map(BigDecimal::stripTrailingZeros);
            high = high.map(BigDecimal::stripTrailingZeros);
        }

        @Override
        public boolean takes(ItemAnswer answer) {
            return answer instanceof NumberAnswer number
                    && (!whole || number.isWhole())
                    && low.filter(least -> number.value().compareTo(least) < 0).isEmpty()
                    && high.filter(most -> number.value().compareTo(most) > 0).isEmpty();
        }
    }

    /**
     * In the client's own words.
     *
     * @param many whether on more than one line
     * @param most characters
     */
    record ByWords(boolean many, int most) implements AnswerWay {
        public ByWords {
            if (most < 1 || most > ItemAnswer.MOST_CHARACTERS) {
                throw new BadValue("characters", String.valueOf(most), "1 to " + ItemAnswer.MOST_CHARACTERS);
            }
        }

        @Override
        public boolean takes(ItemAnswer answer) {
            return answer instanceof WordsAnswer said && said.words().value().length() <= most;
        }
    }

    /** By a day. */
    record ByDay() implements AnswerWay {
        @Override
        public boolean takes(ItemAnswer answer) {
            return answer instanceof DayAnswer;
        }
    }
}
