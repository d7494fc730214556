package org.stillpoint.exchange.fhir.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;

/** The questionnaire is made up. */
class FhirAnsweredTest {
    private final FilledImported told = new MadeUpRecord(7).asking().imported();

    private static QuestionnaireResponse written(FilledImported told) {
        FhirEntries entries = new FhirEntries();
        FhirAnswered.write(told, entries);
        return entries.list(QuestionnaireResponse.class).getFirst();
    }

    @Test
    void answers_standInThePartsOfTheirForm_byItsLinkIds() {
        QuestionnaireResponse response = written(told);

        assertThat(response.getQuestionnaire()).isEqualTo("http://example.org/Questionnaire/made-up|1");
        assertThat(response.getStatus()).isEqualTo(QuestionnaireResponseStatus.COMPLETED);
        QuestionnaireResponseItemComponent part = response.getItem().getFirst();
        assertThat(response.getItem()).hasSize(1);
        assertThat(part.getLinkId()).isEqualTo("part");
        assertThat(part.getItem().getFirst().getItem())
                .extracting(QuestionnaireResponseItemComponent::getLinkId)
                .containsExactly("choice", "yes-no", "whole", "number", "words", "day", "several");
        assertThat(part.getItem()
                        .getFirst()
                        .getItem()
                        .get(5)
                        .getAnswerFirstRep()
                        .getValue()
                        .fhirType())
                .isEqualTo("date");
    }

    @Test
    void severalAnswersToOneItem_areEachAnAnswerOfIt() {
        QuestionnaireResponseItemComponent several =
                written(told).getItemFirstRep().getItemFirstRep().getItem().getLast();

        assertThat(several.getAnswer())
                .extracting(answer -> answer.getValue().fhirType())
                .containsExactly("Coding", "string", "string");
        assertThat(several.getAnswer().getFirst().getValueCoding().getCode()).isEqualTo("b");
        assertThat(several.getAnswer().get(1).getValue().primitiveValue()).isEqualTo("by night");
    }

    @Test
    void withoutAnAnswerThatItsFormCallsFor_itWasStopped() {
        ImportedItem first = told.form().item(1);
        ImportedItem required = new ImportedItem(
                first.linkId(), first.groups(), first.above(), first.text(), first.way(), true, first.rules());
        PublishedForm form = told.form().form();
        ImportedQuestionnaire asking = ImportedQuestionnaire.of(
                told.form().id(),
                new PublishedForm(
                        form.url(),
                        form.edition(),
                        form.title(),
                        form.language(),
                        form.publisher(),
                        form.copyright(),
                        List.of(required, form.items().get(1)),
                        form.ending()),
                MadeUpRecord.NOW);
        var answers = new TreeMap<>(told.filled().answers());
        answers.remove(1);
        answers.tailMap(3).clear();

        assertThat(written(new FilledImported(told.filled().withOnly(answers), asking))
                        .getStatus())
                .isEqualTo(QuestionnaireResponseStatus.STOPPED);
        assertThat(written(told).getAuthored()).isEqualTo(Date.from(MadeUpRecord.NOW));
    }
}
