package org.stillpoint.exchange.fhir.resource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.PositiveIntType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.exchange.fhir.code.OwnExtension;
import org.stillpoint.exchange.fhir.code.OwnSystem;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;

/**
 * What a client answered to a questionnaire that the practice imported, by the link ids of its own form, in the parts in which they stand there;
 * what they chose to leave out stands without an answer. The form itself is not written: it is somebody else's.
 */
public final class FhirAnswered implements FhirTranslator<FilledImported> {
    /** R4's integer has 32 bits; a larger whole number is a decimal. */
    private static final BigDecimal MOST_OF_AN_INTEGER = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Map<Id<ImportedQuestionnaire>, ImportedQuestionnaire> forms;

    /** @param forms the editions that were filled in, without which no answer can be read */
    public FhirAnswered(Collection<ImportedQuestionnaire> forms) {
        this.forms =
                forms.stream().collect(Collectors.toMap(ImportedQuestionnaire::id, form -> form, (one, same) -> one));
    }

    /** Adds what was handed in; where an answer is missing that the form calls for, it was stopped. */
    @Override
    public void write(FilledImported told, FhirEntries to) {
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
        OwnExtension.ASKED_FORM.add(response, FhirEntries.identifier(told.form().id()));
        told.filled().by().ifPresent(hand -> OwnExtension.SAID_BY.add(response, OwnSystem.INTAKE_HAND.coding(hand)));
        told.filled().answeredAt().ifPresent(at -> OwnExtension.ANSWERED_AT.add(response, FhirValues.exact(at)));
        FhirValues.recorded(response, told.filled().begunAt(), told.filled().version());
        writeItems(told, response);
        FhirValues.narrate(response, form.title());
        to.add(told.filled().id(), response);
    }

    private static void writeItems(FilledImported told, QuestionnaireResponse response) {
        Map<String, QuestionnaireResponseItemComponent> parts = new HashMap<>();
        SortedMap<Integer, ItemAnswer> answers = told.answers();
        SortedSet<Integer> numbers = new TreeSet<>(answers.keySet());
        numbers.addAll(told.filled().leftOut());
        for (int number : numbers) {
            ImportedItem asked = told.form().item(number);
            QuestionnaireResponseItemComponent item = within(response, parts, asked.groups())
                    .setLinkId(asked.linkId())
                    .setText(asked.text());
            ItemAnswer answer = answers.get(number);
            if (answer != null) {
                answer.each().forEach(each -> write(asked, each, item.addAnswer()));
            }
        }
    }

    private static void write(
            ImportedItem asked, ItemAnswer.SingleAnswer one, QuestionnaireResponseItemAnswerComponent to) {
        to.setValue(value(asked, one));
        if (one instanceof ItemAnswer.ChoiceAnswer(int option)) {
            OwnExtension.CHOSEN_OPTION.add(to, new PositiveIntType(option));
        }
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

    private static Type value(ImportedItem asked, ItemAnswer.SingleAnswer answer) {
        return switch (answer) {
            case ItemAnswer.ChoiceAnswer choice -> chosen(((AnswerWay.ByChoice) asked.way()).option(choice));
            case ItemAnswer.NumberAnswer amount ->
                asked.way() instanceof AnswerWay.ByNumber(boolean whole, var low, var high)
                                && whole
                                && amount.isWhole()
                                && amount.value().abs().compareTo(MOST_OF_AN_INTEGER) <= 0
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

    @Override
    public List<FilledImported> read(FhirEntries from) {
        return from.list(QuestionnaireResponse.class).stream()
                .flatMap(response -> OwnExtension.ASKED_FORM.find(response, Identifier.class).stream()
                        .map(FhirEntries::<ImportedQuestionnaire>recordId)
                        .map(forms::get)
                        .filter(Objects::nonNull)
                        .map(form -> read(response, form)))
                .toList();
    }

    private static FilledImported read(QuestionnaireResponse in, ImportedQuestionnaire form) {
        TreeMap<Integer, ItemAnswer> answers = new TreeMap<>();
        TreeSet<Integer> leftOut = new TreeSet<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int number = 1; number <= form.form().items().size(); number++) {
            numbers.put(form.item(number).linkId(), number);
        }
        readItems(in.getItem(), form, numbers, answers, leftOut);
        return new FilledImported(
                new FilledQuestionnaire(
                        FhirEntries.recordId(in.getIdentifier()),
                        FhirEntries.recordId(in.getSubject()),
                        form.instrument(),
                        Optional.of(form.id()),
                        form.form().language(),
                        FhirValues.recordedAt(in).orElseThrow(),
                        List.of(),
                        answers,
                        leftOut,
                        OwnExtension.SAID_BY
                                .find(in, Coding.class)
                                .flatMap(hand -> OwnSystem.constant(IntakeHand.class, hand.getCode())),
                        OwnExtension.ANSWERED_AT.find(in, InstantType.class).map(FhirValues::instant),
                        in.hasAuthored() ? Optional.of(FhirValues.instant(in.getAuthoredElement())) : Optional.empty(),
                        FhirValues.version(in)),
                form);
    }

    /** A part of the form has items in it, and its link id is no item's. */
    private static void readItems(
            List<QuestionnaireResponseItemComponent> items,
            ImportedQuestionnaire form,
            Map<String, Integer> numbers,
            Map<Integer, ItemAnswer> answers,
            Set<Integer> leftOut) {
        for (QuestionnaireResponseItemComponent item : items) {
            readItems(item.getItem(), form, numbers, answers, leftOut);
            Integer number = numbers.get(item.getLinkId());
            if (number != null && item.hasAnswer()) {
                answers.put(number, answer(form.item(number), item.getAnswer()));
            } else if (number != null) {
                leftOut.add(number);
            }
        }
    }

    private static ItemAnswer answer(ImportedItem asked, List<QuestionnaireResponseItemAnswerComponent> given) {
        List<ItemAnswer.SingleAnswer> each =
                given.stream().map(FhirAnswered::answer).toList();
        return asked.way() instanceof AnswerWay.ByChoice choice && choice.several()
                ? ItemAnswer.SeveralAnswers.of(each)
                : each.getFirst();
    }

    private static ItemAnswer.SingleAnswer answer(QuestionnaireResponseItemAnswerComponent given) {
        Optional<PositiveIntType> option = OwnExtension.CHOSEN_OPTION.find(given, PositiveIntType.class);
        if (option.isPresent()) {
            return new ItemAnswer.ChoiceAnswer(option.get().getValue());
        }
        return switch (given.getValue()) {
            case IntegerType whole -> new ItemAnswer.NumberAnswer(BigDecimal.valueOf(whole.getValue()));
            case DecimalType amount -> new ItemAnswer.NumberAnswer(amount.getValue());
            case BooleanType said -> new ItemAnswer.YesNoAnswer(said.booleanValue());
            case DateType on -> new ItemAnswer.DayAnswer(LocalDate.parse(on.getValueAsString()));
            case StringType said -> new ItemAnswer.WordsAnswer(new PrivateText(said.getValue()));
            default -> throw new IllegalStateException("an answer of no known kind");
        };
    }
}
