package org.stillpoint.record.contract;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.ClientRequests;

/** What clients ask of the practice, in memory. */
final class ClientRequestsInMemory implements ClientRequests {
    private static final Comparator<ClientRequest> IN_TIME =
            Comparator.comparing(ClientRequest::at).thenComparing(ClientRequest::id);

    private final OfAClient<ClientRequest> rows;
    private final CareInMemory care;

    ClientRequestsInMemory(Memory memory, ClientsInMemory clients, CareInMemory care) {
        this.care = care;
        rows = new OfAClient<>(
                "request",
                memory,
                clients,
                ClientRequest::id,
                ClientRequest::client,
                ClientRequest::version,
                ClientRequest::seenAt);
    }

    @Override
    public void add(ClientRequest added) {
        rows.add(added, ClientRequest::equals);
    }

    @Override
    public ClientRequest update(ClientRequest changed) {
        return rows.replace(
                changed,
                (kept, wanted) -> new ClientRequest(
                        kept.id(), kept.client(), kept.at(), kept.matter(), wanted.followUp(), wanted.version()));
    }

    @Override
    public Optional<ClientRequest> find(Id<Client> client, Id<ClientRequest> id) {
        return rows.find(client, id);
    }

    @Override
    public List<ClientRequest> list(Id<Client> client) {
        return rows.list(client, IN_TIME);
    }

    @Override
    public List<ClientRequest> listOpen(int atMost) {
        return rows.listAll(IN_TIME).stream()
                .filter(ClientRequest::isOpen)
                .filter(one -> care.isSeen(one.client()))
                .limit(atMost)
                .toList();
    }
}
