package org.stillpoint.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.TreeSet;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.ChoiceAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.DayAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;
import org.stillpoint.record.questionnaire.ItemAnswer.WordsAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.YesNoAnswer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.ObjectNode;

/** The answer to one item: a whole number as it always was, anything else an object that says what it is. */
final class AnswerJson {
    private static final String NUMBER = "number";
    private static final String CHOICE = "choice";
    private static final String CHOICES = "choices";
    private static final String WORDS = "words";
    private static final String YES = "yes";
    private static final String DAY = "day";

    private static final BigDecimal MOST_PLAIN = BigDecimal.valueOf(Integer.MAX_VALUE);

    private AnswerJson() {}

    static JsonNode write(ItemAnswer answer) {
        return switch (answer) {
            case NumberAnswer number
            when number.isWhole() && number.value().abs().compareTo(MOST_PLAIN) <= 0 ->
                IntNode.valueOf(number.value().intValueExact());
            case NumberAnswer number -> Json.object().put(NUMBER, number.value().toPlainString());
            case ChoiceAnswer choice -> Json.object().put(CHOICE, choice.option());
            case SeveralAnswers several -> several(several);
            case WordsAnswer said -> Json.object().put(WORDS, said.words().value());
            case YesNoAnswer said -> Json.object().put(YES, said.yes());
            case DayAnswer on -> Json.object().put(DAY, on.day().toString());
        };
    }

    private static JsonNode several(SeveralAnswers several) {
        ObjectNode content = Json.object();
        ArrayNode options = content.putArray(CHOICES);
        several.options().forEach(options::add);
        return content.put(WORDS, several.words().value());
    }

    private static SeveralAnswers several(JsonNode content) {
        TreeSet<Integer> options = new TreeSet<>();
        content.required(CHOICES).forEach(option -> options.add(option.asInt()));
        return new SeveralAnswers(options, new PrivateText(Json.text(content, WORDS)));
    }

    static ItemAnswer read(JsonNode content) {
        if (content.isIntegralNumber()) {
            return ItemAnswer.number(content.asInt());
        }
        if (content.has(NUMBER)) {
            return new NumberAnswer(new BigDecimal(Json.text(content, NUMBER)));
        }
        if (content.has(CHOICE)) {
            return new ChoiceAnswer(content.required(CHOICE).asInt());
        }
        if (content.has(CHOICES)) {
            return several(content);
        }
        if (content.has(WORDS)) {
            return new WordsAnswer(new PrivateText(Json.text(content, WORDS)));
        }
        return content.has(YES)
                ? new YesNoAnswer(content.required(YES).asBoolean())
                : new DayAnswer(LocalDate.parse(Json.text(content, DAY)));
    }
}
