package org.stillpoint.practice.slip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.slip.EntryContent;
import org.stillpoint.record.slip.EntryCorrection;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** Everything of one client in which a slip can be mended, and what was mended. */
public final class SlipReading {

    /**
     * One correction.
     *
     * @param who whose account mended it; empty where the program did, or nobody who is known
     * @param carers who else sees to the client, or did, by their ids in the address book; of nobody where it is not about them
     */
    public record NamedCorrection(
            EntryCorrection correction, Optional<SignInName> who, Map<Id<AddressEntry>, AddressEntry> carers) {}

    /**
     * What can be mended of one client.
     *
     * @param events what was told, the earliest first; locked ones can no longer be mended
     * @param checks the safety checks, the newest first
     * @param list what the practice asks before a session
     * @param diary the check-ins, the newest first
     * @param sessions with their marks, the newest first
     * @param mended what was mended, the newest first
     */
    public record Mendable(
            Client client,
            List<TraumaEvent> events,
            List<SafetyCheck> checks,
            SafetyList list,
            List<CheckIn> diary,
            List<Session> sessions,
            List<NamedCorrection> mended) {

        /** Whether a session was started on this check. */
        public boolean isUsed(SafetyCheck check) {
            return sessions.stream().anyMatch(session -> session.safetyCheck().equals(check.id()));
        }
    }

    /** A mark that stands, with its session. */
    public record StandingMark(Client client, Session session, Mark mark) {}

    private final UnitOfWork work;

    public SlipReading(UnitOfWork work) {
        this.work = work;
    }

    /** @throws NoSuchRecord if there is no such client */
    public Mendable by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_CORRECTIONS,
                Optional.of(id),
                records -> new Mendable(
                        records.clients().get(id),
                        records.history().list(id),
                        records.safetyChecks().list(id).reversed(),
                        records.settings().safetyList(),
                        records.checkIns().list(id).reversed(),
                        records.sessions().list(id).reversed(),
                        mended(records, id)));
    }

    /** @throws NoSuchRecord if there is no such mark, or it does not stand */
    public StandingMark mark(Actor actor, Id<Client> client, Id<Session> session, Id<Mark> mark) {
        return work.read(actor, Act.SEE_SESSION, Optional.of(client), records -> {
            Session held = records.sessions().get(client, session);
            Mark standing = held.standingMarks().stream()
                    .filter(each -> each.id().equals(mark))
                    .findFirst()
                    .orElseThrow(() -> new NoSuchRecord("mark", mark));
            return new StandingMark(records.clients().get(client), held, standing);
        });
    }

    /** What was mended of a client, the newest first. */
    public static List<NamedCorrection> mended(Records records, Id<Client> client) {
        Map<Id<Account>, SignInName> names =
                records.accounts().list().stream().collect(Collectors.toMap(Account::id, Account::signInName));
        List<EntryCorrection> mended = records.corrections().list(client).reversed();
        Map<Id<AddressEntry>, AddressEntry> carers =
                mended.stream().anyMatch(each -> each.before() instanceof EntryContent.BackgroundEntry)
                        ? records.addressBook().list().stream().collect(Collectors.toMap(AddressEntry::id, one -> one))
                        : Map.of();
        return mended.stream()
                .map(each -> new NamedCorrection(each, each.by().map(names::get), carers))
                .toList();
    }
}
