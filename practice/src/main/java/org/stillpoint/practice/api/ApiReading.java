package org.stillpoint.practice.api;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.ContactDetails;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.ClientFile.StaffMember;
import org.stillpoint.record.work.UnitOfWork;

/** What is read by FHIR. Each client whose record is read stands in the account, by whoever read it; no more of them is read than is shown. */
public final class ApiReading {

    /**
     * Who somebody is.
     *
     * @param changed when anything of theirs was changed last: an upper bound for each part of it
     */
    public record ReadPerson(Client client, ContactDetails contact, Instant changed) {}

    /** Somebody whom the actor sees. */
    public record SeenClient(Id<Client> id, Instant addedAt) {}

    /** All of somebody's that may leave. */
    public record ReadClientFile(ClientFile file, Instant changed) {}

    /** Who did and read what of somebody. */
    public record ReadAccount(ReadPerson whose, List<AuditEntry> entries) {}

    /** All of somebody's that may leave, with who did and read what. */
    public record ReadEverything(ReadClientFile whole, List<AuditEntry> account) {}

    /** The practice and who works there, as everybody is shown it whose word stands in a record. */
    public record ReadPractice(String name, List<StaffMember> staff) {}

    private final UnitOfWork work;
    private final Audit audit;
    private final Clock clock;

    public ApiReading(UnitOfWork work, Audit audit, Clock clock) {
        this.work = work;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whom the actor sees, by their ids; in one order, in which whoever is added stands anywhere. Nothing private is read for it. */
    public List<SeenClient> clients(Actor actor) {
        return work.read(
                actor,
                Act.FIND_BY_API,
                Optional.empty(),
                records -> records.clients().list().stream()
                        .map(client -> new SeenClient(client.id(), client.addedAt()))
                        .sorted(Comparator.comparing(SeenClient::id))
                        .toList());
    }

    /** When something of each of these was changed last, of those of whom something was. */
    public Map<Id<Client>, Instant> changes(Actor actor, List<Id<Client>> clients) {
        return work.read(actor, Act.FIND_BY_API, Optional.empty(), records -> audit.lastChanges(clients));
    }

    /**
     * @throws org.stillpoint.record.NotAllowed if the actor does not reach them
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ReadPerson person(Actor actor, Id<Client> id) {
        return work.read(actor, Act.READ_BY_API, Optional.of(id), records -> {
            Client client = records.clients().get(id);
            return new ReadPerson(client, records.aboutClients().contact(id).told(), changed(client));
        });
    }

    /**
     * @throws org.stillpoint.record.NotAllowed if the actor does not reach them
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ReadClientFile file(Actor actor, Id<Client> id) {
        return work.read(actor, Act.READ_BY_API, Optional.of(id), records -> {
            ClientFile file = ExportClient.file(records, id, clock.instant());
            return new ReadClientFile(file, changed(file.client()));
        });
    }

    /**
     * Who did and read what of one client, the earliest first, this reading included.
     *
     * @throws org.stillpoint.record.NotAllowed if the actor does not reach them
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ReadAccount account(Actor actor, Id<Client> id) {
        return new ReadAccount(person(actor, id), audit.listOf(id));
    }

    /**
     * Both, as one reading.
     *
     * @throws org.stillpoint.record.NotAllowed if the actor does not reach them
     * @throws org.stillpoint.record.NoSuchRecord if there is no such client
     */
    public ReadEverything everything(Actor actor, Id<Client> id) {
        return new ReadEverything(file(actor, id), audit.listOf(id));
    }

    /** Whether there was such a client, who was erased; for whoever would see them. */
    public boolean wasErased(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.FIND_BY_API,
                Optional.empty(),
                records -> records.keeping().findReceipt(id).isPresent());
    }

    public ReadPractice practice(Actor actor) {
        return work.read(
                actor,
                Act.FIND_BY_API,
                Optional.empty(),
                records -> new ReadPractice(
                        records.settings().profile().name(),
                        records.accounts().list().stream().map(StaffMember::of).toList()));
    }

    private Instant changed(Client client) {
        return audit.lastChanges(List.of(client.id())).getOrDefault(client.id(), client.addedAt());
    }
}
