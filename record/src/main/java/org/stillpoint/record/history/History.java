package org.stillpoint.record.history;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** Where the trauma events are kept, under the rules of locking and of honest provenance. */
public interface History {

    /**
     * Adds an event; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another event is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(TraumaEvent event);

    /**
     * Replaces what was told. Provenance, time of recording and lock stay as they are kept.
     *
     * @return the event as kept now
     * @throws Refused if a session has started since it was recorded
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such event
     */
    TraumaEvent update(TraumaEvent changed);

    /**
     * Records that an event that surfaced in a session has been corroborated since; open for locked events too.
     *
     * @param seen the version that was seen
     * @throws Refused if it did not surface in a session
     * @throws StaleRecord if another version is kept
     */
    TraumaEvent corroborate(Id<TraumaEvent> id, Version seen);

    /**
     * Removes an event that was written down by mistake.
     *
     * @param seen the version that was seen
     * @throws Refused if a session has started since it was recorded
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such event
     */
    void remove(Id<TraumaEvent> id, Version seen);

    /** Locks everything the client has told so far and no session has locked: the one that starts does. */
    void lock(Id<Client> client, Id<Session> by);

    Optional<TraumaEvent> find(Id<TraumaEvent> id);

    /**
     * The event under this id.
     *
     * @throws NoSuchRecord if there is no such event
     */
    TraumaEvent get(Id<TraumaEvent> id);

    /** The client's events, the earliest first. */
    List<TraumaEvent> list(Id<Client> client);

    /** The trauma event under this id, where it is this client's. */
    default Optional<TraumaEvent> find(Id<Client> client, Id<TraumaEvent> id) {
        return find(id).filter(kept -> kept.client().equals(client));
    }

    /**
     * The trauma event under this id.
     *
     * @throws NoSuchRecord if this client has no such trauma event
     */
    default TraumaEvent get(Id<Client> client, Id<TraumaEvent> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("trauma event", id));
    }
}
