package org.stillpoint.exchange.fhir.take;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;
import org.stillpoint.exchange.fhir.take.TakenFhir.AnsweredSum;

/**
 * The sum of a PHQ-9, counted from its answers: HL7's own example states another than its answers have. Both are told, neither is changed, and the
 * ninth answer is looked at whatever the sum is.
 */
final class SumOfPhq9 {
    /** The four answers, as Pfizer's form words them. */
    private static final Map<String, Integer> POINTS = Map.of(
            "not at all", 0,
            "several days", 1,
            "more than half the days", 2,
            "nearly every day", 3);

    private static final int QUESTIONS = 9;
    private static final String NINTH_CODE = "44260-8";
    private static final String NINTH_WORDS = "better off dead";
    private static final String TOTAL_CODE = "44261-6";
    private static final String TOTAL_WORD = "total";

    private SumOfPhq9() {}

    /** Empty where the response is no PHQ-9. */
    static Optional<AnsweredSum> find(QuestionnaireResponse response) {
        List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
        response.getItem().forEach(item -> collect(item, items));
        List<QuestionnaireResponseItemComponent> scored =
                items.stream().filter(item -> points(item).isPresent()).toList();
        Optional<QuestionnaireResponseItemComponent> ninth = scored.stream()
                .filter(item -> holds(item, NINTH_CODE, NINTH_WORDS))
                .findFirst();
        if (ninth.isEmpty()) {
            return Optional.empty();
        }
        OptionalInt counted = scored.size() == QUESTIONS
                ? OptionalInt.of(scored.stream()
                        .mapToInt(item -> points(item).orElseThrow())
                        .sum())
                : OptionalInt.empty();
        return Optional.of(new AnsweredSum(
                Objects.requireNonNullElse(response.getIdElement().getIdPart(), ""),
                Optional.ofNullable(response.getAuthoredElement().getValueAsString()),
                stated(items),
                counted,
                points(ninth.get()).orElseThrow() > 0));
    }

    private static void collect(QuestionnaireResponseItemComponent item, List<QuestionnaireResponseItemComponent> to) {
        to.add(item);
        item.getItem().forEach(each -> collect(each, to));
    }

    private static boolean holds(QuestionnaireResponseItemComponent item, String code, String words) {
        return Objects.requireNonNullElse(item.getLinkId(), "").contains(code)
                || Objects.requireNonNullElse(item.getText(), "")
                        .toLowerCase(Locale.ROOT)
                        .contains(words);
    }

    private static Optional<Integer> points(QuestionnaireResponseItemComponent item) {
        return item.getAnswer().stream()
                .filter(answer -> answer.getValue() instanceof Coding)
                .map(answer ->
                        Objects.requireNonNullElse(answer.getValueCoding().getDisplay(), ""))
                .map(display -> POINTS.get(display.strip().toLowerCase(Locale.ROOT)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static OptionalDouble stated(List<QuestionnaireResponseItemComponent> items) {
        return items.stream()
                .filter(item -> holds(item, TOTAL_CODE, TOTAL_WORD) && item.hasAnswer())
                .flatMap(item -> number(item.getAnswerFirstRep().getValue()).stream())
                .mapToDouble(BigDecimal::doubleValue)
                .findFirst();
    }

    private static Optional<BigDecimal> number(Type value) {
        return switch (value) {
            case IntegerType whole -> Optional.of(BigDecimal.valueOf(whole.getValue()));
            case DecimalType decimal -> Optional.ofNullable(decimal.getValue());
            case Quantity quantity -> Optional.ofNullable(quantity.getValue());
            default -> Optional.empty();
        };
    }
}
