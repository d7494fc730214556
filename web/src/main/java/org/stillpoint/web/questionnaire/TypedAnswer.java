package org.stillpoint.web.questionnaire;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.SheetItem.ByTap;
import org.stillpoint.practice.asking.SheetItem.ByTicks;
import org.stillpoint.practice.asking.SheetItem.ByTyping;
import org.stillpoint.practice.asking.SheetItem.OnScale;
import org.stillpoint.practice.asking.SheetItem.SheetChoice;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.DayAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;

/** From what a form sends to an answer, and back. */
final class TypedAnswer {
    /** The field of a typed answer. */
    static final String FIELD = "typed";

    /** The field of ticks. */
    static final String TICKED = "several";

    private static final String ANSWER = "answer";
    private static final String SKIP = "skip";

    /** Plain digits, as people type them. */
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,9}([.,]\\d{1,9})?");

    private TypedAnswer() {}

    /** Whether the button that leaves the item out was pressed. */
    static boolean isLeftOut(Form form) {
        return form.raw(ANSWER).equals(SKIP);
    }

    /** What a button of a choice sends. */
    static String code(ItemAnswer answer) {
        return switch (answer) {
            case NumberAnswer number -> number.value().toPlainString();
            case ChoiceAnswer choice -> String.valueOf(choice.option());
            case YesNoAnswer said -> said.yes() ? "yes" : "no";
            case SeveralAnswers several -> TICKED;
            case WordsAnswer said -> FIELD;
            case DayAnswer on -> FIELD;
        };
    }

    /**
     * The answer that was sent; empty where it is typed and there is a problem, which is then noted beside its field.
     *
     * @throws BadValue if no button of the page was pressed
     */
    static Optional<ItemAnswer> of(AskedSheet sheet, int item, Form form) {
        return switch (sheet.item(item).input()) {
            case ByTap tap
            when tap.orOwnWords() && form.raw(ANSWER).equals(FIELD) -> words(form, ItemAnswer.MOST_CHARACTERS);
            case ByTap tap -> Optional.of(tapped(tap.choices(), form));
            case ByTicks ticks -> ticked(ticks, form);
            case OnScale scale -> Optional.of(tapped(scale.numbers(), form));
            case ByTyping typing -> typed(typing.way(), form);
        };
    }

    private static ItemAnswer tapped(List<SheetChoice> choices, Form form) {
        String sent = form.raw(ANSWER);
        return choices.stream()
                .map(SheetChoice::answer)
                .filter(answer -> code(answer).equals(sent))
                .findFirst()
                .orElseThrow(() -> new BadValue(ANSWER, "of " + sent.length() + " characters", "one of the buttons"));
    }

    private static Optional<ItemAnswer> ticked(ByTicks ticks, Form form) {
        TreeSet<Integer> options = new TreeSet<>();
        for (SheetChoice choice : ticks.choices()) {
            if (choice.answer() instanceof ChoiceAnswer one && form.chosen(TICKED, code(one))) {
                options.add(one.option());
            }
        }
        if (options.size() < Set.copyOf(form.all(TICKED)).size()) {
            throw new BadValue(TICKED, form.all(TICKED).size() + " of them", "those of the page");
        }
        PrivateText words = ticks.orOwnWords() ? form.text(FIELD) : PrivateText.NONE;
        if (form.good() && options.isEmpty() && words.isEmpty()) {
            form.problems().add(TICKED, AskingWords.SEVERAL_NEEDED);
        }
        return form.good() ? Optional.of(new SeveralAnswers(options, words)) : Optional.empty();
    }

    private static Optional<ItemAnswer> typed(AnswerWay way, Form form) {
        return switch (way) {
            case AnswerWay.ByNumber number -> number(number, form);
            case AnswerWay.ByWords words -> words(form, words.most());
            case AnswerWay.ByDay day -> day(form);
            case AnswerWay.ByChoice choice -> throw new IllegalStateException("choices are tapped");
            case AnswerWay.ByYesNo yesNo -> throw new IllegalStateException("yes and no are tapped");
        };
    }

    private static Optional<ItemAnswer> number(AnswerWay.ByNumber way, Form form) {
        String typed = form.raw(FIELD).strip();
        Optional<ItemAnswer> number = NUMBER.matcher(typed).matches()
                ? Optional.of(new NumberAnswer(new BigDecimal(typed.replace(',', '.'))))
                : Optional.empty();
        if (number.filter(way::takes).isEmpty()) {
            form.problems().add(FIELD, needed(way));
            return Optional.empty();
        }
        return number;
    }

    private static Message needed(AnswerWay.ByNumber way) {
        if (way.low().isPresent() && way.high().isPresent()) {
            BigDecimal low = way.low().get();
            BigDecimal high = way.high().get();
            return way.whole()
                    ? new FormWords.WholeNumberBetween(low.intValue(), high.intValue())
                    : new FormWords.NumberBetween(low.doubleValue(), high.doubleValue());
        }
        if (way.low().isPresent()) {
            return new AskingWords.NumberFrom(way.low().get().doubleValue());
        }
        return way.high().isPresent()
                ? new AskingWords.NumberUpTo(way.high().get().doubleValue())
                : way.whole() ? AskingWords.WHOLE_NUMBER_NEEDED : FormWords.NUMBER_NEEDED;
    }

    private static Optional<ItemAnswer> words(Form form, int most) {
        PrivateText typed = form.text(FIELD);
        if (form.good() && typed.isEmpty()) {
            form.problems().add(FIELD, AskingWords.WORDS_NEEDED);
        } else if (typed.value().length() > most) {
            form.problems().add(FIELD, new FormWords.TooLong(typed.value().length(), most));
        }
        return form.good() ? Optional.of(new WordsAnswer(typed)) : Optional.empty();
    }

    private static Optional<ItemAnswer> day(Form form) {
        try {
            return Optional.of(new DayAnswer(LocalDate.parse(form.raw(FIELD).strip())));
        } catch (DateTimeParseException notADay) {
            form.problems().add(FIELD, AskingWords.DAY_NEEDED);
            return Optional.empty();
        }
    }

    /** What was typed before, as it is typed. */
    static Form before(AskedSheet sheet, int item) {
        return sheet.answer(item)
                .map(answer -> answer instanceof SeveralAnswers several
                        ? ticked(several)
                        : text(answer)
                                .map(text -> Form.of(Map.of(FIELD, List.of(text))))
                                .orElseGet(Form::empty))
                .orElseGet(Form::empty);
    }

    private static Form ticked(SeveralAnswers several) {
        return Form.of(Map.of(
                TICKED,
                several.options().stream().map(String::valueOf).toList(),
                FIELD,
                List.of(several.words().value())));
    }

    private static Optional<String> text(ItemAnswer answer) {
        return switch (answer) {
            case NumberAnswer number -> Optional.of(number.value().toPlainString());
            case WordsAnswer said -> Optional.of(said.words().value());
            case DayAnswer on -> Optional.of(on.day().toString());
            case ChoiceAnswer choice -> Optional.empty();
            case SeveralAnswers several -> Optional.empty();
            case YesNoAnswer said -> Optional.empty();
        };
    }
}
