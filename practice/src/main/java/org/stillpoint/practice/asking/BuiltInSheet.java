package org.stillpoint.practice.asking;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.evidence.questionnaire.Instrument;
import org.stillpoint.evidence.questionnaire.Instrument.InstrumentKind;
import org.stillpoint.evidence.questionnaire.InstrumentText;
import org.stillpoint.practice.asking.SheetItem.ByTap;
import org.stillpoint.practice.asking.SheetItem.OnScale;
import org.stillpoint.practice.asking.SheetItem.SheetChoice;
import org.stillpoint.practice.asking.SheetItem.SheetInput;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;

/**
 * One of the table of instruments.
 *
 * @param filled what is answered
 * @param instrument how it is answered and scored
 * @param text its wording in the language in which it is asked
 */
record BuiltInSheet(FilledQuestionnaire filled, Instrument instrument, InstrumentText text) implements AskedSheet {

    @Override
    public String name() {
        return new AskedForm.BuiltInForm(instrument).name();
    }

    @Override
    public List<Integer> asked() {
        return IntStream.rangeClosed(1, instrument.asked(filled.activities().size()))
                .boxed()
                .toList();
    }

    @Override
    public SheetItem item(int item) {
        String stem = mostActivities() > 0 && !filled.activities().isEmpty() ? text.again() : text.stem();
        return new SheetItem(
                stem.isEmpty() ? List.of() : List.of(stem),
                mostActivities() > 0
                        ? filled.activities().get(item - 1).value()
                        : text.items().get(item - 1),
                input(item),
                false);
    }

    private SheetInput input(int item) {
        return instrument.kind() == InstrumentKind.CHOICES
                ? new ByTap(
                        text.choices().stream()
                                .map(choice -> new SheetChoice(ItemAnswer.number(choice.value()), choice.text()))
                                .toList(),
                        false)
                : new OnScale(
                        IntStream.rangeClosed(instrument.low(), instrument.high())
                                .mapToObj(value -> new SheetChoice(ItemAnswer.number(value), String.valueOf(value)))
                                .toList(),
                        text.ends(item).low(),
                        text.ends(item).high());
    }

    @Override
    public boolean takes(int item, ItemAnswer answer) {
        return item <= items() && isNumber(answer) && instrument.takes(item, number(answer));
    }

    @Override
    public boolean tellsOfSelfHarm(int item, ItemAnswer answer) {
        return isNumber(answer) && instrument.tellsOfSelfHarm(item, number(answer));
    }

    private static boolean isNumber(ItemAnswer answer) {
        return answer instanceof NumberAnswer number && number.isWhole();
    }

    private static int number(ItemAnswer answer) {
        if (answer instanceof NumberAnswer number && number.isWhole()) {
            return number.value().intValueExact();
        }
        throw new BadValue("answer", "no whole number", "one of the form");
    }

    @Override
    public boolean isScored() {
        return true;
    }

    @Override
    public OptionalDouble score() {
        Map<Integer, Integer> numbers = filled.answers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> number(entry.getValue())));
        return instrument.score(numbers, filled.activities().size());
    }

    @Override
    public boolean isMeasured() {
        return true;
    }

    @Override
    public String credit() {
        return text.credit();
    }

    @Override
    public List<String> ending() {
        return List.of();
    }

    @Override
    public AskedSheet answered(FilledQuestionnaire otherwise) {
        return new BuiltInSheet(otherwise, instrument, text);
    }

    @Override
    public FilledQuestionnaire counted() {
        return filled;
    }

    @Override
    public int mostActivities() {
        return instrument.kind() == InstrumentKind.OWN_ACTIVITIES ? instrument.items() : 0;
    }

    @Override
    public String namingStem() {
        return text.stem();
    }
}
