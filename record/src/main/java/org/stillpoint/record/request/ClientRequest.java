package org.stillpoint.record.request;

import java.time.Instant;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;

/**
 * Something that a client asks of the practice: open until somebody has written what was done.
 *
 * @param at when they asked
 * @param followUp what was done about it; empty where nobody has written it yet
 * @param version grows with each change
 */
public record ClientRequest(
        Id<ClientRequest> id,
        Id<Client> client,
        Instant at,
        RequestMatter matter,
        Optional<FollowUp> followUp,
        Version version) {

    /** One that nobody has answered yet. */
    public static ClientRequest asked(Id<ClientRequest> id, Id<Client> client, Instant at, RequestMatter matter) {
        return new ClientRequest(id, client, at, matter, Optional.empty(), Version.FIRST);
    }

    public boolean isOpen() {
        return followUp.isEmpty();
    }

    /** Whether it says that they will not come; else it is about what is kept of them. */
    public boolean isOfAnAppointment() {
        return matter instanceof RequestMatter.CannotCome;
    }

    /** The same, about which something was done; hand it to {@link ClientRequests#update}. */
    public ClientRequest followedBy(FollowUp what) {
        return new ClientRequest(id, client, at, matter, Optional.of(what), version);
    }

    /** The same, as seen at another version. */
    public ClientRequest seenAt(Version seen) {
        return new ClientRequest(id, client, at, matter, followUp, seen);
    }
}
