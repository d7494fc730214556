package org.stillpoint.practice.questionnaire;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The questionnaires that the practice imported, every edition of them. */
public final class ImportedReading {
    private final UnitOfWork work;

    public ImportedReading(UnitOfWork work) {
        this.work = work;
    }

    /** The latest import first. */
    public List<ImportedQuestionnaire> by(Actor actor) {
        return work.read(
                actor,
                Act.SEE_IMPORTED_QUESTIONNAIRES,
                Optional.empty(),
                records -> records.importedQuestionnaires().list());
    }
}
