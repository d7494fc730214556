package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.Problem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import org.stillpoint.record.setting.PracticeLanguage;

/** The questionnaires are made up. */
class TakeQuestionnaireTest {
    private static final String GARDEN = text("garden.json");

    /** A whole file with one item, or one more. */
    private static final String ONE = """
            {"resourceType": "Questionnaire", "language": "en", "status": "active", "title": "One", "item": [%s]}""";

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(TakeQuestionnaireTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static TakenQuestionnaire taken(String json) {
        return TakeQuestionnaire.of(FhirFile.of("garden.json", json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> refused(String json) {
        BadInput bad = catchThrowableOfType(BadInput.class, () -> taken(json));
        assertThat(bad).as("refused").isNotNull();
        return bad.problems().stream().map(Problem::said).map(English::say).toList();
    }

    private static List<String> refusedItem(String item) {
        return refused(ONE.formatted(item));
    }

    @Test
    void garden_everyKindOfItem_isReadInItsOrder_withItsWords() {
        PublishedForm form = taken(GARDEN).form();

        assertThat(form.title()).isEqualTo("Time in the garden");
        assertThat(form.edition()).isEqualTo("1.2");
        assertThat(form.language()).isEqualTo(PracticeLanguage.ENGLISH);
        assertThat(form.copyright()).isEqualTo("Made up for tests. Anybody may use it.");
        assertThat(form.items())
                .extracting(ImportedItem::linkId)
                .containsExactly("dig", "water", "hours", "dog", "name", "since", "where", "more");
        ImportedItem dig = form.items().getFirst();
        assertThat(dig.text()).isEqualTo("1. How often did you dig?");
        assertThat(dig.required()).isTrue();
        assertThat(dig.groups()).containsExactly(new FormGroup("work", "Work"));
        assertThat(dig.above()).containsExactly(new FormText("Think of the last month.", List.of()));
        assertThat(dig.way())
                .isInstanceOfSatisfying(
                        AnswerWay.ByChoice.class,
                        choice -> assertThat(choice.options())
                                .extracting(AnswerWay.AnswerOption::text)
                                .containsExactly("never", "always"));
        assertThat(form.items().get(2).way())
                .isEqualTo(new AnswerWay.ByNumber(
                        false, Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.valueOf(24))));
        assertThat(form.items().get(2).above())
                .extracting(FormText::text)
                .containsExactly("A quarter of an hour is 0.25.");
        assertThat(form.items().get(4).way()).isEqualTo(new AnswerWay.ByWords(false, 40));
        assertThat(form.items().get(6).way())
                .isInstanceOfSatisfying(
                        AnswerWay.ByChoice.class,
                        choice -> assertThat(choice.orOwnWords()).isTrue());
        assertThat(form.ending()).extracting(FormText::text).containsExactly("Thank you.");
        assertThat(taken(GARDEN).passedOver())
                .containsExactly("http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl");
    }

    @Test
    void garden_isScoredByWhatItsAnswersCount_andAsksByItsConditions() {
        ImportedQuestionnaire garden =
                ImportedQuestionnaire.of(Id.random(), taken(GARDEN).form(), Instant.EPOCH);
        Map<Integer, ItemAnswer> answers = Map.of(1, new ChoiceAnswer(2), 2, new ChoiceAnswer(2));
        assertThat(garden.sum(answers))
                .hasValueSatisfying(sum -> assertThat(sum).isEqualByComparingTo("4.5"));

        assertThat(garden.numbersAsked(answers)).containsExactly(1, 2, 3, 4, 7, 8);
        assertThat(garden.numbersAsked(Map.of(2, new ChoiceAnswer(2), 4, new YesNoAnswer(true))))
                .as("not at dawn")
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(garden.numbersAsked(Map.of(
                        2,
                        new ChoiceAnswer(1),
                        3,
                        ItemAnswer.number(1),
                        4,
                        new YesNoAnswer(true),
                        5,
                        new ItemAnswer.WordsAnswer(new PrivateText("Waldi")))))
                .as("at dawn, one hour, and the dog has a name")
                .containsExactly(1, 2, 3, 4, 5, 7, 8);
    }

    @Test
    void everyAnswerCountsButOne_orAnItemThatCountsIsNotAskedOfEverybody_givesNoSum() {
        String unscored = GARDEN.replaceFirst(
                "\"display\": \"always\",\\s+\"extension\": \\[[^\\]]+\\]", "\"display\": \"always\"");
        assertThat(unscored).isNotEqualTo(GARDEN);
        assertThat(ImportedQuestionnaire.of(Id.random(), taken(unscored).form(), Instant.EPOCH)
                        .isScored())
                .isFalse();
        String conditional = """
                {"linkId": "dog", "type": "boolean", "text": "Is there a dog?"},
                {"linkId": "dig", "type": "choice", "text": "Does it dig?",
                 "enableWhen": [{"question": "dog", "operator": "=", "answerBoolean": true}],
                 "answerOption": [{"valueCoding": {"code": "a", "display": "a bit",
                   "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 1}]}}]}""";
        assertThat(ImportedQuestionnaire.of(
                                Id.random(), taken(ONE.formatted(conditional)).form(), Instant.EPOCH)
                        .isScored())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"linkId": "x", "type": "quantity", "text": "How much?"} | garden.json, x: is of the type quantity
                    {"linkId": "x", "type": "attachment", "text": "A picture?"} | garden.json, x: is of the type attachment
                    {"linkId": "x", "type": "string"} | garden.json, x: has no words
                    {"linkId": "x", "type": "string", "text": "?", "repeats": true} | garden.json, x: takes several answers
                    {"linkId": "x", "type": "group", "repeats": true, "item": [{"linkId": "y", "type": "string", "text": "?"}]} | garden.json, x: is a part that is answered several times
                    {"linkId": "x", "type": "string", "text": "?", "readOnly": true} | garden.json, x: holds readOnly
                    {"linkId": "x", "type": "string", "text": "?", "initial": [{"valueString": "a"}]} | garden.json, x: holds initial
                    {"linkId": "x", "type": "integer", "text": "?", "maxLength": 3} | garden.json, x: holds maxLength
                    {"type": "string", "text": "?"} | garden.json: has an item without a link id
                    {"linkId": "x", "type": "choice", "text": "?"} | garden.json, x: does not list its answers
                    {"linkId": "x", "type": "choice", "text": "?", "answerValueSet": "http://example.org/vs"} | garden.json, x: does not list its answers
                    {"linkId": "x", "type": "choice", "text": "?", "answerOption": [{"valueReference": {"display": "a"}}]} | garden.json, x: has an answer that is not taken
                    {"linkId": "x", "type": "choice", "text": "?", "answerOption": [{"valueString": "a"}, {"valueString": "a"}]} | garden.json, x: has the same answer twice
                    {"linkId": "x", "type": "choice", "text": "?", "answerOption": [{"valueString": "a", "initialSelected": true}]} | garden.json, x: holds initialSelected
                    {"linkId": "x", "type": "string", "text": "?"}, {"linkId": "x", "type": "string", "text": "!"} | garden.json, x: stands twice
                    {"linkId": "x", "type": "string", "text": "?", "item": [{"linkId": "y", "type": "string", "text": "!"}]} | garden.json, y: is a question under another question
                    {"linkId": "x", "type": "string", "text": "?", "enableWhen": [{"question": "y", "operator": "exists", "answerBoolean": true}]} | garden.json, x: is asked under a condition
                    {"linkId": "x", "type": "string", "text": "?"}, {"linkId": "y", "type": "string", "text": "!", "enableWhen": [{"question": "x", "operator": "=", "answerString": "a"}]} | garden.json, y: is asked under a condition
                    {"linkId": "x", "type": "string", "text": "?", "extension": [{"url": "http://example.org/mine", "valueString": "a"}]} | garden.json, x: holds http://example.org/mine
                    {"linkId": "x", "type": "string", "text": "?", "_text": {"extension": [{"url": "http://example.org/mine", "valueString": "a"}]}} | garden.json, x: holds http://example.org/mine
                    {"linkId": "x", "type": "string", "text": "?", "modifierExtension": [{"url": "http://example.org/mine", "valueString": "a"}]} | garden.json, x: holds modifierExtension
                    {"linkId": "x", "type": "choice", "text": "?", "code": [{"system": "http://loinc.org", "code": "44260-8"}], "answerOption": [{"valueString": "a"}]} | garden.json, x: asks about thoughts of self-harm
                    {"linkId": "x", "type": "display", "text": "Read this."} | garden.json: asks nothing that could be answered here
                    {"linkId": "x", "type": "string", "text": "?", "unheardOf": 1} | garden.json: holds""")
    void item_thatCannotBeAskedAsItIsMeant_isRefusedByItsLinkId(String item, String said) {
        assertThat(refusedItem(item)).anySatisfy(each -> assertThat(each).startsWith(said));
    }

    @Test
    void choiceThatRepeats_takesSeveralAnswers_andConditionsAreReadOfThem() {
        PublishedForm form = taken(ONE.formatted("""
                        {"linkId": "x", "type": "open-choice", "text": "?", "repeats": true,
                         "answerOption": [{"valueString": "a"}, {"valueCoding": {"code": "b"}}]},
                        {"linkId": "y", "type": "string", "text": "!",
                         "enableWhen": [{"question": "x", "operator": "=", "answerCoding": {"code": "b"}}]}""")).form();
        assertThat(form.items().getFirst().way()).isInstanceOfSatisfying(AnswerWay.ByChoice.class, choice -> {
            assertThat(choice.several()).isTrue();
            assertThat(choice.orOwnWords()).isTrue();
        });
        ImportedQuestionnaire asking = ImportedQuestionnaire.of(Id.random(), form, Instant.EPOCH);
        PrivateText words = new PrivateText("c");
        assertThat(asking.numbersAsked(Map.of(1, new SeveralAnswers(new TreeSet<>(Set.of(1, 2)), words))))
                .containsExactly(1, 2);
        assertThat(asking.numbersAsked(Map.of(1, new SeveralAnswers(new TreeSet<>(Set.of(1)), words))))
                .containsExactly(1);
    }

    @Test
    void severalFaults_areToldAllAtOnce() {
        assertThat(refused("""
                        {"resourceType": "Questionnaire", "status": "active", "subjectType": ["Device"], "item": [
                          {"linkId": "x", "type": "url", "text": "?"}, {"linkId": "y", "type": "string"}]}""")).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void otherVersions_otherResources_andXml_areToldApart() {
        assertThat(refused("""
                        {"resourceType": "Questionnaire", "status": "published", "group": {"linkId": "x", "question": []}}""")).singleElement().asString().contains("DSTU2");
        assertThat(refusedItem("""
                        {"linkId": "x", "type": "choice", "text": "?", "option": [{"valueString": "a"}]}""")).singleElement().asString().contains("STU3");
        assertThat(refusedItem("""
                        {"linkId": "x", "type": "coding", "text": "?"}""")).singleElement().asString().contains("R5");
        assertThat(refused("""
                        {"resourceType": "Patient"}""")).singleElement().asString().contains("a Questionnaire was expected");
        assertThat(refused("<Questionnaire xmlns=\"http://hl7.org/fhir\"/>"))
                .singleElement()
                .asString()
                .contains("is XML");
    }

    @Test
    void withoutALanguageThatClientsAreAskedIn_isRefused() {
        assertThat(refused(GARDEN.replace("\"en-GB\"", "\"it\"")))
                .singleElement()
                .asString()
                .contains("language");
        assertThatThrownBy(() -> taken(GARDEN.replace("\"language\": \"en-GB\",", "")))
                .isInstanceOf(BadInput.class);
        assertThat(taken(GARDEN.replace("\"en-GB\"", "\"de\"")).form().language())
                .isEqualTo(PracticeLanguage.GERMAN);
    }

    @Test
    void tooManyQuestions_orWordsThatAreTooLong_areRefused() {
        StringBuilder items = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            items.append(i == 0 ? "" : ",")
                    .append("{\"linkId\": \"%d\", \"type\": \"boolean\", \"text\": \"?\"}".formatted(i));
        }
        assertThat(refusedItem(items.toString())).singleElement().asString().contains("asks 100 questions; up to 99");
        assertThat(refusedItem("{\"linkId\": \"x\", \"type\": \"boolean\", \"text\": \"" + "a".repeat(2001) + "\"}"))
                .singleElement()
                .asString()
                .startsWith("garden.json, x: has 2,001 characters");
    }

    /** Characters of a good file are dropped, doubled or exchanged, a few at a time; the seed is any. */
    @Test
    void damagedFile_isRead_orRefusedInWords_andNothingElse() {
        Random random = new Random(95);
        int read = 0;
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            StringBuilder damaged = new StringBuilder(GARDEN);
            for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
                int at = random.nextInt(damaged.length() - 8);
                switch (random.nextInt(3)) {
                    case 0 -> damaged.delete(at, at + 1 + random.nextInt(8));
                    case 1 -> damaged.insert(at, damaged.substring(at, at + 1 + random.nextInt(8)));
                    default -> damaged.setCharAt(at, damaged.charAt(random.nextInt(damaged.length())));
                }
            }
            try {
                taken(damaged.toString());
                read++;
            } catch (BadInput inWords) {
                refused++;
            }
        }
        assertThat(List.of(read, refused)).allMatch(count -> count > 20);
    }

    @Test
    void conditionWithoutWhatItIsComparedWith_orANumberNobodyCanGive_isRefused() {
        String when = """
                {"linkId": "x", "type": "decimal", "text": "?"}, {"linkId": "y", "type": "string", "text": "!",
                 "enableWhen": [{"question": "x", "operator": ">"%s}]}""";
        for (String with : List.of("", ", \"answerDecimal\": 1234567890123456789.5", ", \"answerString\": \"a\"")) {
            assertThat(refusedItem(when.formatted(with)))
                    .anySatisfy(said -> assertThat(said).startsWith("garden.json, y: is asked under a condition"));
        }
    }
}
