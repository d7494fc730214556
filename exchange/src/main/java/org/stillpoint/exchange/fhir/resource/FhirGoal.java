package org.stillpoint.exchange.fhir.resource;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Goal;
import org.hl7.fhir.r4.model.Goal.GoalLifecycleStatus;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.plan.ClientGoal.GoalAsked;

/**
 * An activity that a client wants to be able to do again, in their words. It has no target, for nobody promises a figure; one that the latest
 * questionnaire does not ask about is on hold, for nobody has said that it is reached or given up.
 */
public final class FhirGoal implements FhirTranslator<ClientGoal> {
    private static final String QUESTIONNAIRE = "questionnaire";
    private static final String AT = "at";

    /** The id under which a goal is told: of where it was named, never of its words. */
    static String id(ClientGoal goal) {
        return FhirEntries.derived("goal " + goal.place(), goal.named().questionnaire());
    }

    @Override
    public void write(ClientGoal named, FhirEntries to) {
        Instant since = named.named().at();
        String words = FhirText.of(named.activity()).orElse("-");
        Goal goal = new Goal()
                .setLifecycleStatus(named.isAskedStill() ? GoalLifecycleStatus.ACTIVE : GoalLifecycleStatus.ONHOLD)
                .setDescription(new CodeableConcept().setText(words))
                .setSubject(FhirEntries.to(named.client()))
                .setExpressedBy(FhirEntries.to(named.client()))
                .setStart(
                        new DateType(LocalDate.ofInstant(since, ZoneOffset.UTC).toString()));
        OwnExtension.GOAL_PLACE.add(goal, new PositiveIntType(named.place()));
        for (GoalAsked asked : named.askedIn()) {
            Extension told = FhirValues.parts(OwnExtension.GOAL_ASKED);
            FhirValues.part(told, QUESTIONNAIRE, FhirEntries.identifier(asked.questionnaire()));
            FhirValues.part(told, AT, FhirValues.exact(asked.at()));
            goal.addExtension(told);
            to.find(asked.questionnaire().toString(), QuestionnaireResponse.class)
                    .ifPresent(answers -> goal.addOutcomeReference(FhirEntries.to(asked.questionnaire())));
        }
        FhirValues.narrate(goal, OwnSystem.ENTRY.coding("goal").getDisplay() + ": " + words);
        to.add(id(named), goal);
    }

    @Override
    public List<ClientGoal> read(FhirEntries from) {
        return from.list(Goal.class).stream()
                .flatMap(goal -> OwnExtension.GOAL_PLACE.find(goal, PositiveIntType.class).stream()
                        .map(place -> read(goal, place.getValue())))
                .toList();
    }

    private static ClientGoal read(Goal goal, int place) {
        return new ClientGoal(
                FhirEntries.recordId(goal.getSubject()),
                place,
                new PrivateText(goal.getDescription().getText()),
                OwnExtension.GOAL_ASKED.list(goal).stream().map(FhirGoal::asked).toList(),
                goal.getLifecycleStatus() == GoalLifecycleStatus.ACTIVE);
    }

    private static GoalAsked asked(Extension told) {
        return new GoalAsked(
                FhirEntries.recordId(
                        (Identifier) told.getExtensionByUrl(QUESTIONNAIRE).getValue()),
                FhirValues.part(told, AT).map(Instant::parse).orElseThrow());
    }
}
