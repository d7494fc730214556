package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaires;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The questionnaires that the practice imported, under the installation's key. */
final class StoredImportedQuestionnaires implements ImportedQuestionnaires {
    private static final Comparator<ImportedQuestionnaire> LATEST_FIRST =
            Comparator.comparing(ImportedQuestionnaire::importedAt).reversed().thenComparing(ImportedQuestionnaire::id);

    private final Database database;
    private final Keys keys;

    StoredImportedQuestionnaires(Database database, Keys keys) {
        this.database = database;
        this.keys = keys;
    }

    @Override
    public void add(ImportedQuestionnaire imported) {
        database.write(transaction -> {
            Optional<ImportedQuestionnaire> kept = find(transaction, imported.id());
            if (kept.isPresent()) {
                if (!kept.get().equals(imported)) {
                    throw new AlreadyThere("imported questionnaire", imported.id());
                }
                return 0;
            }
            return transaction
                    .insertInto(Tables.IMPORTED_QUESTIONNAIRE)
                    .set(Tables.ID, imported.id().toString())
                    .set(Tables.VERSION, Version.FIRST.number())
                    .set(Tables.CONTENT, sealed(imported.seenAt(Version.FIRST)))
                    .execute();
        });
    }

    @Override
    public ImportedQuestionnaire update(ImportedQuestionnaire changed) {
        return database.write(transaction -> {
            ImportedQuestionnaire kept = find(transaction, changed.id())
                    .orElseThrow(() -> new NoSuchRecord("imported questionnaire", changed.id()));
            ImportedQuestionnaire next =
                    kept.offered(changed.offered()).seenAt(changed.version().next());
            int written = transaction
                    .update(Tables.IMPORTED_QUESTIONNAIRE)
                    .set(Tables.VERSION, next.version().number())
                    .set(Tables.CONTENT, sealed(next))
                    .where(Tables.ID
                            .eq(next.id().toString())
                            .and(Tables.VERSION.eq(changed.version().number())))
                    .execute();
            if (written == 0) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            return next;
        });
    }

    @Override
    public Optional<ImportedQuestionnaire> find(Id<ImportedQuestionnaire> id) {
        return database.read(transaction -> find(transaction, id));
    }

    private Optional<ImportedQuestionnaire> find(DSLContext transaction, Id<ImportedQuestionnaire> id) {
        return read(transaction, Tables.ID.eq(id.toString())).stream().findFirst();
    }

    @Override
    public List<ImportedQuestionnaire> list() {
        return database.read(transaction -> read(transaction, DSL.noCondition()).stream()
                .sorted(LATEST_FIRST)
                .toList());
    }

    private List<ImportedQuestionnaire> read(DSLContext transaction, Condition which) {
        return transaction
                .select(Tables.ID, Tables.VERSION, Tables.CONTENT)
                .from(Tables.IMPORTED_QUESTIONNAIRE)
                .where(which)
                .fetch(this::read);
    }

    private ImportedQuestionnaire read(Record row) {
        Id<ImportedQuestionnaire> id = RecordForm.idIn(row);
        JsonNode content =
                Json.parse(keys.ofInstallation().open(row.get(Tables.CONTENT), place(id, row.get(Tables.VERSION))));
        return new ImportedQuestionnaire(
                id,
                FormJson.read(content.required("form")),
                Json.instant(content, "imported_at"),
                content.required("offered").asBoolean(),
                RecordForm.versionIn(row));
    }

    private byte[] sealed(ImportedQuestionnaire imported) {
        ObjectNode content = Json.object()
                .put("imported_at", imported.importedAt().toString())
                .put("offered", imported.offered());
        content.set("form", FormJson.write(imported.form()));
        return keys.ofInstallation()
                .close(
                        Json.bytes(content),
                        place(imported.id(), imported.version().number()));
    }

    static String place(Id<ImportedQuestionnaire> id, int version) {
        return Seal.boundPlace(Seal.place("imported_questionnaire", "content", id), version, List.of());
    }
}
