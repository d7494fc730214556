package org.stillpoint.exchange.fhir.take;

import static org.stillpoint.exchange.fhir.take.TakeQuestionnaire.told;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemAnswerOptionComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Type;
import org.hl7.fhir.r4.model.ValueSet;
import org.hl7.fhir.r4.model.ValueSet.ConceptReferenceComponent;
import org.hl7.fhir.r4.model.ValueSet.ConceptSetComponent;
import org.hl7.fhir.r4.model.ValueSet.ValueSetExpansionContainsComponent;
import org.jspecify.annotations.Nullable;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.AnswerWay.ByChoice;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;

/** How the items of a questionnaire are answered. */
final class FormWays {
    private final Questionnaire read;
    private final BiConsumer<String, Message> wrong;

    FormWays(Questionnaire read, BiConsumer<String, Message> wrong) {
        this.read = read;
        this.wrong = wrong;
    }

    /** Empty where it cannot be answered here; why is told then. */
    Optional<AnswerWay> of(QuestionnaireItemComponent item) {
        String linkId = told(item.getLinkId());
        QuestionnaireItemType type = item.getType() == null ? QuestionnaireItemType.NULL : item.getType();
        boolean ofChoices = isOfChoices(item);
        boolean ofWords = type == QuestionnaireItemType.STRING || type == QuestionnaireItemType.TEXT;
        boolean ofNumbers = type == QuestionnaireItemType.INTEGER || type == QuestionnaireItemType.DECIMAL;
        if (!ofChoices && (item.hasAnswerOption() || item.hasAnswerValueSet())) {
            wrong.accept(
                    linkId, new ImportedWords.NotTaken(item.hasAnswerOption() ? "answerOption" : "answerValueSet"));
        }
        if (!ofWords && item.hasMaxLength()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("maxLength"));
        }
        if (!ofNumbers && (item.hasExtension(FormExtensions.LOW) || item.hasExtension(FormExtensions.HIGH))) {
            wrong.accept(linkId, new ImportedWords.NotTaken(FormExtensions.LOW));
        }
        return switch (type) {
            case BOOLEAN -> Optional.of(new AnswerWay.ByYesNo());
            case INTEGER, DECIMAL ->
                Optional.of(new AnswerWay.ByNumber(
                        type == QuestionnaireItemType.INTEGER,
                        bound(item, FormExtensions.LOW),
                        bound(item, FormExtensions.HIGH)));
            case STRING, TEXT ->
                Optional.of(new AnswerWay.ByWords(
                        type == QuestionnaireItemType.TEXT,
                        item.hasMaxLength() && item.getMaxLength() > 0
                                ? Math.min(item.getMaxLength(), ItemAnswer.MOST_CHARACTERS)
                                : ItemAnswer.MOST_CHARACTERS));
            case DATE -> Optional.of(new AnswerWay.ByDay());
            case CHOICE, OPENCHOICE -> choice(item, linkId, type == QuestionnaireItemType.OPENCHOICE);
            default -> {
                wrong.accept(linkId, new ImportedWords.TypeNotTaken(told(type.toCode(), "-")));
                yield Optional.empty();
            }
        };
    }

    /** Whether it lists answers to choose from. */
    static boolean isOfChoices(QuestionnaireItemComponent item) {
        return item.getType() == QuestionnaireItemType.CHOICE || item.getType() == QuestionnaireItemType.OPENCHOICE;
    }

    private Optional<BigDecimal> bound(QuestionnaireItemComponent item, String url) {
        Extension bound = item.getExtensionByUrl(url);
        if (bound == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> number = number(bound.getValue());
        if (number.isEmpty()) {
            wrong.accept(told(item.getLinkId()), new ImportedWords.NotTaken(url));
        }
        return number;
    }

    /** Empty where it is none, or is left empty. */
    static Optional<BigDecimal> number(@Nullable Type value) {
        return switch (value) {
            case IntegerType whole -> Optional.ofNullable(whole.getValue()).map(BigDecimal::valueOf);
            case DecimalType decimal -> Optional.ofNullable(decimal.getValue());
            case null, default -> Optional.empty();
        };
    }

    private Optional<AnswerWay> choice(QuestionnaireItemComponent item, String linkId, boolean open) {
        List<AnswerOption> options = new ArrayList<>();
        if (item.hasAnswerOption()) {
            item.getAnswerOption().forEach(option -> add(option, linkId, options));
        } else {
            ofValueSet(item, linkId, options);
        }
        if (options.isEmpty() || options.size() > ByChoice.MOST_OPTIONS) {
            wrong.accept(
                    linkId,
                    options.isEmpty()
                            ? ImportedWords.NO_CHOICES
                            : new ImportedWords.TooManyChoices(options.size(), ByChoice.MOST_OPTIONS));
            return Optional.empty();
        }
        return Optional.of(new ByChoice(options, open, item.getRepeats()));
    }

    private void add(QuestionnaireItemAnswerOptionComponent option, String linkId, List<AnswerOption> to) {
        if (option.getInitialSelected()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("initialSelected"));
        }
        switch (option.getValue()) {
            case Coding coding ->
                add(
                        linkId,
                        told(coding.getSystem()),
                        told(coding.getCode()),
                        told(coding.getDisplay(), coding.getCode()),
                        counts(coding).or(() -> counts(option)),
                        to);
            case PrimitiveType<?> said
            when !said.fhirType().equals("time") ->
                add(linkId, "", "", told(said.getValueAsString()), counts(said).or(() -> counts(option)), to);
            case null, default -> wrong.accept(linkId, ImportedWords.CHOICE_NOT_TAKEN);
        }
    }

    private void add(
            String linkId,
            String system,
            String code,
            String text,
            Optional<BigDecimal> counts,
            List<AnswerOption> to) {
        if (text.isEmpty()) {
            wrong.accept(linkId, ImportedWords.CHOICE_NOT_TAKEN);
        } else if (to.stream().anyMatch(option -> option.text().equals(text))) {
            wrong.accept(linkId, ImportedWords.CHOICE_TWICE);
        } else {
            to.add(new AnswerOption(system, code, text, counts));
        }
    }

    private static Optional<BigDecimal> counts(Element of) {
        return of.getExtension().stream()
                .filter(each -> FormExtensions.VALUE_OF_ANSWER.contains(told(each.getUrl())))
                .map(Extension::getValue)
                .flatMap(value -> number(value).stream())
                .findFirst();
    }

    /** One that lies in the file and lists what is in it; anything else would have to be fetched, and may change. */
    private void ofValueSet(QuestionnaireItemComponent item, String linkId, List<AnswerOption> to) {
        String address = told(item.getAnswerValueSet());
        Optional<ValueSet> set = read.getContained().stream()
                .filter(each -> address.equals("#" + id(each)))
                .filter(ValueSet.class::isInstance)
                .map(ValueSet.class::cast)
                .findFirst();
        if (set.isEmpty()) {
            return;
        }
        if (set.get().hasExpansion()) {
            for (ValueSetExpansionContainsComponent each :
                    set.get().getExpansion().getContains()) {
                if (each.hasContains() || each.getAbstract()) {
                    wrong.accept(linkId, ImportedWords.CHOICE_NOT_TAKEN);
                }
                add(
                        linkId,
                        told(each.getSystem()),
                        told(each.getCode()),
                        told(each.getDisplay(), each.getCode()),
                        counts(each),
                        to);
            }
            return;
        }
        if (set.get().getCompose().hasExclude()) {
            wrong.accept(linkId, new ImportedWords.NotTaken("exclude"));
        }
        for (ConceptSetComponent include : set.get().getCompose().getInclude()) {
            if (include.hasFilter() || include.hasValueSet() || !include.hasConcept()) {
                wrong.accept(linkId, ImportedWords.CHOICE_NOT_TAKEN);
            }
            for (ConceptReferenceComponent each : include.getConcept()) {
                add(
                        linkId,
                        told(include.getSystem()),
                        told(each.getCode()),
                        told(each.getDisplay(), each.getCode()),
                        counts(each),
                        to);
            }
        }
    }

    /** As a reference within the file names it. */
    private static String id(Resource contained) {
        return told(contained.getIdElement().getIdPart()).replaceFirst("^#", "");
    }
}
