package org.stillpoint.practice.questionnaire;

import java.time.Clock;
import java.util.Optional;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.Deeds;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire.PublishedForm;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Deed;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * Whoever runs the practice imports a questionnaire that it may use, and says which of them are offered. Another edition of one that is there
 * takes its place from then on; whoever has begun the one before goes on with that.
 */
public final class ImportQuestionnaire {

    /**
     * @param key made with the page, so that sending it twice imports once
     * @param form as it was read
     * @param mayUse whether somebody says that the practice may use it
     */
    public record Command(Id<Deed> key, PublishedForm form, boolean mayUse) {}

    /**
     * @param key made with the page, so that sending it twice does it once
     * @param imported which
     * @param offered whether it can be asked for from now on
     */
    public record OfferOrStop(Id<Deed> key, Id<ImportedQuestionnaire> imported, boolean offered) {}

    private final UnitOfWork work;
    private final Clock clock;

    public ImportQuestionnaire(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /**
     * The very same edition again is no other: it is offered again.
     *
     * @throws BadValue if nobody says that the practice may use it
     */
    public Answer<ImportedQuestionnaire> by(Actor actor, Command wanted) {
        if (!wanted.mayUse()) {
            throw new BadValue("mayUse", "not said", "that the practice may use it");
        }
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.IMPORT_QUESTIONNAIRE, wanted.key(), wanted),
                        records -> new Answer.Done<>(importForm(records, wanted.form())),
                        records ->
                                new Answer.Again<>(find(records, wanted.form()).orElseThrow())),
                () -> work.read(
                        actor,
                        Act.SEE_IMPORTED_QUESTIONNAIRES,
                        Optional.empty(),
                        records -> find(records, wanted.form()).orElseThrow()));
    }

    private static Optional<ImportedQuestionnaire> find(Records records, PublishedForm form) {
        return records.importedQuestionnaires().list().stream()
                .filter(one -> one.form().equals(form))
                .findFirst();
    }

    private ImportedQuestionnaire importForm(Records records, PublishedForm form) {
        ImportedQuestionnaire edition =
                find(records, form).orElseGet(() -> ImportedQuestionnaire.of(Id.random(), form, clock.instant()));
        records.importedQuestionnaires().add(edition);
        return offer(records, edition, true);
    }

    /** One of an address and language is offered at most. */
    private static ImportedQuestionnaire offer(Records records, ImportedQuestionnaire one, boolean offered) {
        if (offered) {
            records.importedQuestionnaires().list().stream()
                    .filter(other -> other.offered()
                            && !other.id().equals(one.id())
                            && other.form().isOfSame(one.form()))
                    .forEach(other -> records.importedQuestionnaires().update(other.offered(false)));
        }
        return one.offered() == offered ? one : records.importedQuestionnaires().update(one.offered(offered));
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is none such */
    public Answer<ImportedQuestionnaire> by(Actor actor, OfferOrStop wanted) {
        return Answer.of(
                () -> work.run(
                        actor,
                        Deeds.of(Act.OFFER_IMPORTED_QUESTIONNAIRE, wanted.key(), wanted),
                        records -> new Answer.Done<>(offer(
                                records, records.importedQuestionnaires().get(wanted.imported()), wanted.offered())),
                        records -> new Answer.Again<>(
                                records.importedQuestionnaires().get(wanted.imported()))),
                () -> work.read(
                        actor,
                        Act.SEE_IMPORTED_QUESTIONNAIRES,
                        Optional.empty(),
                        records -> records.importedQuestionnaires().get(wanted.imported())));
    }
}
