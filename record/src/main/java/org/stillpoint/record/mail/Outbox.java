package org.stillpoint.record.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** The mails to clients: those that wait to be sent, and what became of the others, until their client is erased. */
public interface Outbox {

    /** A mail whose time has come. */
    record MailDue(Id<OutboxMail> mail, Id<Client> client) {}

    /**
     * Adds a mail; adding the very same again changes nothing.
     *
     * @throws NoSuchRecord if there is no such client
     * @throws AlreadyThere if another is kept about the same matter, or with the same hash
     */
    void add(OutboxMail mail);

    /** Whether there is, or was, a mail about this. */
    boolean isWritten(MailMatter matter);

    /** This client's mail under this id. */
    Optional<OutboxMail> find(Id<Client> client, Id<OutboxMail> id);

    /** The one by whose link, of which this is the hash, its reader wants no more mail. */
    Optional<OutboxMail> findByOffHash(String offHash);

    /** All of this client, by when they were or will be sent, the latest first. */
    List<OutboxMail> list(Id<Client> client);

    /** Those whose time has come and that nobody sends at the moment, the earliest first. */
    List<MailDue> listDue(Instant now, int atMost);

    /**
     * Those of the clients whom the actor sees that were given up since an instant, the earliest first. One that cannot be read hides no
     * other.
     */
    List<OutboxMail> listGivenUp(Instant since, int atMost);

    /**
     * Takes a mail in order to send it: nobody else does until then. Whoever asks first has it, whatever process they are.
     *
     * @param until when it may be taken by somebody else, if nothing was heard of it
     * @return whether it is taken: else somebody else has it, it waits no more, or its time has not come
     */
    boolean take(Id<OutboxMail> id, Instant now, Instant until);

    /**
     * Replaces a mail; nobody has taken it any more.
     *
     * @return as it is kept now, at the next version
     * @throws StaleRecord if it was changed since
     * @throws NoSuchRecord if this client has none under this id
     */
    OutboxMail update(OutboxMail changed);
}
