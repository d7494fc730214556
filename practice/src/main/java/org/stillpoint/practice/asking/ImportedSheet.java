package org.stillpoint.practice.asking;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.stillpoint.practice.asking.SheetItem.ByTap;
import org.stillpoint.practice.asking.SheetItem.ByTicks;
import org.stillpoint.practice.asking.SheetItem.ByTyping;
import org.stillpoint.practice.asking.SheetItem.SheetChoice;
import org.stillpoint.practice.asking.SheetItem.SheetInput;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;

/**
 * One that the practice imported, in the edition that is filled in. Nothing is read out of its answers but their sum.
 *
 * @param filled what is answered
 * @param imported what is asked
 */
record ImportedSheet(FilledQuestionnaire filled, ImportedQuestionnaire imported) implements AskedSheet {

    @Override
    public String name() {
        return imported.form().title();
    }

    @Override
    public List<Integer> asked() {
        return imported.numbersAsked(filled.answers());
    }

    @Override
    public SheetItem item(int item) {
        ImportedItem asked = imported.item(item);
        return new SheetItem(
                imported.saidBefore(item, filled.answers()), asked.text(), input(asked.way()), asked.required());
    }

    private static SheetInput input(AnswerWay way) {
        return switch (way) {
            case AnswerWay.ByChoice choice ->
                choice.several()
                        ? new ByTicks(choices(choice), choice.orOwnWords())
                        : new ByTap(choices(choice), choice.orOwnWords());
            case AnswerWay.ByYesNo yesNo ->
                new ByTap(
                        List.of(
                                new SheetChoice(new YesNoAnswer(true), ""),
                                new SheetChoice(new YesNoAnswer(false), "")),
                        false);
            case AnswerWay.ByNumber number -> new ByTyping(number);
            case AnswerWay.ByWords words -> new ByTyping(words);
            case AnswerWay.ByDay day -> new ByTyping(day);
        };
    }

    private static List<SheetChoice> choices(AnswerWay.ByChoice choice) {
        return IntStream.rangeClosed(1, choice.options().size())
                .mapToObj(option -> new SheetChoice(
                        new ChoiceAnswer(option),
                        choice.options().get(option - 1).text()))
                .toList();
    }

    @Override
    public boolean takes(int item, ItemAnswer answer) {
        return asked().contains(item) && imported.item(item).way().takes(answer);
    }

    @Override
    public boolean tellsOfSelfHarm(int item, ItemAnswer answer) {
        return false;
    }

    @Override
    public boolean isScored() {
        return imported.isScored();
    }

    @Override
    public OptionalDouble score() {
        Optional<BigDecimal> sum = imported.sum(filled.answers());
        return sum.isPresent() ? OptionalDouble.of(sum.get().doubleValue()) : OptionalDouble.empty();
    }

    @Override
    public boolean isMeasured() {
        return false;
    }

    @Override
    public String credit() {
        return imported.form().copyright();
    }

    @Override
    public List<String> ending() {
        return imported.saidLast(filled.answers());
    }

    @Override
    public AskedSheet answered(FilledQuestionnaire otherwise) {
        return new ImportedSheet(otherwise, imported);
    }

    @Override
    public FilledQuestionnaire counted() {
        return filled.withOnly(imported.asked(filled.answers()));
    }
}
