package org.stillpoint.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.FilledQuestionnaires;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.setting.PracticeLanguage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What clients answered, one ciphertext each. */
final class StoredFilledQuestionnaires implements FilledQuestionnaires {
    private static final Comparator<FilledQuestionnaire> IN_TIME =
            Comparator.comparing(FilledQuestionnaire::begunAt).thenComparing(FilledQuestionnaire::id);

    private final Shelf<FilledQuestionnaire> shelf;

    StoredFilledQuestionnaires(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new FilledForm());
    }

    @Override
    public void add(FilledQuestionnaire filled) {
        shelf.add(filled, FilledQuestionnaire::equals, transaction -> {});
    }

    @Override
    public FilledQuestionnaire update(FilledQuestionnaire changed) {
        return shelf.replace(
                changed,
                (kept, wanted) -> new FilledQuestionnaire(
                        kept.id(),
                        kept.client(),
                        kept.instrument(),
                        kept.imported(),
                        kept.language(),
                        kept.begunAt(),
                        wanted.activities(),
                        wanted.answers(),
                        wanted.leftOut(),
                        wanted.by(),
                        wanted.answeredAt(),
                        wanted.handedInAt(),
                        wanted.version()));
    }

    @Override
    public void remove(Id<Client> client, Id<FilledQuestionnaire> id, Version seen) {
        shelf.remove(client, id, seen);
    }

    @Override
    public Optional<FilledQuestionnaire> find(Id<Client> client, Id<FilledQuestionnaire> id) {
        return shelf.find(client, id);
    }

    @Override
    public List<FilledQuestionnaire> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    private static final class FilledForm implements RecordForm<FilledQuestionnaire> {
        @Override
        public Table<Record> table() {
            return Tables.FILLED_QUESTIONNAIRE;
        }

        @Override
        public String noun() {
            return "questionnaire";
        }

        @Override
        public Id<FilledQuestionnaire> id(FilledQuestionnaire filled) {
            return filled.id();
        }

        @Override
        public Id<Client> client(FilledQuestionnaire filled) {
            return filled.client();
        }

        @Override
        public Version version(FilledQuestionnaire filled) {
            return filled.version();
        }

        @Override
        public ObjectNode write(FilledQuestionnaire filled) {
            ObjectNode content = Json.object()
                    .put("instrument", filled.instrument())
                    .put("language", filled.language().name())
                    .put("begun_at", filled.begunAt().toString());
            filled.imported().ifPresent(edition -> content.put("imported", edition.toString()));
            filled.by().ifPresent(hand -> content.put("by", hand.name()));
            filled.answeredAt().ifPresent(at -> content.put("answered_at", at.toString()));
            filled.handedInAt().ifPresent(at -> content.put("handed_in_at", at.toString()));
            ArrayNode activities = content.putArray("activities");
            filled.activities().forEach(each -> activities.add(each.value()));
            ObjectNode answers = content.putObject("answers");
            filled.answers().forEach((item, answer) -> answers.set(item.toString(), AnswerJson.write(answer)));
            ArrayNode left = content.putArray("left_out");
            filled.leftOut().forEach(left::add);
            return content;
        }

        @Override
        public FilledQuestionnaire read(Record row, JsonNode content) {
            List<PrivateText> activities = new ArrayList<>();
            content.required("activities").forEach(each -> activities.add(new PrivateText(each.asString())));
            SortedMap<Integer, ItemAnswer> answers = new TreeMap<>();
            content.required("answers")
                    .properties()
                    .forEach(each -> answers.put(Integer.valueOf(each.getKey()), AnswerJson.read(each.getValue())));
            TreeSet<Integer> left = new TreeSet<>();
            content.required("left_out").forEach(each -> left.add(each.asInt()));
            return new FilledQuestionnaire(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.text(content, "instrument"),
                    content.has("imported") ? Optional.of(Id.of(Json.text(content, "imported"))) : Optional.empty(),
                    PracticeLanguage.valueOf(Json.text(content, "language")),
                    Json.instant(content, "begun_at"),
                    activities,
                    answers,
                    left,
                    content.has("by") ? Optional.of(IntakeHand.valueOf(Json.text(content, "by"))) : Optional.empty(),
                    instant(content, "answered_at"),
                    instant(content, "handed_in_at"),
                    RecordForm.versionIn(row));
        }

        private static Optional<Instant> instant(JsonNode content, String field) {
            return content.has(field) ? Optional.of(Json.instant(content, field)) : Optional.empty();
        }
    }
}
