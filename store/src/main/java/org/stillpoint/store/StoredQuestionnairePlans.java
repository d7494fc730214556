package org.stillpoint.store;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.questionnaire.QuestionnairePlans;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What is asked of each client, and when: a row each, once somebody chose. */
final class StoredQuestionnairePlans implements QuestionnairePlans {
    private final Database database;
    private final Shelf<QuestionnairePlan> shelf;

    StoredQuestionnairePlans(Database database, Keys keys) {
        this.database = database;
        shelf = new Shelf<>(database, keys, new AskingForm());
    }

    private static Id<QuestionnairePlan> rowOf(Id<Client> client) {
        return new Id<>(client.value());
    }

    @Override
    public QuestionnairePlan get(Id<Client> client) {
        return shelf.find(client, rowOf(client)).orElse(QuestionnairePlan.none(client));
    }

    /** The first version is that nothing is asked: it is kept with the second. */
    @Override
    public QuestionnairePlan keep(QuestionnairePlan chosen) {
        return database.write(transaction -> {
            shelf.add(QuestionnairePlan.none(chosen.client()), (kept, added) -> true, within -> {});
            return shelf.replace(chosen, (kept, wanted) -> wanted);
        });
    }

    private static final class AskingForm implements RecordForm<QuestionnairePlan> {
        @Override
        public Table<Record> table() {
            return Tables.QUESTIONNAIRE_PLAN;
        }

        @Override
        public String noun() {
            return "plan of questionnaires";
        }

        @Override
        public Id<QuestionnairePlan> id(QuestionnairePlan plan) {
            return rowOf(plan.client());
        }

        @Override
        public Id<Client> client(QuestionnairePlan plan) {
            return plan.client();
        }

        @Override
        public Version version(QuestionnairePlan plan) {
            return plan.version();
        }

        @Override
        public ObjectNode write(QuestionnairePlan plan) {
            ObjectNode content = Json.object();
            plan.end().ifPresent(day -> content.put("end", day.toString()));
            ObjectNode asked = content.putObject("asked");
            plan.asked().forEach((instrument, moments) -> {
                ArrayNode names = asked.putArray(instrument);
                new TreeSet<>(moments).forEach(moment -> names.add(moment.name()));
            });
            return content;
        }

        @Override
        public QuestionnairePlan read(Record row, JsonNode content) {
            SortedMap<String, Set<AskMoment>> asked = new TreeMap<>();
            content.required("asked").properties().forEach(each -> {
                Set<AskMoment> moments = new TreeSet<>();
                each.getValue().forEach(moment -> moments.add(AskMoment.valueOf(moment.asString())));
                asked.put(each.getKey(), moments);
            });
            return new QuestionnairePlan(
                    RecordForm.clientIn(row),
                    asked,
                    content.has("end") ? Optional.of(LocalDate.parse(Json.text(content, "end"))) : Optional.empty(),
                    RecordForm.versionIn(row));
        }
    }
}
