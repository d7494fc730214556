package org.stillpoint.record.checkin;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/** Where the check-ins are kept. */
public interface CheckIns {

    /**
     * Adds a check-in; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another check-in is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(CheckIn checkIn);

    /**
     * Adds several new check-ins of one client, all or none: a diary that was kept elsewhere.
     *
     * @throws AlreadyThere if a check-in is kept under one of the ids
     * @throws NoSuchRecord if there is no such client
     */
    void addAll(Id<Client> client, List<CheckIn> checkIns);

    /**
     * Corrects the answers and when it was so, and keeps what was done about it.
     *
     * @param changed carries the version that was seen; its client stays as it is kept
     * @return the check-in as kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such check-in
     */
    CheckIn update(CheckIn changed);

    /**
     * Takes out one that was entered by mistake.
     *
     * @param seen the version that was seen
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such check-in
     */
    void remove(Id<Client> client, Id<CheckIn> id, Version seen);

    /** The client's check-ins, the earliest first. */
    List<CheckIn> list(Id<Client> client);

    /**
     * The open matters of these clients, the earliest first: check-ins in which something is worse and of which nobody has written what
     * was done. One query, however many other check-ins there are.
     */
    List<CheckIn> listOpen(Collection<Id<Client>> clients);

    /** The client's newest check-in, if there is one. */
    Optional<CheckIn> findLatest(Id<Client> client);

    /** How many check-ins the client has given. */
    int count(Id<Client> client);

    /** Whether the client has a check-in at this instant or after it. */
    boolean isAnyFrom(Id<Client> client, Instant from);

    /** The check-in under this id, where it is this client's. */
    Optional<CheckIn> find(Id<Client> client, Id<CheckIn> id);

    /**
     * The check-in under this id.
     *
     * @throws NoSuchRecord if this client has no such check-in
     */
    default CheckIn get(Id<Client> client, Id<CheckIn> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("check-in", id));
    }
}
