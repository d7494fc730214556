package org.stillpoint.record.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;

/** What somebody answered to one item of a questionnaire. Each hides itself: it belongs to the client alone. */
public sealed interface ItemAnswer {
    /** Own choice, 2026: a page of paper. */
    int MOST_CHARACTERS = 4000;

    /** Own choice, 2026: no amount that a person tells has more digits; R4 asks programs for 18. */
    int MOST_DIGITS = 18;

    /** One answer alone. */
    sealed interface SingleAnswer extends ItemAnswer {
        @Override
        default List<SingleAnswer> each() {
            return List.of(this);
        }
    }

    /** A whole number, or one with decimals. Equal numbers are equal, however many zeros they were typed with. */
    record NumberAnswer(BigDecimal value) implements SingleAnswer {
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
    record ChoiceAnswer(int option) implements SingleAnswer {
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
    record WordsAnswer(PrivateText words) implements SingleAnswer {
        public WordsAnswer {
            if (words.isEmpty() || words.value().length() > MOST_CHARACTERS) {
                throw new BadValue("answer", "of " + words.value().length() + " characters", "1 to " + MOST_CHARACTERS);
            }
        }
    }

    record YesNoAnswer(boolean yes) implements SingleAnswer {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    record DayAnswer(LocalDate day) implements SingleAnswer {
        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /**
     * Several to one item that takes several: of one and the same there is one.
     *
     * @param options which of the item's own answers, from 1; none where there are words alone
     * @param words in their own words beside these; empty where there are none
     */
    record SeveralAnswers(SortedSet<Integer> options, PrivateText words) implements ItemAnswer {
        public SeveralAnswers {
            options = Collections.unmodifiableSortedSet(new TreeSet<>(options));
            if (options.isEmpty() && words.isEmpty()) {
                throw new BadValue("answers", "none", "1 or more");
            }
            if ((!options.isEmpty() && options.first() < 1) || words.value().length() > MOST_CHARACTERS) {
                throw new BadValue("answers", "out of range", "options from 1, words up to " + MOST_CHARACTERS);
            }
        }

        /** Those together, of which own words are one at most. */
        public static SeveralAnswers of(List<SingleAnswer> each) {
            TreeSet<Integer> options = new TreeSet<>();
            PrivateText words = PrivateText.NONE;
            for (SingleAnswer one : each) {
                switch (one) {
                    case ChoiceAnswer chosen -> options.add(chosen.option());
                    case WordsAnswer said -> words = said.words();
                    case NumberAnswer _, YesNoAnswer _, DayAnswer _ ->
                        throw new BadValue("answers", "of another kind", "the item's own answers, and words");
                }
            }
            return new SeveralAnswers(options, words);
        }

        @Override
        public List<SingleAnswer> each() {
            return Stream.concat(
                            options.stream().<SingleAnswer>map(ChoiceAnswer::new),
                            Stream.of(words).filter(said -> !said.isEmpty()).map(WordsAnswer::new))
                    .toList();
        }

        @Override
        public String toString() {
            return HIDDEN;
        }
    }

    /** Each answer in it, one at least: of several those of the item in its order, then own words. */
    List<SingleAnswer> each();

    String HIDDEN = "(private)";

    static ItemAnswer number(int value) {
        return new NumberAnswer(BigDecimal.valueOf(value));
    }
}
