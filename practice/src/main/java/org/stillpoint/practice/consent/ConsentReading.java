package org.stillpoint.practice.consent;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.practice.language.ClientLanguage;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentHistory;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.setting.PracticeLanguage;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** How it stands with a client's consent, and what is to be read before it is signed. */
public final class ConsentReading {

    /**
     * @param practice what the practice is called, or empty
     * @param textChanged whether the practice says something else since what is in force was signed
     * @param now what is read before it is signed today, in the client's language
     * @param ofAreas what is read before sensitive areas are signed apart
     * @param areas those that are agreed to now
     * @param needsGuardian whether a guardian has to sign
     * @param comesOfAge whether that depends on a day of birth which is not known
     * @param open the session that goes on
     */
    public record ConsentView(
            Client client,
            String practice,
            ConsentHistory history,
            ConsentStanding standing,
            boolean textChanged,
            ConsentDocument now,
            ConsentDocument ofAreas,
            Set<SensitiveArea> areas,
            boolean needsGuardian,
            boolean comesOfAge,
            Optional<Id<Session>> open) {}

    private final UnitOfWork work;
    private final ConsentWording wording;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public ConsentReading(UnitOfWork work, ConsentWording wording, Clock clock) {
        this.work = work;
        this.wording = wording;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ConsentView by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.SEE_CONSENT, Optional.of(id), records -> view(records, id));
    }

    private ConsentView view(Records records, Id<Client> id) {
        Client client = records.clients().get(id);
        ConsentHistory history = records.consents().list(id);
        var blocks = records.settings().consentBlocks();
        PracticeLanguage language = ClientLanguage.of(records, id);
        ConsentStanding standing = ConsentCheck.standing(records, id, clock);
        Set<SensitiveArea> areas = EnumSet.noneOf(SensitiveArea.class);
        for (SensitiveArea area : SensitiveArea.values()) {
            if (history.isSigned(area, clock.instant(), clock.getZone())) {
                areas.add(area);
            }
        }
        return new ConsentView(
                client,
                records.settings().profile().name(),
                history,
                standing,
                wording.hasChangedSince(standing, blocks),
                wording.document(blocks, language),
                wording.ofAreas(blocks, language),
                areas,
                ConsentCheck.needsGuardian(client, clock),
                ConsentCheck.comesOfAge(client, clock),
                records.sessions().findOpen(id).map(OpenSession::id));
    }
}
