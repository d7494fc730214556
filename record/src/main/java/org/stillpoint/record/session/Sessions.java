package org.stillpoint.record.session;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;

/** Where the sessions are kept. What these methods return has been written to the disk. */
public interface Sessions {

    /** The session of this client that goes on, if there is one. */
    Optional<OpenSession> findOpen(Id<Client> client);

    /** The client's sessions with their marks, the earliest first. */
    List<Session> list(Id<Client> client);

    /** The session under this id, where it is this client's. */
    Optional<Session> find(Id<Client> client, Id<Session> id);

    /**
     * The session under this id.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    default Session get(Id<Client> client, Id<Session> id) {
        return find(client, id).orElseThrow(() -> new NoSuchRecord("session", id));
    }

    /** Whose session it is; empty where there is no such session. */
    Optional<Id<Client>> findClient(Id<Session> id);

    /**
     * The session without its marks: what is needed to list it.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Session head(Id<Client> client, Id<Session> id);

    /**
     * The session with those of its marks alone that say whether it is stopped, and one more if it is there: what is needed to accept a
     * tap. Of sessions from before these were told apart, it may have others too.
     *
     * @param and what the tap would be kept as
     * @throws NoSuchRecord if this client has no such session
     */
    Session turns(Id<Client> client, Id<Session> id, Id<Mark> and);

    /** The client's sessions without their marks, the earliest first. */
    List<Session> heads(Id<Client> client);

    /**
     * Keeps a session that starts: an act asks before whether one is open and whether the check is used, and no two are kept
     * where the answer is yes.
     *
     * @throws NoSuchRecord if there is no such client
     */
    void add(OpenSession started);

    /** Whether a session was started on this check. */
    boolean isUsed(Id<SafetyCheck> check);

    /**
     * Appends a mark after all others, and apart from it what the client said.
     *
     * @throws AlreadyThere if a mark is kept under this id
     * @throws NoSuchRecord if this client has no such session
     */
    void append(Id<Client> client, Id<Session> session, Mark mark, Optional<AuthoredNote> note);

    /**
     * Keeps a session as ended, or as going on again where an act has asked whether another is open; its marks stay as they are kept.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    void keep(Session session);

    /**
     * Takes out a session in which nothing was marked or noted and which has locked nothing (any more): an act asks before.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    void remove(Id<Client> client, Id<Session> session);

    /**
     * One mark of a session, where it is kept.
     *
     * @throws NoSuchRecord if this client has no such session
     */
    Optional<Mark> findMark(Id<Client> client, Id<Session> session, Id<Mark> mark);

    /**
     * One mark of a session.
     *
     * @throws NoSuchRecord if this client's session has no such mark
     */
    default Mark getMark(Id<Client> client, Id<Session> session, Id<Mark> mark) {
        return findMark(client, session, mark).orElseThrow(() -> new NoSuchRecord("mark", mark));
    }
}
