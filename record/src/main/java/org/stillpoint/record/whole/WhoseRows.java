package org.stillpoint.record.whole;

import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** Whose rows. */
public sealed interface WhoseRows {

    /** Whether process notes and therapists' own notes go with it, which are held apart. */
    boolean heldApart();

    /** All that the practice keeps. */
    record OfEverybody(boolean heldApart) implements WhoseRows {}

    /** What is kept of one client, and the names of those who wrote it; not the ledger and the account, which are of all clients. */
    record OfOneClient(Id<Client> client, boolean heldApart) implements WhoseRows {}
}
