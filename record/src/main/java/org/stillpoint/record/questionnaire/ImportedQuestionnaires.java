package org.stillpoint.record.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;

/** Where the questionnaires are kept that the practice imported, every edition of them; none is ever removed. */
public interface ImportedQuestionnaires {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     */
    void add(ImportedQuestionnaire imported);

    /**
     * Writes whether it is offered; its form stays as it is kept.
     *
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is none such
     */
    ImportedQuestionnaire update(ImportedQuestionnaire changed);

    Optional<ImportedQuestionnaire> find(Id<ImportedQuestionnaire> id);

    /** All, the latest import first. */
    List<ImportedQuestionnaire> list();

    /** @throws NoSuchRecord if there is none such */
    default ImportedQuestionnaire get(Id<ImportedQuestionnaire> id) {
        return find(id).orElseThrow(() -> new NoSuchRecord("imported questionnaire", id));
    }
}
