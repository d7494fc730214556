package org.stillpoint.exchange.fhir.take;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;

/** What extensions a questionnaire has, wherever they stand: those that are read, those that may be passed over, and the rest. */
final class FormExtensions {
    private static final String HL7 = "http://hl7.org/fhir/StructureDefinition/";
    private static final String EXTENSION = "extension";
    private static final String MODIFIER = "modifierExtension";

    /** What an answer counts: of R4, and as later guides call it. */
    static final Set<String> VALUE_OF_ANSWER = Set.of(HL7 + "ordinalValue", HL7 + "itemWeight");

    static final String LOW = HL7 + "minValue";
    static final String HIGH = HL7 + "maxValue";

    /** How it looks, where more is said about it, and in which state its publisher has it: nothing that is asked changes by these. */
    private static final Set<String> PASSED_OVER = Set.of(
            HL7 + "questionnaire-itemControl",
            HL7 + "questionnaire-choiceOrientation",
            HL7 + "questionnaire-displayCategory",
            HL7 + "questionnaire-supportLink",
            HL7 + "entryFormat",
            HL7 + "translation",
            HL7 + "rendering-style",
            HL7 + "rendering-xhtml",
            HL7 + "rendering-markdown",
            HL7 + "structuredefinition-wg",
            HL7 + "structuredefinition-fmm",
            HL7 + "structuredefinition-standards-status",
            HL7 + "valueset-label");

    private final Map<String, List<Message>> faults = new LinkedHashMap<>();
    private final SortedSet<String> passed = new TreeSet<>();

    private FormExtensions() {}

    static FormExtensions of(JsonNode questionnaire) {
        FormExtensions found = new FormExtensions();
        found.walk(questionnaire, "");
        return found;
    }

    /** What cannot be left out, by the link id of its item; empty for what belongs to none. */
    Map<String, List<Message>> faults() {
        return faults;
    }

    List<String> passedOver() {
        return List.copyOf(passed);
    }

    private void walk(JsonNode node, String around) {
        if (node.isArray()) {
            node.forEach(each -> walk(each, around));
            return;
        }
        String item = node.path("linkId").isTextual() ? node.path("linkId").asText() : around;
        node.properties().forEach(member -> {
            switch (member.getKey()) {
                case EXTENSION -> member.getValue().forEach(each -> look(each, item));
                case MODIFIER -> fault(item, new ImportedWords.NotTaken(MODIFIER));
                default -> walk(member.getValue(), item);
            }
        });
    }

    private void look(JsonNode extension, String item) {
        String address = extension.path("url").asText();
        if (PASSED_OVER.contains(address)) {
            passed.add(address);
        } else if (!VALUE_OF_ANSWER.contains(address) && !address.equals(LOW) && !address.equals(HIGH)) {
            fault(item, new ImportedWords.NotTaken(address.isEmpty() ? EXTENSION : address));
        }
    }

    private void fault(String item, Message fault) {
        faults.computeIfAbsent(item, key -> new ArrayList<>()).add(fault);
    }
}
