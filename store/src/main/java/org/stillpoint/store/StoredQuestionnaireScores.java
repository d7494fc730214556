package org.stillpoint.store;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.questionnaire.QuestionnaireScores;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The scores of questionnaires. */
final class StoredQuestionnaireScores implements QuestionnaireScores {
    private static final Comparator<QuestionnaireScore> IN_TIME = Comparator.comparing(QuestionnaireScore::day)
            .thenComparing(QuestionnaireScore::instrument)
            .thenComparing(QuestionnaireScore::id);

    private final Shelf<QuestionnaireScore> shelf;

    StoredQuestionnaireScores(Database database, Keys keys) {
        shelf = new Shelf<>(database, keys, new ScoreForm());
    }

    @Override
    public int addAll(Id<Client> client, List<QuestionnaireScore> scores) {
        if (scores.stream().anyMatch(score -> !score.client().equals(client))) {
            throw new BadValue("client", "of a score", "the client that it is added to");
        }
        return shelf.addAll(client, kept -> missing(kept, scores));
    }

    private static List<QuestionnaireScore> missing(List<QuestionnaireScore> kept, List<QuestionnaireScore> scores) {
        List<QuestionnaireScore> all = new ArrayList<>(kept);
        for (QuestionnaireScore score : scores) {
            Optional<QuestionnaireScore> there =
                    all.stream().filter(score::isOfSameDay).findFirst();
            if (there.isEmpty()) {
                all.add(score);
            } else if (there.get().score() != score.score()) {
                throw new AlreadyThere("score of that day", there.get().id());
            }
        }
        return all.subList(kept.size(), all.size());
    }

    @Override
    public void remove(Id<Client> client, Id<QuestionnaireScore> id) {
        shelf.remove(client, id, Version.FIRST);
    }

    @Override
    public List<QuestionnaireScore> list(Id<Client> client) {
        return shelf.list(client, IN_TIME);
    }

    /** Binds what programs before schema 60 left. */
    void bind(DSLContext transaction, Seal seal, Id<Client> client) {
        shelf.bind(transaction, seal, client);
    }

    private static final class ScoreForm implements RecordForm<QuestionnaireScore> {
        @Override
        public Table<Record> table() {
            return Tables.QUESTIONNAIRE_SCORE;
        }

        @Override
        public String noun() {
            return "score";
        }

        @Override
        public Id<QuestionnaireScore> id(QuestionnaireScore score) {
            return score.id();
        }

        @Override
        public Id<Client> client(QuestionnaireScore score) {
            return score.client();
        }

        @Override
        public Version version(QuestionnaireScore value) {
            return Version.FIRST;
        }

        @Override
        public ObjectNode write(QuestionnaireScore score) {
            return Json.object()
                    .put("instrument", score.instrument())
                    .put("day", score.day().toString())
                    .put("score", score.score());
        }

        @Override
        public QuestionnaireScore read(Record row, JsonNode content) {
            return new QuestionnaireScore(
                    RecordForm.idIn(row),
                    RecordForm.clientIn(row),
                    Json.text(content, "instrument"),
                    LocalDate.parse(Json.text(content, "day")),
                    content.required("score").asDouble());
        }
    }
}
