package org.stillpoint.record.client;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;

/** Where the clients are kept. */
public interface Clients {

    /**
     * Adds a client; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another client is kept under this id, or one was and has been erased
     */
    void add(Client client);

    /**
     * Replaces what is kept.
     *
     * @param changed carries the version that was seen
     * @return the client as kept now, at the next version
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if no such client is kept
     */
    Client update(Client changed);

    Optional<Client> find(Id<Client> id);

    /**
     * The client under this id.
     *
     * @throws NoSuchRecord if no such client is kept
     */
    Client get(Id<Client> id);

    /** All clients, those who are archived too, by name without regard to case. */
    List<Client> list();

    /**
     * The first by name, without regard to case, of those who are not archived.
     *
     * @param after those up to this one, it too, are passed over; where it is not kept, nobody is
     */
    List<Client> list(Optional<Id<Client>> after, int atMost);

    /**
     * The first by name, without regard to case, of those who are archived.
     *
     * @param after those up to this one, it too, are passed over; where it is not kept, nobody is
     */
    List<Client> listArchived(Optional<Id<Client>> after, int atMost);

    /**
     * The clients in whose name every word of the query begins a word, without regard to case and accents; by name, those who are
     * archived too. An empty query finds all.
     */
    List<Client> search(String query);

    /** The first of those whom {@link #search(String)} finds. */
    List<Client> search(String query, int atMost);

    /** The first by name of those who are made up. */
    List<Client> listMadeUp(int atMost);

    /** How many clients there are. */
    int count();

    /**
     * Erases the client: the key that reads anything private of this client is destroyed with every record of theirs.
     * It cannot be taken back. Erasing again changes nothing.
     *
     * @throws NoSuchRecord if there never was such a client
     */
    void erase(Id<Client> id);
}
