package org.stillpoint.record.session;

import java.util.Map;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;

/**
 * Where the process notes are read, each by its author alone. They are written only together with their mark, by
 * {@link Sessions#append}.
 */
public interface ProcessNotes {

    /**
     * Whose the process notes of this client's session are, by mark, in the order they were recorded; empty for one of nobody known. No
     * note is read.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Map<Id<Mark>, Optional<Id<Account>>> authors(Id<Client> client, Id<Session> session);

    /**
     * The process notes of this client's session that are open for a reader: their own, and those of nobody known; by mark, in the order
     * they were recorded.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Map<Id<Mark>, ProcessNote> list(Id<Client> client, Id<Session> session, Id<Account> reader);

    /**
     * Everybody's, for whoever holds the key.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Map<Id<Mark>, ProcessNote> listAll(Id<Client> client, Id<Session> session);
}
