package org.stillpoint.exchange.fhir.take;

import ca.uhn.fhir.parser.IParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Condition;
import org.hl7.fhir.r4.model.ContactPoint;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DomainResource;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Procedure;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.take.TakenFhir.AnsweredSum;
import org.stillpoint.exchange.fhir.take.TakenFhir.ProposedPerson;
import org.stillpoint.record.PrivateText;
import org.stillpoint.words.FhirWords;

/**
 * Reads what another system says of one person: a resource, a bundle, or a row of JSON each. It keeps nothing. Only R4 is read; narratives never are.
 */
public final class TakeFhir {
    private final String name;
    private final Map<String, Patient> patients = new LinkedHashMap<>();
    private final List<Resource> resources = new ArrayList<>();
    private final Set<String> dropped = new TreeSet<>();
    private final Map<String, Integer> passedOver = new TreeMap<>();
    private int ofAnother;

    private TakeFhir(String name) {
        this.name = name;
    }

    /** @throws BadInput if it is another version, damaged, or of more than one person */
    public static TakenFhir of(FhirFile file) {
        TakeFhir take = new TakeFhir(file.name());
        take.read(file);
        return take.taken();
    }

    private void read(FhirFile file) {
        if (file.isXml() || isOneObject(file.text())) {
            parse(file.text(), file.isXml());
            return;
        }
        List<Problem> problems = new ArrayList<>();
        List<String> lines = file.text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                new ObjectMapper().readTree(lines.get(i));
            } catch (JsonProcessingException noJson) {
                problems.add(new Problem(name, i + 1, "", "", FhirWords.NO_ROW_OF_JSON));
                continue;
            }
            parse(lines.get(i), false);
        }
        if (patients.size() > 1
                || resources.stream().filter(Patient.class::isInstance).count() > 1) {
            problems.add(Problem.ofFile(name, FhirWords.ANOTHER_PERSON));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    /** Whether the text is one object, and not one to a row. */
    private static boolean isOneObject(String text) {
        try {
            String first =
                    text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
            return new ObjectMapper().readTree(first).isObject()
                    && text.lines().filter(line -> !line.isBlank()).count() == 1;
        } catch (JsonProcessingException goesOn) {
            return true;
        }
    }

    private void parse(String text, boolean isXml) {
        FhirVersion.findOther(name, text, isXml).ifPresent(other -> {
            throw FhirFile.bad(name, other.refusal());
        });
        IParser parser =
                isXml ? FhirR4.context().newXmlParser() : FhirR4.context().newJsonParser();
        parser.setOverrideResourceIdWithBundleEntryFullUrl(false);
        parser.setParserErrorHandler(new DroppedElements(dropped));
        switch (parsed(parser, text)) {
            case Bundle bundle ->
                bundle.getEntry().stream()
                        .map(Bundle.BundleEntryComponent::getResource)
                        .filter(Objects::nonNull)
                        .forEach(this::add);
            case Resource resource -> add(resource);
            default -> throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
    }

    /** Whatever the library stumbles over in a damaged file, with whatever exception, it is damaged (found by mutated files). */
    private IBaseResource parsed(IParser parser, String text) {
        try {
            return parser.parseResource(text);
        } catch (RuntimeException damaged) {
            throw FhirFile.bad(name, FhirWords.DAMAGED);
        }
    }

    private void add(Resource resource) {
        if (resource instanceof Patient patient) {
            patients.put(patient.hasId() ? patient.getIdElement().getIdPart() : "", patient);
        }
        resources.add(resource);
    }

    private TakenFhir taken() {
        long people = resources.stream().filter(Patient.class::isInstance).count();
        if (people > 1) {
            throw FhirFile.bad(name, FhirWords.ANOTHER_PERSON);
        }
        List<ProposedEvent> events = new ArrayList<>();
        List<AnsweredSum> answers = new ArrayList<>();
        List<ProposedPerson> persons = new ArrayList<>();
        boolean deceased = false;
        for (Resource resource : resources) {
            if (resource instanceof DomainResource whole) {
                whole.getContained().forEach(this::passOver); // what stands within another says nothing by itself
            }
            switch (resource) {
                case Patient patient -> {
                    persons.add(person(patient));
                    deceased |= patient.hasDeceased()
                            && !(patient.getDeceased() instanceof BooleanType said && !said.booleanValue());
                }
                case Condition condition when isOfAnother(condition.getSubject()) -> ofAnother++;
                case Condition condition -> events.add(ReadEvent.of(condition));
                case Procedure procedure when isOfAnother(procedure.getSubject()) -> ofAnother++;
                case Procedure procedure -> events.add(ReadEvent.of(procedure));
                case QuestionnaireResponse response when isOfAnother(response.getSubject()) -> ofAnother++;
                case QuestionnaireResponse response ->
                    SumOfPhq9.find(response).ifPresentOrElse(answers::add, () -> passOver(response));
                case Encounter encounter when isOfAnother(encounter.getSubject()) -> ofAnother++;
                default -> passOver(resource);
            }
        }
        return new TakenFhir(
                persons, withoutRepetition(events), answers, passedOver, List.copyOf(dropped), ofAnother, deceased);
    }

    private void passOver(Resource resource) {
        passedOver.merge(resource.fhirType(), 1, Integer::sum);
    }

    /** Whether it speaks of somebody else than the one person of the file. A file without a person says nothing of that. */
    private boolean isOfAnother(Reference subject) {
        if (patients.isEmpty() || !subject.hasReference()) {
            return false;
        }
        String address = subject.getReference();
        String id = address.substring(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);
        return !patients.containsKey(id)
                && patients.keySet().stream().noneMatch(known -> known.endsWith(id))
                && !address.startsWith("#");
    }

    private static List<ProposedEvent> withoutRepetition(List<ProposedEvent> events) {
        Map<String, String> seen = new LinkedHashMap<>();
        List<ProposedEvent> marked = new ArrayList<>();
        for (ProposedEvent event : events) {
            String same = event.resource() + "\n" + event.label().value() + "\n" + event.date();
            Optional<String> first = Optional.ofNullable(seen.putIfAbsent(same, event.id()));
            marked.add(first.isEmpty() ? event : repeating(event, first.get()));
        }
        return List.copyOf(marked);
    }

    private static ProposedEvent repeating(ProposedEvent event, String first) {
        return new ProposedEvent(
                event.resource(),
                event.id(),
                event.label(),
                event.codes(),
                event.date(),
                event.when(),
                event.dateSource(),
                event.ended(),
                event.status(),
                event.verification(),
                event.advice(),
                event.reasons(),
                event.isInjuryLike(),
                Optional.of(first));
    }

    private static ProposedPerson person(Patient patient) {
        HumanName said = patient.getNameFirstRep();
        String full = said.hasText()
                ? said.getText()
                : (said.getGivenAsSingleString() + " "
                                + Optional.ofNullable(said.getFamily()).orElse(""))
                        .strip();
        OptionalInt year = OptionalInt.empty();
        if (patient.hasBirthDate()) {
            year = OptionalInt.of(Integer.parseInt(
                    patient.getBirthDateElement().getValueAsString().substring(0, 4)));
        }
        return new ProposedPerson(
                new PrivateText(full),
                year,
                telecom(patient, ContactPointSystem.PHONE),
                telecom(patient, ContactPointSystem.EMAIL),
                new PrivateText(Optional.ofNullable(patient.getAddressFirstRep().getText())
                        .orElse("")));
    }

    private static PrivateText telecom(Patient patient, ContactPointSystem system) {
        return patient.getTelecom().stream()
                .filter(point -> point.getSystem() == system && point.hasValue())
                .findFirst()
                .map(ContactPoint::getValue)
                .map(PrivateText::new)
                .orElse(PrivateText.NONE);
    }
}
