package org.stillpoint.exchange.fhir.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DetectedIssue;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueMitigationComponent;
import org.hl7.fhir.r4.model.DetectedIssue.DetectedIssueStatus;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Flag.FlagStatus;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.stillpoint.exchange.fhir.code.KnownCode;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.SafetyCheck;

/**
 * The check before a session: what was found, a flag for each condition as long as the check is good, and on whose word a session was held all
 * the same, with its day.
 */
public final class FhirSafety implements FhirTranslator<SafetyCheck> {
    /** The questions, as they are published. */
    public static final String QUESTIONNAIRE = OwnSystem.BASE + "/Questionnaire/safety-check";

    private static final String ANYTHING = "anything-found";
    private static final String FOUND = "found";

    private final Instant now;

    /** @param now a flag of a check that is no longer good is not active */
    public FhirSafety(Instant now) {
        this.now = now;
    }

    @Override
    public void write(SafetyCheck check, FhirEntries to) {
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setQuestionnaire(QUESTIONNAIRE)
                .setStatus(QuestionnaireResponseStatus.COMPLETED)
                .setSubject(FhirEntries.to(check.client()))
                .setIdentifier(FhirEntries.identifier(check.id()));
        response.setAuthoredElement(FhirValues.moment(check.at()));
        response.addItem()
                .setLinkId(ANYTHING)
                .addAnswer()
                .setValue(new BooleanType(!check.found().isEmpty()));
        if (!check.found().isEmpty()) {
            QuestionnaireResponseItemComponent found = response.addItem().setLinkId(FOUND);
            check.found().forEach(condition -> {
                var answer = found.addAnswer().setValue(new StringType(FoundCondition.name(condition)));
                answer.addExtension(FoundCondition.write(condition));
                flag(check, condition, to);
            });
        }
        FhirValues.version(response, check.version());
        FhirValues.narrate(
                response,
                OwnSystem.ENTRY.coding("safety-check").getDisplay() + " " + check.at(),
                check.found().stream().map(FoundCondition::name).collect(Collectors.joining("; ")));
        to.add(check.id(), response);
        check.clearance().ifPresent(clearance -> heldAllTheSame(check, clearance, to));
    }

    private void flag(SafetyCheck check, Condition condition, FhirEntries to) {
        Instant until = check.at().plus(SafetyCheck.GOOD_FOR);
        Flag flag = new Flag()
                .setStatus(now.isBefore(until) ? FlagStatus.ACTIVE : FlagStatus.INACTIVE)
                .addCategory(KnownCode.FLAG_SAFETY.concept())
                .setCode(OwnSystem.SAFETY_LEVEL.concept(condition.level()).setText(FoundCondition.name(condition)))
                .setSubject(FhirEntries.to(check.client()))
                .setPeriod(new Period()
                        .setStartElement(FhirValues.moment(check.at()))
                        .setEndElement(FhirValues.moment(until)));
        FhirValues.narrate(flag, flag.getCode().getText(), check.at().toString());
        to.add(FhirEntries.derived("flag of " + condition.id(), check.id()), flag);
    }

    private static void heldAllTheSame(SafetyCheck check, Clearance clearance, FhirEntries to) {
        DetectedIssueMitigationComponent word = new DetectedIssueMitigationComponent();
        word.setAction(FhirText.of(clearance.reason())
                .map(reason -> OwnSystem.ENTRY.concept("went-on").setText(reason))
                .orElseGet(() -> OwnSystem.ENTRY.concept("went-on")));
        FhirText.of(clearance.reason())
                .ifPresent(reason -> OwnExtension.REASON_GIVEN.add(word, new StringType(reason)));
        FhirText.of(clearance.physician()).ifPresent(name -> {
            OwnExtension.PHYSICIAN.add(word, new StringType(name));
            word.setAuthor(new Reference().setType("Practitioner").setDisplay(name));
        });
        clearance.on().ifPresent(day -> {
            OwnExtension.AGREED_ON.add(word, new DateType(day.toString()));
            word.setDateElement(FhirValues.day(day));
        });
        DetectedIssue issue = new DetectedIssue()
                .setStatus(DetectedIssueStatus.FINAL)
                .setCode(OwnSystem.ENTRY.concept("went-on"))
                .setPatient(FhirEntries.to(check.client()))
                .setIdentified(FhirValues.moment(check.at()))
                .addMitigation(word);
        issue.addEvidence().addDetail(FhirEntries.to(check.id()));
        FhirValues.narrate(
                issue,
                OwnSystem.ENTRY.coding("went-on").getDisplay(),
                clearance.physician().value(),
                clearance.reason().value(),
                clearance.on().map(LocalDate::toString).orElse(""));
        to.add(FhirEntries.derived("went on", check.id()), issue);
    }

    @Override
    public List<SafetyCheck> read(FhirEntries from) {
        return from.list(QuestionnaireResponse.class).stream()
                .filter(each -> QUESTIONNAIRE.equals(each.getQuestionnaire()))
                .map(each -> read(each, from))
                .toList();
    }

    private static SafetyCheck read(QuestionnaireResponse response, FhirEntries from) {
        Set<Condition> found = response.getItem().stream()
                .filter(item -> FOUND.equals(item.getLinkId()))
                .flatMap(item -> item.getAnswer().stream())
                .flatMap(answer -> OwnExtension.CONDITION_FOUND.list(answer).stream())
                .map(FoundCondition::read)
                .collect(Collectors.toSet());
        return new SafetyCheck(
                FhirEntries.recordId(response),
                FhirEntries.recordId(response.getSubject()),
                FhirValues.instant(response.getAuthoredElement()),
                found,
                from.find(FhirEntries.derived("went on", FhirEntries.recordId(response)), DetectedIssue.class)
                        .map(issue -> clearance(issue.getMitigationFirstRep())),
                FhirValues.version(response));
    }

    private static Clearance clearance(DetectedIssueMitigationComponent word) {
        return new Clearance(
                FhirValues.words(OwnExtension.PHYSICIAN.find(word, StringType.class)),
                FhirValues.words(OwnExtension.REASON_GIVEN.find(word, StringType.class)),
                OwnExtension.AGREED_ON.find(word, DateType.class).map(day -> LocalDate.parse(day.getValueAsString())));
    }
}
