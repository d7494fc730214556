package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.literature.AddedStudies;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.literature.KindOfEffect;
import tools.jackson.databind.JsonNode;

/** The studies that the practice adds, under the installation's key. */
final class StoredStudies implements AddedStudies {
    private static final Comparator<AddedStudy> BY_YEAR = Comparator.comparingInt(AddedStudy::year)
            .thenComparing(AddedStudy::name)
            .thenComparing(AddedStudy::id);

    private final Database database;
    private final Keys keys;

    StoredStudies(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(AddedStudy study) {
        database.write(transaction -> {
            List<AddedStudy> kept = transaction
                    .select(Tables.ID, Tables.CONTENT)
                    .from(Tables.ADDED_STUDY)
                    .where(Tables.ID.eq(study.id().toString()))
                    .fetch(this::read);
            if (!kept.isEmpty()) {
                if (!kept.getFirst().equals(study)) {
                    throw new AlreadyThere("study", study.id());
                }
                return 0;
            }
            return insert(transaction, study);
        });
    }

    private int insert(DSLContext transaction, AddedStudy study) {
        byte[] content = Json.bytes(Json.object()
                .put("name", study.name())
                .put("year", study.year())
                .put("condition", study.condition())
                .put("comparison", study.comparison())
                .put("outcome", study.outcome())
                .put("kind", study.kind().name())
                .put("effect", study.effect())
                .put("low", study.low())
                .put("high", study.high())
                .put("source", study.source())
                .put("added_at", study.addedAt().toString()));
        return transaction
                .insertInto(Tables.ADDED_STUDY)
                .set(Tables.ID, study.id().toString())
                .set(
                        Tables.CONTENT,
                        keys.ofInstallation().close(content, place(study.id().toString())))
                .execute();
    }

    @Override
    public void remove(Id<AddedStudy> id) {
        database.write(transaction -> {
            int removed = transaction
                    .deleteFrom(Tables.ADDED_STUDY)
                    .where(Tables.ID.eq(id.toString()))
                    .execute();
            if (removed == 0) {
                throw new NoSuchRecord("study", id);
            }
            return removed;
        });
    }

    @Override
    public List<AddedStudy> list() {
        return database.read(transaction ->
                transaction.select(Tables.ID, Tables.CONTENT).from(Tables.ADDED_STUDY).fetch(this::read).stream()
                        .sorted(BY_YEAR)
                        .toList());
    }

    private AddedStudy read(Record row) {
        JsonNode content = Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(row.get(Tables.ID))));
        return new AddedStudy(
                RecordForm.idIn(row),
                Json.text(content, "name"),
                content.required("year").asInt(),
                Json.text(content, "condition"),
                Json.text(content, "comparison"),
                Json.text(content, "outcome"),
                kind(content),
                content.required("effect").asDouble(),
                content.required("low").asDouble(),
                content.required("high").asDouble(),
                Json.text(content, "source"),
                Json.instant(content, "added_at"));
    }

    /** Studies that were kept before there were kinds are standardised differences. */
    private static KindOfEffect kind(JsonNode content) {
        return content.has("kind") ? KindOfEffect.valueOf(Json.text(content, "kind")) : KindOfEffect.SMD;
    }

    static String place(String id) {
        return Seal.place("added_study", "content", id);
    }
}
