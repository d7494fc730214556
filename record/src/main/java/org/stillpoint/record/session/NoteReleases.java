package org.stillpoint.record.session;

import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** Where it is kept which process notes their authors let leave; no note is read. */
public interface NoteReleases {

    /**
     * Adds one; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another is kept under this id
     * @throws NoSuchRecord if this client has no such session
     */
    void add(NoteRelease said);

    /** All that was said of this client's notes, in the order in which it was said of each. */
    List<NoteRelease> list(Id<Client> client);
}
