package org.stillpoint.record.note;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/** The therapists' own notes. Whoever asks says whose: nobody is handed another's, but what its author released. */
public interface OwnNotes {

    /**
     * Adds a note; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if this client has no such session
     * @throws AlreadyThere if another is kept under this id
     */
    void add(OwnNote note);

    /** The author's note of this client under this id. */
    Optional<OwnNote> find(Id<Client> client, Id<Account> author, Id<OwnNote> id);

    /** Whether anybody noted anything of this client's session; no note is read. */
    boolean isAny(Id<Client> client, Id<Session> session);

    /** What the author noted of this client's sessions, the earliest first. */
    List<OwnNote> list(Id<Client> client, Id<Account> author);

    /** What any author released to this client, the earliest first. */
    List<OwnNote> listReleased(Id<Client> client);

    /**
     * Replaces a note; neither its session nor its author is ever another.
     *
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if its author has none under this id
     */
    OwnNote update(OwnNote changed);
}
