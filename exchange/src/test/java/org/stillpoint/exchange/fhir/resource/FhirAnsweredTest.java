package org.stillpoint.exchange.fhir.resource;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Date;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.junit.jupiter.api.Test;
import org.stillpoint.exchange.fhir.MadeUpRecord;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemAnswer;

/** The questionnaire is made up. */
class FhirAnsweredTest {
    private final FilledImported told = new MadeUpRecord(7).asking().imported();

    private static QuestionnaireResponse written(FilledImported told) {
        FhirEntries entries = new FhirEntries();
        new FhirAnswered(List.of(told.form())).write(told, entries);
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
                .containsExactly("choice", "yes-no", "whole", "number", "words", "day", "several", "left-out");
        assertThat(part.getItem()
                        .getFirst()
                        .getItem()
                        .get(5)
                        .getAnswerFirstRep()
                        .getValue()
                        .fhirType())
                .isEqualTo("date");
        assertThat(part.getItem().getFirst().getItem().getLast().hasAnswer()).isFalse();
    }

    /** A clinic number of twelve digits stopped the export of whoever had given one. */
    @Test
    void wholeNumber_thatNoIntegerOfFhirHolds_isADecimal() {
        var answers = new TreeMap<>(told.filled().answers());
        ItemAnswer large = new ItemAnswer.NumberAnswer(new BigDecimal("491701234567"));
        answers.put(3, large);
        FilledImported with = new FilledImported(told.filled().withOnly(answers), told.form());

        assertThat(written(with)
                        .getItem()
                        .getFirst()
                        .getItem()
                        .getFirst()
                        .getItem()
                        .get(2)
                        .getAnswerFirstRep()
                        .getValue()
                        .primitiveValue())
                .isEqualTo("491701234567");
    }

    @Test
    void severalAnswersToOneItem_areEachAnAnswerOfIt() {
        QuestionnaireResponseItemComponent several =
                written(told).getItemFirstRep().getItemFirstRep().getItem().get(6);

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
                        Stream.concat(Stream.of(required), form.items().stream().skip(1))
                                .toList(),
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
