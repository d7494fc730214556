package org.stillpoint.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.questionnaire.AnswerWay;
import org.stillpoint.record.questionnaire.AnswerWay.AnswerOption;
import org.stillpoint.record.questionnaire.AnswerWay.ByChoice;
import org.stillpoint.record.questionnaire.AnswerWay.ByDay;
import org.stillpoint.record.questionnaire.AnswerWay.ByNumber;
import org.stillpoint.record.questionnaire.AnswerWay.ByWords;
import org.stillpoint.record.questionnaire.AnswerWay.ByYesNo;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.questionnaire.ItemRule;
import org.stillpoint.record.questionnaire.ItemRule.AnswerCondition;
import org.stillpoint.record.questionnaire.ItemRule.AnswerTest;
import org.stillpoint.record.setting.PracticeLanguage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The form of an imported questionnaire. */
final class FormJson {
    private FormJson() {}

    static ObjectNode write(PublishedForm form) {
        ObjectNode content = Json.object()
                .put("url", form.url())
                .put("edition", form.edition())
                .put("title", form.title())
                .put("language", form.language().name())
                .put("publisher", form.publisher())
                .put("copyright", form.copyright());
        ArrayNode items = content.putArray("items");
        form.items().forEach(item -> items.add(write(item)));
        texts(content, "ending", form.ending());
        return content;
    }

    private static void texts(ObjectNode into, String member, List<FormText> texts) {
        if (!texts.isEmpty()) {
            ArrayNode all = into.putArray(member);
            texts.forEach(each -> {
                ObjectNode written = all.addObject().put("text", each.text());
                rules(written, each.rules());
            });
        }
    }

    private static void rules(ObjectNode into, List<ItemRule> rules) {
        if (!rules.isEmpty()) {
            ArrayNode all = into.putArray("rules");
            rules.forEach(rule -> all.add(write(rule)));
        }
    }

    private static ObjectNode write(ImportedItem item) {
        ObjectNode content = Json.object().put("link_id", item.linkId()).put("text", item.text());
        ArrayNode groups = content.putArray("groups");
        item.groups()
                .forEach(group ->
                        groups.addObject().put("link_id", group.linkId()).put("title", group.title()));
        texts(content, "above", item.above());
        content.set("way", write(item.way()));
        if (item.required()) {
            content.put("required", true);
        }
        rules(content, item.rules());
        return content;
    }

    private static ObjectNode write(AnswerWay way) {
        ObjectNode content = Json.object();
        switch (way) {
            case ByChoice choice -> {
                content.put("or_own_words", choice.orOwnWords());
                if (choice.several()) {
                    content.put("several", true);
                }
                ArrayNode options = content.putArray("options");
                choice.options().forEach(option -> {
                    ObjectNode written = options.addObject()
                            .put("system", option.system())
                            .put("code", option.code())
                            .put("text", option.text());
                    number(written, "value", option.value());
                });
            }
            case ByYesNo yesNo -> content.put("yes_no", true);
            case ByNumber number -> {
                content.put("whole", number.whole());
                number(content, "low", number.low());
                number(content, "high", number.high());
            }
            case ByWords words -> content.put("many", words.many()).put("most", words.most());
            case ByDay day -> content.put("day", true);
        }
        return content;
    }

    private static void number(ObjectNode into, String member, Optional<BigDecimal> number) {
        number.ifPresent(value -> into.put(member, value.toPlainString()));
    }

    private static ObjectNode write(ItemRule rule) {
        ObjectNode content = Json.object().put("all", rule.all());
        ArrayNode conditions = content.putArray("conditions");
        rule.conditions().forEach(condition -> {
            ObjectNode written = conditions
                    .addObject()
                    .put("item", condition.item())
                    .put("test", condition.test().name());
            condition.with().ifPresent(with -> written.set("with", AnswerJson.write(with)));
        });
        return content;
    }

    static PublishedForm read(JsonNode content) {
        List<ImportedItem> items = new ArrayList<>();
        content.required("items").forEach(item -> items.add(item(item)));
        return new PublishedForm(
                Json.text(content, "url"),
                Json.text(content, "edition"),
                Json.text(content, "title"),
                PracticeLanguage.valueOf(Json.text(content, "language")),
                Json.text(content, "publisher"),
                Json.text(content, "copyright"),
                items,
                texts(content, "ending"));
    }

    private static List<FormText> texts(JsonNode from, String member) {
        List<FormText> texts = new ArrayList<>();
        from.path(member).forEach(each -> texts.add(new FormText(Json.text(each, "text"), rules(each))));
        return texts;
    }

    private static List<ItemRule> rules(JsonNode from) {
        List<ItemRule> rules = new ArrayList<>();
        from.path("rules").forEach(rule -> {
            List<AnswerCondition> conditions = new ArrayList<>();
            rule.required("conditions")
                    .forEach(each -> conditions.add(new AnswerCondition(
                            each.required("item").asInt(),
                            AnswerTest.valueOf(Json.text(each, "test")),
                            each.has("with")
                                    ? Optional.of(AnswerJson.read(each.required("with")))
                                    : Optional.empty())));
            rules.add(new ItemRule(rule.required("all").asBoolean(), conditions));
        });
        return rules;
    }

    private static ImportedItem item(JsonNode content) {
        List<FormGroup> groups = new ArrayList<>();
        content.required("groups")
                .forEach(each -> groups.add(new FormGroup(Json.text(each, "link_id"), Json.text(each, "title"))));
        return new ImportedItem(
                Json.text(content, "link_id"),
                groups,
                texts(content, "above"),
                Json.text(content, "text"),
                way(content.required("way")),
                content.has("required"),
                rules(content));
    }

    private static AnswerWay way(JsonNode content) {
        if (content.has("options")) {
            List<AnswerOption> options = new ArrayList<>();
            content.required("options")
                    .forEach(each -> options.add(new AnswerOption(
                            Json.text(each, "system"),
                            Json.text(each, "code"),
                            Json.text(each, "text"),
                            number(each, "value"))));
            return new ByChoice(options, content.required("or_own_words").asBoolean(), content.has("several"));
        }
        if (content.has("whole")) {
            return new ByNumber(content.required("whole").asBoolean(), number(content, "low"), number(content, "high"));
        }
        if (content.has("most")) {
            return new ByWords(
                    content.required("many").asBoolean(),
                    content.required("most").asInt());
        }
        return content.has("day") ? new ByDay() : new ByYesNo();
    }

    private static Optional<BigDecimal> number(JsonNode from, String member) {
        return from.has(member) ? Optional.of(new BigDecimal(Json.text(from, member))) : Optional.empty();
    }
}
