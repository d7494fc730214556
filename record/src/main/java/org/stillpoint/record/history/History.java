package org.stillpoint.record.history;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** Where the trauma events are kept. */
public interface History {

    /**
     * Adds an event; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another event is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(TraumaEvent event);

    /**
     * Replaces what was told and how it came to be known.
     *
     * @param changed carries the version that was seen; time of recording and lock stay as they are kept
     * @return the event as kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such event
     */
    TraumaEvent update(TraumaEvent changed);

    /**
     * Removes an event that was written down by mistake.
     *
     * @param seen the version that was seen
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if this client has no such event
     */
    void remove(Id<Client> client, Id<TraumaEvent> id, Version seen);

    /** Locks everything the client has told so far and no session has locked: the one that starts does. */
    void lock(Id<Client> client, Id<Session> by);

    /** What this session had locked is locked by another, or by none: the session counts no more. */
    void relock(Id<Client> client, Id<Session> was, Optional<Id<Session>> now);

    /** The client's events, the earliest first. */
    List<TraumaEvent> list(Id<Client> client);

    /** The trauma event under this id, where it is this client's. */
    Optional<TraumaEvent> find(Id<Client> client, Id<TraumaEvent> id);

    /**
     * The trauma event under this id.
     *
     * @throws NoSuchRecord if this client has no such trauma event
     */
    default TraumaEvent get(Id<Client> client, Id<TraumaEvent> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("trauma event", id));
    }
}
