package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaires;

/** The questionnaires that the practice imported, in memory. */
final class ImportedQuestionnairesInMemory implements ImportedQuestionnaires {
    private static final Comparator<ImportedQuestionnaire> LATEST_FIRST =
            Comparator.comparing(ImportedQuestionnaire::importedAt).reversed().thenComparing(ImportedQuestionnaire::id);

    private final Memory memory;
    private final Memory.Table<Id<ImportedQuestionnaire>, ImportedQuestionnaire> rows;

    ImportedQuestionnairesInMemory(Memory memory) {
        this.memory = memory;
        this.rows = memory.table();
    }

    @Override
    public void add(ImportedQuestionnaire imported) {
        memory.write(() -> {
            Optional<ImportedQuestionnaire> kept = rows.find(imported.id());
            if (kept.isPresent() && !kept.get().equals(imported)) {
                throw new AlreadyThere("imported questionnaire", imported.id());
            }
            rows.put(imported.id(), imported);
            return imported;
        });
    }

    @Override
    public ImportedQuestionnaire update(ImportedQuestionnaire changed) {
        return memory.write(() -> {
            ImportedQuestionnaire kept = get(changed.id());
            if (!kept.version().equals(changed.version())) {
                throw new StaleRecord(changed.id(), changed.version(), kept.version());
            }
            ImportedQuestionnaire next =
                    kept.offered(changed.offered()).seenAt(kept.version().next());
            rows.put(next.id(), next);
            return next;
        });
    }

    @Override
    public Optional<ImportedQuestionnaire> find(Id<ImportedQuestionnaire> id) {
        return rows.find(id);
    }

    @Override
    public List<ImportedQuestionnaire> list() {
        return rows.stream().sorted(LATEST_FIRST).toList();
    }
}
