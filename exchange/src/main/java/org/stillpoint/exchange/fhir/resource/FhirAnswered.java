package org.stillpoint.exchange.fhir.resource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;

/**
 * What a client answered to a questionnaire that the practice imported, by the link ids of its own form, in the parts in which they stand there. The
 * form itself is not written: it is somebody else's.
 */
public final class FhirAnswered {
    private FhirAnswered() {}

    /** Adds what was handed in; where an answer is missing that the form calls for, it was stopped. */
    public static void write(FilledImported told, FhirEntries to) {
        ImportedQuestionnaire.PublishedForm form = told.form().form();
        QuestionnaireResponse response = new QuestionnaireResponse()
                .setStatus(told.isWhole() ? QuestionnaireResponseStatus.COMPLETED : QuestionnaireResponseStatus.STOPPED)
                .setSubject(FhirEntries.to(told.filled().client()))
                .setSource(FhirEntries.to(told.filled().client()))
                .setIdentifier(FhirEntries.identifier(told.filled().id()));
        if (form.url().contains(":")) { // else it is known by its title, which is no address
            response.setQuestionnaire(form.edition().isEmpty() ? form.url() : form.url() + "|" + form.edition());
        }
        told.filled().handedInAt().ifPresent(at -> response.setAuthoredElement(FhirValues.moment(at)));
        Map<String, QuestionnaireResponseItemComponent> parts = new HashMap<>();
        told.answers().forEach((number, answer) -> {
            QuestionnaireResponseItemComponent item = within(
                            response, parts, told.form().item(number).groups())
                    .setLinkId(told.form().item(number).linkId())
                    .setText(told.form().item(number).text());
            answer.each().forEach(each -> item.addAnswer().setValue(value(told, number, each)));
        });
        FhirValues.narrate(response, form.title());
        to.add(told.filled().id(), response);
    }

    /** A new item in its part of the form; the parts are made as they are needed. */
    private static QuestionnaireResponseItemComponent within(
            QuestionnaireResponse response,
            Map<String, QuestionnaireResponseItemComponent> parts,
            List<FormGroup> groups) {
        if (groups.isEmpty()) {
            return response.addItem();
        }
        FormGroup last = groups.getLast();
        QuestionnaireResponseItemComponent part = parts.get(last.linkId());
        if (part == null) {
            part = within(response, parts, groups.subList(0, groups.size() - 1)).setLinkId(last.linkId());
            if (!last.title().isEmpty()) {
                part.setText(last.title());
            }
            parts.put(last.linkId(), part);
        }
        return part.addItem();
    }

    private static Type value(FilledImported told, int number, ItemAnswer answer) {
        return switch (answer) {
            case ItemAnswer.ChoiceAnswer choice ->
                chosen(told.chosen(number, choice).orElseThrow());
            case ItemAnswer.SeveralAnswers several -> throw new IllegalStateException("each is written by itself");
            case ItemAnswer.NumberAnswer amount ->
                amount.isWhole() && told.form().item(number).way() instanceof AnswerWay.ByNumber way && way.whole()
                        ? new IntegerType(amount.value().intValueExact())
                        : new DecimalType(amount.value());
            case ItemAnswer.WordsAnswer said ->
                new StringType(FhirText.of(said.words()).orElse("-"));
            case ItemAnswer.YesNoAnswer said -> new BooleanType(said.yes());
            case ItemAnswer.DayAnswer on -> new DateType(on.day().toString());
        };
    }

    private static Type chosen(AnswerOption option) {
        if (option.code().isEmpty()) {
            return new StringType(option.text());
        }
        Coding coding = new Coding().setCode(option.code()).setDisplay(option.text());
        return option.system().isEmpty() ? coding : coding.setSystem(option.system());
    }
}
