package org.stillpoint.app.browser;

import static org.stillpoint.app.browser.Browsing.named;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A made-up questionnaire as FHIR has it, and how a practice gets to ask it. */
final class GardenForm {
    static final String TITLE = "Time in the garden";

    /** That of the second, {@link #TOOLS}. */
    static final String TOOLS_TITLE = "Tools of the garden";

    static final String PAGE = "/practice/questionnaires";

    /** Made up: two items that count, a number, a condition with words after it, and a choice that is open. */
    static final String FILE = """
            {"resourceType": "Questionnaire", "language": "en", "status": "active",
             "url": "http://example.org/Questionnaire/scenario-garden", "version": "1",
             "title": "Time in the garden", "copyright": "Made up. The gardeners of Nowhere may use it.",
             "item": [
              {"linkId": "hello", "type": "display", "text": "Think of the last month."},
              {"linkId": "dig", "type": "choice", "text": "How often did you dig?", "answerOption": [
               {"valueCoding": {"code": "n", "display": "never", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 0}]}},
               {"valueCoding": {"code": "a", "display": "always", "extension": [
                {"url": "http://hl7.org/fhir/StructureDefinition/ordinalValue", "valueDecimal": 4}]}}]},
              {"linkId": "hours", "type": "decimal", "text": "How many hours a day?", "required": true, "extension": [
               {"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueDecimal": 0},
               {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueDecimal": 24}]},
              {"linkId": "dog", "type": "boolean", "text": "Is there a dog?"},
              {"linkId": "name", "type": "string", "text": "What is it called?",
               "enableWhen": [{"question": "dog", "operator": "=", "answerBoolean": true}]},
              {"linkId": "where", "type": "open-choice", "text": "Where is the garden?",
               "answerOption": [{"valueString": "behind the house"}]},
              {"linkId": "since", "type": "date", "text": "Since when?"},
              {"linkId": "bye", "type": "display", "text": "That was all."}]}""";

    /** Made up: an open choice that takes several answers, and what is asked after one of them. */
    static final String TOOLS = """
            {"resourceType": "Questionnaire", "language": "en", "status": "active",
             "url": "http://example.org/Questionnaire/scenario-tools", "title": "Tools of the garden",
             "item": [
              {"linkId": "tools", "type": "open-choice", "repeats": true, "text": "What do you have?", "answerOption": [
               {"valueString": "a spade"}, {"valueString": "a rake"}, {"valueCoding": {"code": "h", "display": "a hose"}}]},
              {"linkId": "long", "type": "integer", "text": "How long is the hose?",
               "enableWhen": [{"question": "tools", "operator": "=", "answerCoding": {"code": "h"}}]}]}""";

    private GardenForm() {}

    /** What the page answers to a file. */
    static Connection.Response reads(Wire owner, String file) {
        return owner.upload(
                owner.page(PAGE).expectFirst(named("read")),
                "file",
                "garden.json",
                file.getBytes(StandardCharsets.UTF_8));
    }

    static void imports(Wire owner, String file) {
        Document look = Wire.parsed(reads(owner, file));
        owner.send(look.expectFirst(named("keep")), Map.of("mayUse", "yes", "do", "keep"));
    }

    /** Where a client fills in at the practice what is asked of them by this, which is the latest that they are asked. */
    static String asks(Wire owner, String client, String title) {
        Element ask = owner.page(client + "/measures").expectFirst(named("ask"));
        owner.send(
                ask,
                Map.of(
                        "ask",
                        ask.expectFirst("label:contains(" + title + ") input").val()));
        return owner.page(client + "/measures")
                .select(named("fill-in"))
                .eachAttr("href")
                .getLast();
    }
}
