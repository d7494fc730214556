package org.stillpoint.practice.questionnaire;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.asking.AskedForm;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.DueQuestionnaire;
import org.stillpoint.practice.asking.DueQuestionnaires;
import org.stillpoint.practice.asking.OfferedQuestionnaire;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What is asked of one client: what waits, what is due, what was handed in. */
public final class AskedReading {

    /**
     * @param sheets all that were asked for, the earliest first
     * @param offered all that can be asked for, in the order in which they are offered
     * @param plan what was chosen to be asked, and when
     * @param due what is due today, in the order in which it is offered
     * @param language in which the client reads
     * @param contacts whom to ring when somebody needs help at once
     */
    public record AskedView(
            Client client,
            List<AskedSheet> sheets,
            List<OfferedQuestionnaire> offered,
            QuestionnairePlan plan,
            List<DueQuestionnaire> due,
            PracticeLanguage language,
            List<Contact> contacts) {

        /** What waits for answers, the earliest first. */
        public List<AskedSheet> open() {
            return sheets.stream().filter(one -> one.filled().isOpen()).toList();
        }

        /** What was handed in, the latest first. */
        public List<AskedSheet> handedIn() {
            return sheets.stream()
                    .filter(one -> !one.filled().isOpen())
                    .toList()
                    .reversed();
        }

        public Optional<AskedSheet> findOpen(Id<FilledQuestionnaire> id) {
            return open().stream().filter(one -> one.filled().id().equals(id)).findFirst();
        }
    }

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public AskedReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public AskedView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_ASKED_QUESTIONNAIRES, Optional.of(id), records -> {
            PracticeLanguage language = ClientLanguage.of(records, id);
            return new AskedView(
                    records.clients().get(id),
                    AskedSheet.all(records, records.filledQuestionnaires().list(id)),
                    OfferedQuestionnaire.in(language, AskedForm.offered(records)),
                    records.questionnairePlans().get(id),
                    DueQuestionnaires.now(records, id, clock),
                    language,
                    records.contacts().get().contacts());
        });
    }
}
