package org.stillpoint.record.work;

import java.util.List;
import org.stillpoint.record.AlreadyThere;

/** The door for many clients who were kept elsewhere, or are made up: what is added one by one, added in one go. */
public interface WholeClients {

    /**
     * Adds new clients with all their records at their first version, all or none.
     *
     * @throws AlreadyThere if a client or a record is kept under one of the ids
     */
    void addAll(List<WholeClient> clients);
}
