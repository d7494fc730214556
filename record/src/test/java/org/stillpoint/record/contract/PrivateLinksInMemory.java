package org.stillpoint.record.contract;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.link.PrivateLinks;

/** The clients' links, in memory. */
final class PrivateLinksInMemory implements PrivateLinks {
    private static final Comparator<PrivateLink> LATEST_FIRST = Comparator.comparing(PrivateLink::madeAt)
            .thenComparing(PrivateLink::id)
            .reversed();

    private final OfAClient<PrivateLink> links;
    private final Clock clock;

    PrivateLinksInMemory(Memory memory, ClientsInMemory clients, Clock clock) {
        this.clock = clock;
        links = new OfAClient<>(
                "link",
                memory,
                clients,
                PrivateLink::id,
                PrivateLink::client,
                PrivateLink::version,
                PrivateLink::seenAt);
    }

    @Override
    public void add(PrivateLink link) {
        if (findByHash(link.linkHash()).filter(kept -> !kept.equals(link)).isPresent()) {
            throw new AlreadyThere("link", link.id());
        }
        links.add(link, PrivateLink::equals);
    }

    @Override
    public Optional<PrivateLink> findByHash(String linkHash) {
        return links.listAll(LATEST_FIRST).stream()
                .filter(link -> link.linkHash().equals(linkHash))
                .findFirst();
    }

    @Override
    public Optional<PrivateLink> findOpen(Id<Client> client, Id<PrivateLink> id) {
        return links.find(client, id)
                .filter(link -> link.state() instanceof LinkState.BoundToBrowser bound
                        && link.isOpenIn(bound.browserHash(), clock.instant()));
    }

    @Override
    public List<PrivateLink> list(Id<Client> client) {
        return links.list(client, LATEST_FIRST);
    }

    @Override
    public PrivateLink update(PrivateLink changed) {
        return links.replace(changed, (kept, wanted) -> wanted);
    }
}
