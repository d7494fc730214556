package org.stillpoint.record.note;

import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

/** A note in another client's record. */
public record OtherRecord(Id<Client> client, Id<SessionNote> note) {}
