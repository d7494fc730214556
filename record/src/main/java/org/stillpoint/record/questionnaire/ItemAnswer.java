package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/** What somebody answered to one item of a questionnaire. Each hides itself: it belongs to the client alone. */
public sealed interface ItemAnswer {
    /** Own choice, 2026: a page of paper. */
    int MOST_CHARACTERS = 4000;

    /** Own choice, 2026: no amount that a person tells has more digits; R4 asks programs for 18. */
    int MOST_DIGITS = 18;

    /** A whole number, or one with decimals. Equal numbers are equal, however many zeros they were typed with. */
    record NumberAnswer(BigDecimal value) implements ItemAnswer {
        public NumberAnswer {
            BigDecimal plain = value.stripTrailingZeros();
            value = plain.scale() < 0 ? plain.setScale(0) : plain;
            if (value.precision() > MOST_DIGITS || value.scale() > MOST_DIGITS) {
                throw new BadValue("answer", "a number of many digits", "up to " + MOST_DIGITS + " of them");
            }
        }

        public boolean isWhole() {
            return value.scale() == 0;
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /** @param option which of the item's own answers, from 1 */
    record ChoiceAnswer(int option) implements ItemAnswer {
        public ChoiceAnswer {
            if (option < 1) {
                throw new BadValue("answer", String.valueOf(option), "1 or more");
            }
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /** In their own words. */
    record WordsAnswer(PrivateText words) implements ItemAnswer {
        public WordsAnswer {
            if (words.isEmpty() || words.value().length() > MOST_CHARACTERS) {
                throw new BadValue("answer", "of " + words.value().length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }

    record YesNoAnswer(boolean yes) implements ItemAnswer {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record DayAnswer(LocalDate day) implements ItemAnswer {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    String HIDDEN = "(private)";

    static ItemAnswer number(int value) {
        return new NumberAnswer(BigDecimal.valueOf(value));
    }
}
