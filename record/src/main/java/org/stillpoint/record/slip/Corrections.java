package org.stillpoint.record.slip;

import java.util.List;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;

/** Where it is kept what was mended. Only ever added to. */
public interface Corrections {

    /**
     * Adds a correction; adding the very same again changes nothing.
     *
     * @throws AlreadyThere if another correction is kept under this id
     * @throws NoSuchRecord if there is no such client
     */
    void add(EntryCorrection correction);

    /** What was mended of this client's entries, the earliest first. */
    List<EntryCorrection> list(Id<Client> client);
}
