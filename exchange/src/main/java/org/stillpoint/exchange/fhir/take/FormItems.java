package org.stillpoint.exchange.fhir.take;

import static org.stillpoint.exchange.fhir.take.TakeQuestionnaire.told;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ItemRule;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;

/** The items of a questionnaire, one after another: its parts become headings, and its texts stand before the question that follows. */
final class FormItems {
    /** Own choice, 2026: more is nothing to read on a phone. */
    private static final int MOST_CHARACTERS = 2000;

    /** The ninth item of a PHQ-9 (LOINC), and its form: an answer that leads nowhere here is not asked for. */
    private static final Set<String> SELF_HARM = Set.of("44260-8", "44249-1");

    private final BiConsumer<String, Message> wrong;
    private final FormWays ways;
    private final FormRules rules;
    private final List<ImportedItem> items = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Set<String> seen = new HashSet<>();
    private final List<FormText> waiting = new ArrayList<>();

    /**
     * @param read the whole
     * @param wrong takes what is wrong, with the link id of its item
     */
    FormItems(Questionnaire read, BiConsumer<String, Message> wrong) {
        this.wrong = wrong;
        this.ways = new FormWays(read, wrong);
        this.rules = new FormRules(items, numbers, wrong);
        if (asksOfSelfHarm(read.getCode())) {
            wrong.accept("", ImportedWords.ASKS_OF_SELF_HARM);
        }
        read.getItem().forEach(item -> read(item, List.of(), List.of()));
    }

    List<ImportedItem> items() {
        return items;
    }

    /** The texts that stand before no question. */
    List<FormText> ending() {
        return List.copyOf(waiting);
    }

    private static boolean asksOfSelfHarm(List<Coding> codes) {
        return codes.stream().anyMatch(code -> SELF_HARM.contains(told(code.getCode())));
    }

    private void read(QuestionnaireItemComponent item, List<FormGroup> groups, List<ItemRule> around) {
        String linkId = told(item.getLinkId());
        if (linkId.isEmpty()) {
            wrong.accept("", ImportedWords.NO_LINK_ID);
            return;
        }
        if (!seen.add(linkId)) {
            wrong.accept(linkId, ImportedWords.LINK_ID_TWICE);
        }
        List<ItemRule> asked =
                Stream.concat(around.stream(), rules.of(item).stream()).toList();
        String text = Stream.of(told(item.getPrefix()), told(item.getText()))
                .filter(part -> !part.isEmpty())
                .reduce((prefix, words) -> prefix + " " + words)
                .orElse("");
        if (text.length() > MOST_CHARACTERS) {
            wrong.accept(linkId, new ImportedWords.TooLong(text.length(), MOST_CHARACTERS));
        }
        QuestionnaireItemType type = item.getType();
        if (type == QuestionnaireItemType.DISPLAY) {
            readText(item, linkId, text, asked);
        } else if (type == QuestionnaireItemType.GROUP) {
            readGroup(item, new FormGroup(linkId, text), groups, asked);
        } else {
            readQuestion(item, linkId, text, groups, asked);
        }
    }

    private void readText(QuestionnaireItemComponent item, String linkId, String text, List<ItemRule> asked) {
        if (text.isEmpty()) {
            wrong.accept(linkId, ImportedWords.NO_WORDS);
        }
        if (item.hasItem()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("item"));
        }
        waiting.add(new FormText(text, asked));
    }

    private void readGroup(
            QuestionnaireItemComponent item, FormGroup group, List<FormGroup> groups, List<ItemRule> asked) {
        if (item.getRepeats()) {
            wrong.accept(group.linkId(), ImportedWords.PART_SEVERAL_TIMES);
        }
        List<FormGroup> within =
                Stream.concat(groups.stream(), Stream.of(group)).toList();
        item.getItem().forEach(each -> read(each, within, asked));
    }

    private void readQuestion(
            QuestionnaireItemComponent item, String linkId, String text, List<FormGroup> groups, List<ItemRule> asked) {
        if (text.isEmpty()) {
            wrong.accept(linkId, ImportedWords.NO_WORDS);
        }
        if (item.getRepeats() && !FormWays.isOfChoices(item)) {
            wrong.accept(linkId, ImportedWords.SEVERAL_ANSWERS);
        }
        if (item.getReadOnly()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("readOnly"));
        }
        if (item.hasInitial()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("initial"));
        }
        if (asksOfSelfHarm(item.getCode())) {
            wrong.accept(linkId, ImportedWords.ASKS_OF_SELF_HARM);
        }
        for (QuestionnaireItemComponent under : item.getItem()) {
            if (under.getType() == QuestionnaireItemType.DISPLAY) {
                read(under, groups, asked);
            } else {
                wrong.accept(told(under.getLinkId()), ImportedWords.UNDER_A_QUESTION);
            }
        }
        Optional<AnswerWay> way = ways.of(item);
        if (way.isPresent() && !text.isEmpty()) {
            items.add(new ImportedItem(linkId, groups, waiting, text, way.get(), item.getRequired(), asked));
            numbers.put(linkId, items.size());
            waiting.clear();
        }
    }
}
