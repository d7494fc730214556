package org.stillpoint.record.today;

import java.time.Instant;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;

/**
 * A session after which nothing was heard of its client.
 *
 * @param endedAt in whole milliseconds
 */
public record ToAsk(Id<Client> client, Id<Session> session, Instant endedAt) {}
