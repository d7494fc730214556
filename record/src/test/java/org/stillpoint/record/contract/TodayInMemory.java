package org.stillpoint.record.contract;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.today.ToAsk;
import org.stillpoint.record.today.Today;

/** The practice at one glance, in memory. */
record TodayInMemory(RecordsInMemory records) implements Today {

    @Override
    public Counts count() {
        return new Counts(
                records.clients().count(),
                listOpen(Integer.MAX_VALUE).size(),
                listWorse(0, Integer.MAX_VALUE).size());
    }

    @Override
    public List<Standing> listOpen(int atMost) {
        return latest(standing -> standing.openSession().flatMap(open -> standing.lastSession()), atMost);
    }

    @Override
    public Optional<Standing> findRunning(Optional<Id<Account>> therapist) {
        return listOpen(Integer.MAX_VALUE).stream()
                .filter(standing -> records
                        .care()
                        .findTherapist(standing.client().id())
                        .stream()
                        .allMatch(one -> therapist.equals(Optional.of(one))))
                .findFirst();
    }

    @Override
    public List<Standing> listWorse(int skip, int atMost) {
        return latest(this::openSince, Integer.MAX_VALUE).reversed().stream()
                .sorted(Comparator.comparing(standing -> records.redFlags()
                        .listOpen(List.of(standing.client().id()))
                        .isEmpty()))
                .skip(skip)
                .limit(atMost)
                .toList();
    }

    private Optional<Instant> openSince(Standing standing) {
        return openOf(standing.client().id()).min(Comparator.naturalOrder());
    }

    private Stream<Instant> openOf(Id<Client> client) {
        return Stream.concat(
                records.checkIns().listOpen(List.of(client)).stream().map(checkIn -> whole(checkIn.at())),
                records.redFlags().listOpen(List.of(client)).stream().map(flag -> whole(flag.at())));
    }

    @Override
    public List<ToAsk> listToAsk(Instant after, Instant until, int atMost) {
        return records.clients().list().stream()
                .filter(client -> !client.isArchived())
                .flatMap(client -> toAsk(client.id()))
                .filter(each -> each.endedAt().isAfter(after) && !each.endedAt().isAfter(until))
                .sorted(Comparator.comparing(ToAsk::endedAt).thenComparing(ToAsk::session))
                .limit(atMost)
                .toList();
    }

    private Stream<ToAsk> toAsk(Id<Client> client) {
        List<Session> held = records.sessions().heads(client);
        return held.isEmpty()
                        || !(held.getLast() instanceof EndedSession last)
                        || records.askedAfters().findFirst(client, last.id()).isPresent()
                        || records.checkIns().isAnyFrom(client, last.endedAt())
                ? Stream.of()
                : Stream.of(new ToAsk(client, last.id(), whole(last.endedAt())));
    }

    @Override
    public List<Standing> listRecent(int atMost) {
        return latest(standing -> seen(standing).filter(at -> !standing.client().isArchived()), atMost);
    }

    private static Optional<Instant> seen(Standing standing) {
        return Stream.of(Optional.of(standing.client().addedAt()), standing.lastCheckIn(), standing.lastSession())
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    @Override
    public List<Standing> listSeenBefore(Instant before, int atMost) {
        return latest(TodayInMemory::seen, Integer.MAX_VALUE).reversed().stream()
                .filter(standing -> seen(standing).orElseThrow().isBefore(before))
                .limit(atMost)
                .toList();
    }

    private List<Standing> latest(Function<Standing, Optional<Instant>> when, int atMost) {
        return records.clients().list().stream()
                .map(this::standing)
                .filter(standing -> when.apply(standing).isPresent())
                .sorted(Comparator.comparing(
                                (Standing standing) -> when.apply(standing).orElseThrow())
                        .reversed())
                .limit(atMost)
                .toList();
    }

    @Override
    public List<Standing> list(List<Id<Client>> clients) {
        return clients.stream()
                .filter(records::isSeen)
                .flatMap(id -> records.clients().find(id).stream())
                .map(this::standing)
                .toList();
    }

    private Standing standing(Client client) {
        List<Session> held = records.sessions().heads(client.id());
        Optional<CheckIn> last = records.checkIns().findLatest(client.id());
        return new Standing(
                client,
                held.stream()
                        .filter(OpenSession.class::isInstance)
                        .map(Session::id)
                        .findFirst(),
                held.stream().map(session -> whole(session.startedAt())).max(Comparator.naturalOrder()),
                last.map(checkIn -> whole(checkIn.at())),
                records.checkIns().count(client.id()),
                openOf(client.id()).findAny().isPresent());
    }

    private static Instant whole(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
