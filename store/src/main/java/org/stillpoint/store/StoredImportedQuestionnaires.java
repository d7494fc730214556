package org.stillpoint.store;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jooq.Record;
import org.jooq.Table;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaires;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The questionnaires that the practice imported, under the installation's key. */
final class StoredImportedQuestionnaires implements ImportedQuestionnaires {
    private static final Comparator<ImportedQuestionnaire> LATEST_FIRST =
            Comparator.comparing(ImportedQuestionnaire::importedAt).reversed().thenComparing(ImportedQuestionnaire::id);

    private static final String OFFERED = "offered";

    private final PracticeShelf<ImportedQuestionnaire> shelf;

    StoredImportedQuestionnaires(Database database, Keys keys) {
        this.shelf = new PracticeShelf<>(database, keys, new EditionForm());
    }

    @Override
    public void add(ImportedQuestionnaire imported) {
        shelf.add(imported);
    }

    @Override
    public ImportedQuestionnaire update(ImportedQuestionnaire changed) {
        return shelf.update(changed, (kept, wanted) -> kept.offered(wanted.offered()));
    }

    @Override
    public Optional<ImportedQuestionnaire> find(Id<ImportedQuestionnaire> id) {
        return shelf.find(id);
    }

    @Override
    public List<ImportedQuestionnaire> list() {
        return shelf.list(LATEST_FIRST);
    }

    /** Leaves of a row in the clear what was asked, and offers it to nobody: whoever gets it has not said that they may use it. */
    static void keepTheForm(ObjectNode row) {
        ((ObjectNode) row.required(Tables.CONTENT.getName())).put(OFFERED, false);
    }

    private static final class EditionForm implements PracticeShelf.PracticeForm<ImportedQuestionnaire> {
        @Override
        public Table<Record> table() {
            return Tables.IMPORTED_QUESTIONNAIRE;
        }

        @Override
        public String noun() {
            return "imported questionnaire";
        }

        @Override
        public Id<ImportedQuestionnaire> id(ImportedQuestionnaire imported) {
            return imported.id();
        }

        @Override
        public Version version(ImportedQuestionnaire imported) {
            return imported.version();
        }

        @Override
        public ImportedQuestionnaire seenAt(ImportedQuestionnaire imported, Version seen) {
            return imported.seenAt(seen);
        }

        @Override
        public ObjectNode write(ImportedQuestionnaire imported) {
            ObjectNode content = Json.object()
                    .put("imported_at", imported.importedAt().toString())
                    .put(OFFERED, imported.offered());
            content.set("form", FormJson.write(imported.form()));
            return content;
        }

        @Override
        public ImportedQuestionnaire read(Id<ImportedQuestionnaire> id, JsonNode content, Version version) {
            return new ImportedQuestionnaire(
                    id,
                    FormJson.read(content.required("form")),
                    Json.instant(content, "imported_at"),
                    content.required(OFFERED).asBoolean(),
                    version);
        }
    }
}
