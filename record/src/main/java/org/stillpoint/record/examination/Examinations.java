package org.stillpoint.record.examination;

import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.client.Client;

/** Where the examinations are kept. */
public interface Examinations {

    /**
     * Adds an examination; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another one is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(Examination examination);

    /**
     * Replaces the findings of an examination.
     *
     * @param changed carries the version that was seen; its client and instant stay as they are kept
     * @return the examination as kept now
     * @throws StaleRecord if another version is kept
     * @throws NoSuchRecord if there is no such examination
     */
    Examination update(Examination changed);

    /** The client's newest examination, if there is one. */
    Optional<Examination> findLatest(Id<Client> client);

    /** The client's examinations, the earliest first. */
    List<Examination> list(Id<Client> client);
}
