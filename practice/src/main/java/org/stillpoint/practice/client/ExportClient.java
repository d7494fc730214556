package org.stillpoint.practice.client;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.stillpoint.practice.session.ReleaseProcessNote;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.note.SignedAs;
import org.stillpoint.record.plan.ClientGoal;
import org.stillpoint.record.questionnaire.FilledImported;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.session.ReleasedNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.ClientFile.StaffMember;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.UnitOfWork;

/** What of one client may leave for other programs. No process note is read for it but those that their authors let leave, and no own note. */
public final class ExportClient {
    /** What leaves of one client, with who did and read what of it: the account stands beside the file, for not everybody who gets one gets the other. */
    public record ExportedClient(ClientFile file, List<AuditEntry> account) {}

    private final UnitOfWork work;
    private final Audit audit;
    private final Clock clock;

    public ExportClient(UnitOfWork work, Audit audit, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public ClientFile by(Actor actor, Id<Client> id) {
        return work.read(actor, Act.EXPORT_CLIENT, Optional.of(id), records -> file(records, id, clock.instant()));
    }

    /**
     * The same with the account, this reading included.
     *
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ExportedClient withAccount(Actor actor, Id<Client> id) {
        ClientFile file = by(actor, id);
        return new ExportedClient(file, audit.listOf(id));
    }

    /**
     * What of one client may leave, within a unit of work.
     *
     * @param now when it is read
     */
    public static ClientFile file(Records records, Id<Client> id, Instant now) {
        Optional<Id<Account>> therapist = records.care().findTherapist(id);
        List<CheckIn> checkIns = records.checkIns().list(id);
        List<RedFlag> redFlags = records.redFlags().list(id);
        List<SessionNote> notes = records.sessionNotes().list(id);
        List<ClientRequest> requests = records.clientRequests().list(id);
        List<FilledQuestionnaire> filled = records.filledQuestionnaires().list(id);
        List<Session> sessions = records.sessions().list(id);
        List<ReleasedNote> released = ReleaseProcessNote.leaving(records, id, sessions);
        return new ClientFile(
                now,
                records.settings().profile().name(),
                therapist,
                staff(records, therapist, checkIns, redFlags, requests, notes, released),
                records.clients().get(id),
                records.aboutClients().contact(id).told(),
                records.history().list(id),
                records.bodyMaps().list(id),
                checkIns,
                records.questionnaireScores().list(id),
                imported(records, filled),
                records.examinations().list(id),
                records.safetyChecks().list(id),
                redFlags,
                records.consents().list(id),
                records.touchMaps().findLatest(id),
                sessions,
                notes,
                released,
                records.appointments().list(id),
                records.sessionPlans().list(id),
                ClientGoal.of(filled),
                requests);
    }

    private static List<FilledImported> imported(Records records, List<FilledQuestionnaire> filled) {
        return filled.stream()
                .filter(one -> !one.isOpen())
                .flatMap(one -> one.imported().stream()
                        .map(edition -> new FilledImported(
                                one, records.importedQuestionnaires().get(edition))))
                .toList();
    }

    /** Whose word stands in what is exported, and nobody else. */
    private static List<StaffMember> staff(
            Records records,
            Optional<Id<Account>> therapist,
            List<CheckIn> checkIns,
            List<RedFlag> redFlags,
            List<ClientRequest> requests,
            List<SessionNote> notes,
            List<ReleasedNote> released) {
        Set<Id<Account>> named = new LinkedHashSet<>();
        therapist.ifPresent(named::add);
        Stream.of(
                        checkIns.stream().map(CheckIn::followUp),
                        redFlags.stream().map(RedFlag::followUp),
                        requests.stream().map(ClientRequest::followUp))
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .map(FollowUp::by)
                .flatMap(Optional::stream)
                .forEach(named::add);
        released.stream().map(ReleasedNote::author).forEach(named::add);
        notes.stream().flatMap(ExportClient::signers).map(SignedAs::account).forEach(named::add);
        return records.accounts().list().stream()
                .filter(account -> named.contains(account.id()))
                .map(StaffMember::of)
                .toList();
    }

    private static Stream<SignedAs> signers(SessionNote note) {
        return Stream.of(
                        note.signatures().stream().map(each -> each.by()),
                        note.amendments().stream().map(each -> each.by()),
                        note.strike().stream().map(each -> each.by()))
                .flatMap(each -> each);
    }
}
