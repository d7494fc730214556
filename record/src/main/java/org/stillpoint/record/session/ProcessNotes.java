package org.stillpoint.record.session;

import java.util.Map;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** Where the process notes are read. They are written only together with their mark, by {@link Sessions#append}. */
public interface ProcessNotes {

    /**
     * Whether any process note is kept of this client's session; none is read.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    boolean isAny(Id<Client> client, Id<Session> session);

    /**
     * The process notes of this client's session by mark, in the order they were recorded.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Map<Id<Mark>, ProcessNote> list(Id<Client> client, Id<Session> session);
}
