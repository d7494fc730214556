package org.stillpoint.practice.asking;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.questionnaire.Instrument;
import org.stillpoint.evidence.questionnaire.Instrument.InstrumentKind;
import org.stillpoint.evidence.questionnaire.InstrumentText;
import org.stillpoint.evidence.questionnaire.Instruments;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;

/**
 * A questionnaire as it lies before a client: its wording, and what is answered.
 *
 * @param filled what is answered
 * @param instrument how it is answered and scored
 * @param text its wording in the language in which it is asked
 */
public record AskedSheet(FilledQuestionnaire filled, Instrument instrument, InstrumentText text) {

    /** One way to answer: by a word of the wording, or by a number. */
    public record SheetChoice(int value, String text) {}

    public static AskedSheet of(FilledQuestionnaire filled) {
        return new AskedSheet(
                filled,
                Instruments.get(filled.instrument()),
                Instruments.text(filled.instrument(), filled.language().locale().getLanguage())
                        .orElseThrow());
    }

    /** The instrument's own name, the same in every language. */
    public String name() {
        return name(filled.instrument());
    }

    /** The own name of an instrument; its short name where it has none. */
    public static String name(String instrument) {
        return Measures.find(instrument).map(measure -> measure.name()).orElse(instrument);
    }

    /** Whether the client names what they are asked about. */
    public boolean isAboutOwnActivities() {
        return instrument.kind() == InstrumentKind.OWN_ACTIVITIES;
    }

    /** Whether numbers are answered, and not words. */
    public boolean isAnsweredByNumbers() {
        return instrument.kind() != InstrumentKind.CHOICES;
    }

    /** How many items are asked. */
    public int items() {
        return instrument.asked(filled.activities().size());
    }

    /** How many activities the client may name. */
    public int mostActivities() {
        return instrument.items();
    }

    /** What stands above every item; empty where nothing does. */
    public String stem() {
        return isAboutOwnActivities() && !filled.activities().isEmpty() ? text.again() : text.stem();
    }

    /** What stands above where the client names activities. */
    public String namingStem() {
        return text.stem();
    }

    /** What is asked; {@code item} from 1. */
    public String item(int item) {
        return isAboutOwnActivities()
                ? filled.activities().get(item - 1).value()
                : text.items().get(item - 1);
    }

    /** How it can be answered, in the order of the form. */
    public List<SheetChoice> choices() {
        return isAnsweredByNumbers()
                ? IntStream.rangeClosed(instrument.low(), instrument.high())
                        .mapToObj(value -> new SheetChoice(value, String.valueOf(value)))
                        .toList()
                : text.choices().stream()
                        .map(choice -> new SheetChoice(choice.value(), choice.text()))
                        .toList();
    }

    /** What the lowest number means. */
    public String lowEnd(int item) {
        return text.ends(item).low();
    }

    /** What the highest number means. */
    public String highEnd(int item) {
        return text.ends(item).high();
    }

    public OptionalInt answer(int item) {
        Integer answer = filled.answers().get(item);
        return answer == null ? OptionalInt.empty() : OptionalInt.of(answer);
    }

    /** An answer in the words of the form; empty where nothing is said. */
    public String answerText(int item) {
        OptionalInt answer = answer(item);
        return choices().stream()
                .filter(choice -> answer.isPresent() && choice.value() == answer.getAsInt())
                .map(SheetChoice::text)
                .findFirst()
                .orElse("");
    }

    public List<PrivateText> activities() {
        return filled.activities();
    }

    /** Whether an answer can be given at all. */
    public boolean takes(int item, int answer) {
        return item <= items() && instrument.takes(item, answer);
    }

    /** Whether an answer tells of thoughts of self-harm. */
    public boolean tellsOfSelfHarm(int item, int answer) {
        return instrument.tellsOfSelfHarm(item, answer);
    }

    /** What its rule gives of what is answered so far. */
    public OptionalDouble score() {
        return instrument.score(filled.answers(), filled.activities().size());
    }

    public int answered() {
        return filled.answers().size();
    }

    /** Who made it, as the form says; empty where it says nothing. */
    public String credit() {
        return text.credit();
    }
}
