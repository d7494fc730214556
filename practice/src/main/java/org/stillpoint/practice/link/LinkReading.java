package org.stillpoint.practice.link;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The links of one client, for whoever gives them out. */
public final class LinkReading {

    /**
     * @param client whose
     * @param links the latest first
     * @param now by which it is told what has run out
     * @param mostDays for which another may be made
     */
    public record LinksView(Client client, List<NamedLink> links, Instant now, int mostDays) {}

    /**
     * @param link in whatever state
     * @param by the name of who made it; empty where the program did
     */
    public record NamedLink(PrivateLink link, Optional<SignInName> by) {}

    private final UnitOfWork work;
    private final Clock clock;

    public LinkReading(UnitOfWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** @throws org.stillpoint.record.NoSuchRecord if there is no such client */
    public LinksView by(Actor actor, Id<Client> id) {
        return work.read(
                actor,
                Act.SEE_LINKS,
                Optional.of(id),
                records -> new LinksView(
                        records.clients().get(id),
                        records.privateLinks().list(id).stream()
                                .map(link -> new NamedLink(
                                        link,
                                        link.by()
                                                .flatMap(account ->
                                                        records.accounts().find(account))
                                                .map(Account::signInName)))
                                .toList(),
                        clock.instant(),
                        records.signIns().rule().linkDays()));
    }
}
