package org.stillpoint.practice.asking;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stillpoint.practice.asking.SheetItem.ByTap;
import org.stillpoint.practice.asking.SheetItem.ByTicks;
import org.stillpoint.practice.asking.SheetItem.OnScale;
import org.stillpoint.practice.asking.SheetItem.SheetChoice;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.work.Records;

/** A questionnaire as it lies before a client: its wording, and what is answered. Items are counted from 1. */
public sealed interface AskedSheet permits BuiltInSheet, ImportedSheet {

    /** What is answered. */
    FilledQuestionnaire filled();

    /** Its own name. */
    String name();

    /** The numbers of what is asked of whoever answered so, in order. */
    List<Integer> asked();

    SheetItem item(int item);

    /** Whether an answer can be given at all. */
    boolean takes(int item, ItemAnswer answer);

    /** Whether an answer tells of thoughts of self-harm. */
    boolean tellsOfSelfHarm(int item, ItemAnswer answer);

    /** Whether answers make a score at all. */
    boolean isScored();

    /** What its rule gives of what is answered so far. */
    OptionalDouble score();

    /** Whether the score joins those that are measured again and again: an instrument with a published scale. */
    boolean isMeasured();

    /** Who made it, or who may use it, as the form says; empty where it says nothing. */
    String credit();

    /** What the form says after the last item. */
    List<String> ending();

    /** The same questionnaire, answered so. */
    AskedSheet answered(FilledQuestionnaire otherwise);

    /** What is answered, with nothing that is not asked. */
    FilledQuestionnaire counted();

    static AskedSheet of(Records records, FilledQuestionnaire filled) {
        return AskedForm.of(records, filled).sheet(filled);
    }

    /** All of these, each as it lies before the client. */
    static List<AskedSheet> all(Records records, List<FilledQuestionnaire> filled) {
        return filled.stream().map(one -> of(records, one)).toList();
    }

    /** Whether the client names what they are asked about. */
    default boolean isAboutOwnActivities() {
        return mostActivities() > 0;
    }

    /** How many activities the client may name; 0 where they are asked about something else. */
    default int mostActivities() {
        return 0;
    }

    /** What stands above where the client names activities. */
    default String namingStem() {
        return "";
    }

    default List<PrivateText> activities() {
        return filled().activities();
    }

    /** How many items are asked. */
    default int items() {
        return asked().size();
    }

    /** The answer to an item that is asked; empty where there is none. */
    default Optional<ItemAnswer> answer(int item) {
        return Optional.ofNullable(counted().answers().get(item));
    }

    /** An answer in the words of the form, each of several; empty where it has none for it. */
    default Optional<String> formWords(int item) {
        List<SheetChoice> choices =
                switch (item(item).input()) {
                    case ByTap tap -> tap.choices();
                    case ByTicks ticks -> ticks.choices();
                    case OnScale scale -> scale.numbers();
                    case SheetItem.ByTyping typing -> List.of();
                };
        return answer(item).flatMap(given -> formWords(given, choices));
    }

    private static Optional<String> formWords(ItemAnswer given, List<SheetChoice> choices) {
        if (given instanceof ItemAnswer.SeveralAnswers several) {
            return Optional.of(several.each().stream()
                    .map(each -> each instanceof ItemAnswer.WordsAnswer said
                            ? said.words().value()
                            : formWords(each, choices).orElseThrow())
                    .collect(Collectors.joining("; ")));
        }
        return choices.stream()
                .filter(choice ->
                        choice.answer().equals(given) && !choice.text().isEmpty())
                .map(SheetChoice::text)
                .findFirst();
    }

    default int answered() {
        return counted().answers().size();
    }

    /** Whether somebody answered the item or chose to leave it out. */
    default boolean isDone(int item) {
        return filled().isDone(item);
    }

    /** How many items that the form calls for are not answered. */
    default long requiredMissing() {
        return asked().stream()
                .filter(item -> item(item).required() && answer(item).isEmpty())
                .count();
    }
}
