package org.stillpoint.exchange.fhir.take;

import static org.stillpoint.exchange.fhir.take.TakeQuestionnaire.told;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Questionnaire.EnableWhenBehavior;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemEnableWhenComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemRule;
import org.stillpoint.record.questionnaire.ItemRule.AnswerCondition;
import org.stillpoint.record.questionnaire.ItemRule.AnswerTest;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;

/** When the items of a questionnaire are asked: by answers that were given before, compared with ones that could be given. */
final class FormRules {
    private final List<ImportedItem> before;
    private final Map<String, Integer> numbers;
    private final BiConsumer<String, Message> wrong;

    /**
     * @param before the items that were read so far; it grows
     * @param numbers of these, by link id; it grows
     */
    FormRules(List<ImportedItem> before, Map<String, Integer> numbers, BiConsumer<String, Message> wrong) {
        this.before = before;
        this.numbers = numbers;
        this.wrong = wrong;
    }

    /** Empty where it is always asked, or its condition is not understood; that is told then. */
    Optional<ItemRule> of(QuestionnaireItemComponent item) {
        if (!item.hasEnableWhen()) {
            return Optional.empty();
        }
        List<AnswerCondition> conditions = new ArrayList<>();
        item.getEnableWhen().forEach(each -> condition(each).ifPresent(conditions::add));
        boolean said = item.getEnableWhen().size() == 1 || item.hasEnableBehavior();
        if (conditions.size() < item.getEnableWhen().size() || !said) {
            wrong.accept(told(item.getLinkId()), ImportedWords.CONDITION_NOT_TAKEN);
            return Optional.empty();
        }
        return Optional.of(new ItemRule(item.getEnableBehavior() != EnableWhenBehavior.ANY, conditions));
    }

    private Optional<AnswerCondition> condition(QuestionnaireItemEnableWhenComponent when) {
        Integer number = numbers.get(told(when.getQuestion()));
        if (number == null || when.getOperator() == null || !when.hasAnswer()) {
            return Optional.empty();
        }
        AnswerWay way = before.get(number - 1).way();
        return switch (when.getOperator()) {
            case EXISTS ->
                when.getAnswer() instanceof BooleanType there
                        ? Optional.of(new AnswerCondition(
                                number,
                                there.booleanValue() ? AnswerTest.IS_ANSWERED : AnswerTest.IS_NOT_ANSWERED,
                                Optional.empty()))
                        : Optional.empty();
            case EQUAL -> compared(number, AnswerTest.EQUALS, answer(way, when.getAnswer()));
            case NOT_EQUAL -> compared(number, AnswerTest.DIFFERS, answer(way, when.getAnswer()));
            case GREATER_THAN -> compared(number, AnswerTest.MORE, number(way, when.getAnswer()));
            case LESS_THAN -> compared(number, AnswerTest.LESS, number(way, when.getAnswer()));
            case GREATER_OR_EQUAL -> compared(number, AnswerTest.AT_LEAST, number(way, when.getAnswer()));
            case LESS_OR_EQUAL -> compared(number, AnswerTest.AT_MOST, number(way, when.getAnswer()));
            case NULL -> Optional.empty();
        };
    }

    private static Optional<AnswerCondition> compared(int number, AnswerTest test, Optional<ItemAnswer> with) {
        return with.map(answer -> new AnswerCondition(number, test, Optional.of(answer)));
    }

    private static Optional<ItemAnswer> number(AnswerWay way, Type with) {
        return way instanceof AnswerWay.ByNumber ? answer(way, with) : Optional.empty();
    }

    /** The answer that is meant; empty where nobody could give it. */
    private static Optional<ItemAnswer> answer(AnswerWay way, Type with) {
        return switch (way) {
            case AnswerWay.ByYesNo yesNo ->
                with instanceof BooleanType said
                        ? Optional.of(new ItemAnswer.YesNoAnswer(said.booleanValue()))
                        : Optional.empty();
            case AnswerWay.ByNumber number ->
                FormWays.number(with)
                        .filter(value -> value.precision() <= ItemAnswer.MOST_DIGITS
                                && Math.abs(value.scale()) <= ItemAnswer.MOST_DIGITS)
                        .<ItemAnswer>map(ItemAnswer.NumberAnswer::new);
            case AnswerWay.ByDay day ->
                with instanceof DateType date && date.hasValue() && date.getPrecision() == TemporalPrecisionEnum.DAY
                        ? Optional.of(new ItemAnswer.DayAnswer(LocalDate.parse(date.getValueAsString())))
                        : Optional.empty();
            case AnswerWay.ByChoice choice ->
                IntStream.rangeClosed(1, choice.options().size())
                        .filter(option -> isMeant(choice.options().get(option - 1), with))
                        .mapToObj(ItemAnswer.ChoiceAnswer::new)
                        .map(ItemAnswer.class::cast)
                        .findFirst();
            case AnswerWay.ByWords words -> Optional.empty();
        };
    }

    private static boolean isMeant(AnswerOption option, Type with) {
        return switch (with) {
            case Coding coding ->
                option.code().equals(told(coding.getCode()))
                        && !option.code().isEmpty()
                        && (option.system().equals(told(coding.getSystem())) || !coding.hasSystem());
            case StringType said -> option.code().isEmpty() && option.text().equals(said.getValue());
            case IntegerType said -> option.code().isEmpty() && option.text().equals(said.getValueAsString());
            default -> false;
        };
    }
}
