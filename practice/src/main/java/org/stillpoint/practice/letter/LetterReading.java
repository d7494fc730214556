package org.stillpoint.practice.letter;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.outcome.HowItGoes;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/**
 * What a letter to another clinician may say of a client: when they came, where hands were, what was worse and which red flags were told. Of what
 * was told of their life, of memories and of notes there is nothing in it.
 */
public final class LetterReading {

    /** Own choice, 2026: what happened before that is no news to whoever reads the letter. */
    public static final Period LOOKS_BACK = Period.ofYears(1);

    /**
     * @param practice what it is called, or empty
     * @param by who writes; empty where no account does
     * @param carers to whom it may go
     * @param held the sessions of the time it looks back on, the earliest first
     * @param sites where hands were in them, the place with most sessions first
     * @param pain how it goes over the whole diary
     * @param worse check-ins with which something was worse, the earliest first
     * @param flags red flags, the earliest first
     */
    public record LetterFacts(
            Client client,
            String practice,
            Optional<SignInName> by,
            List<AddressEntry> carers,
            List<Instant> held,
            List<Site> sites,
            HowItGoes pain,
            List<CheckIn> worse,
            List<RedFlag> flags) {}

    private final UnitOfWork work;
    private final Clock clock;

    /** @param clock in the time zone of the practice */
    public LetterReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public LetterFacts by(Actor actor, Id<Client> id) {
        Instant since = LocalDate.now(clock)
                .minus(LOOKS_BACK)
                .atStartOfDay(clock.getZone())
                .toInstant();
        return work.read(actor, Act.SEE_STORY, Optional.of(id), records -> {
            List<Session> sessions = records.sessions().list(id);
            List<CheckIn> diary = records.checkIns().list(id);
            List<Session> held = sessions.stream()
                    .filter(EndedSession.class::isInstance)
                    .filter(session -> !session.startedAt().isBefore(since))
                    .toList();
            return new LetterFacts(
                    records.clients().get(id),
                    records.settings().profile().name(),
                    actor.ownAccount()
                            .flatMap(account -> records.accounts().find(account))
                            .map(Account::signInName),
                    carers(records, id),
                    held.stream().map(Session::startedAt).toList(),
                    sites(held),
                    HowItGoes.ofPain(diary, sessions),
                    diary.stream()
                            .filter(checkIn -> checkIn.saysWorse() || checkIn.turnedWorse())
                            .filter(checkIn -> !checkIn.at().isBefore(since))
                            .toList(),
                    records.redFlags().list(id).stream()
                            .filter(flag -> !flag.at().isBefore(since))
                            .toList());
        });
    }

    private static List<AddressEntry> carers(Records records, Id<Client> id) {
        List<Id<AddressEntry>> named =
                records.aboutClients().background(id).told().carers();
        return records.addressBook().list().stream()
                .filter(entry -> named.contains(entry.id()))
                .toList();
    }

    private static List<Site> sites(List<Session> held) {
        Map<Site, Integer> visits = new LinkedHashMap<>();
        held.stream()
                .flatMap(session -> SessionFacts.of(session).sites().stream())
                .forEach(worked -> visits.merge(worked.site(), 1, Integer::sum));
        return visits.entrySet().stream()
                .sorted(Map.Entry.<Site, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
    }
}
