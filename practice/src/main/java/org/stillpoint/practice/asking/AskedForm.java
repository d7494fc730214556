package org.stillpoint.practice.asking;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.questionnaire.Instrument;
import org.stillpoint.evidence.questionnaire.Instrument.InstrumentKind;
import org.stillpoint.evidence.questionnaire.Instruments;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Records;

/** A questionnaire that can be filled in: one that the practice imported, or one of the table of instruments. */
public sealed interface AskedForm {

    /** Its short name. */
    String instrument();

    /** Its own name. */
    String name();

    /** Whether there is a wording in the language. */
    boolean isWordedIn(PracticeLanguage language);

    /** As it lies before a client who answered so. */
    AskedSheet sheet(FilledQuestionnaire filled);

    /** Nothing is answered yet. */
    FilledQuestionnaire begun(Records records, Id<Client> client, PracticeLanguage language, Instant now);

    /** All that can be asked for now, in the order in which they are offered: the practice's own first. */
    static List<AskedForm> offered(Records records) {
        return Stream.<AskedForm>concat(
                        records.importedQuestionnaires().list().stream()
                                .filter(ImportedQuestionnaire::offered)
                                .map(ImportedForm::new)
                                .sorted(Comparator.comparing(ImportedForm::name)
                                        .thenComparing(ImportedForm::instrument)),
                        Instruments.list().stream().map(BuiltInForm::new))
                .toList();
    }

    /** The one that somebody fills in, in their edition. */
    static AskedForm of(Records records, FilledQuestionnaire filled) {
        return filled.imported()
                .<AskedForm>map(
                        id -> new ImportedForm(records.importedQuestionnaires().get(id)))
                .orElseGet(() -> new BuiltInForm(Instruments.get(filled.instrument())));
    }

    /** @param imported the edition */
    record ImportedForm(ImportedQuestionnaire imported) implements AskedForm {
        @Override
        public String instrument() {
            return imported.instrument();
        }

        @Override
        public String name() {
            return imported.form().title();
        }

        @Override
        public boolean isWordedIn(PracticeLanguage language) {
            return imported.form().language() == language;
        }

        @Override
        public AskedSheet sheet(FilledQuestionnaire filled) {
            return new ImportedSheet(filled, imported);
        }

        @Override
        public FilledQuestionnaire begun(Records records, Id<Client> client, PracticeLanguage language, Instant now) {
            return FilledQuestionnaire.begun(Id.random(), client, imported, now);
        }
    }

    /** @param built as the table has it */
    record BuiltInForm(Instrument built) implements AskedForm {
        @Override
        public String instrument() {
            return built.id();
        }

        @Override
        public String name() {
            return Measures.find(built.id()).map(measure -> measure.name()).orElse(built.id());
        }

        @Override
        public boolean isWordedIn(PracticeLanguage language) {
            return Instruments.text(built.id(), language.locale().getLanguage()).isPresent();
        }

        @Override
        public AskedSheet sheet(FilledQuestionnaire filled) {
            return new BuiltInSheet(
                    filled,
                    built,
                    Instruments.text(built.id(), filled.language().locale().getLanguage())
                            .orElseThrow());
        }

        @Override
        public FilledQuestionnaire begun(Records records, Id<Client> client, PracticeLanguage language, Instant now) {
            return FilledQuestionnaire.begun(
                    Id.random(), client, built.id(), language, now, namedBefore(records, client));
        }

        /** The client's own activities are asked for again by name, so that they can be compared; none where the items are not theirs. */
        private List<PrivateText> namedBefore(Records records, Id<Client> client) {
            return built.kind() != InstrumentKind.OWN_ACTIVITIES
                    ? List.of()
                    : records.filledQuestionnaires().list(client).stream()
                            .filter(one -> one.instrument().equals(built.id())
                                    && !one.isOpen()
                                    && !one.activities().isEmpty())
                            .max(Comparator.comparing(FilledQuestionnaire::begunAt))
                            .map(FilledQuestionnaire::activities)
                            .orElse(List.of());
        }
    }
}
