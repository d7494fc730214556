package org.stillpoint.practice.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.session.Sessions;

/** What the practice as a whole has seen: everybody's outcome. */
public final class PracticeReading {

    /** A reading of the whole practice is kept for this many times as long as it took to make; own choice, 2026. */
    private static final int KEPT_FOR_TIMES = 10;

    private final Clients clients;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final History history;
    private final Atlas atlas;
    private final Clock clock;
    private volatile Reading latest = new Reading(new ConcurrentHashMap<>(), Instant.MIN);

    public PracticeReading(
            Clients clients, CheckIns checkIns, Sessions sessions, History history, Atlas atlas, Clock clock) {
        this.clients = clients;
        this.checkIns = checkIns;
        this.sessions = sessions;
        this.history = history;
        this.atlas = atlas;
        this.clock = clock;
    }

    /** Everybody at one instant, and until when that is good enough. */
    private record Reading(Map<Id<Client>, ClientOutcome> everybody, Instant goodUntil) {}

    /** A client with what came of it. */
    public record Person(Client client, ClientOutcome outcome) {}

    /** Everybody who is kept, by name. */
    public List<Person> everybody() {
        List<Client> kept = clients.list();
        Map<Id<Client>, ClientOutcome> outcomes = outcomes(kept);
        List<Person> everybody = new ArrayList<>();
        for (Client client : kept) {
            ClientOutcome outcome = outcomes.get(client.id());
            if (outcome != null) { // else they came while everybody else is read rarely
                everybody.add(new Person(client, outcome));
            }
        }
        return everybody;
    }

    /** Forgets a client who is erased. */
    public void forget(Id<Client> client) {
        latest.everybody().remove(client);
    }

    private Map<Id<Client>, ClientOutcome> outcomes(List<Client> kept) {
        Instant begun = clock.instant();
        Reading good = latest;
        if (begun.isBefore(good.goodUntil())) {
            good.everybody().keySet().retainAll(kept.stream().map(Client::id).collect(Collectors.toSet()));
            return good.everybody();
        }
        Map<Id<Client>, ClientOutcome> everybody = kept.parallelStream()
                .map(client -> ClientOutcome.of(
                        client.id(),
                        checkIns.list(client.id()),
                        sessions.list(client.id()),
                        history.list(client.id()),
                        atlas,
                        begun))
                .collect(Collectors.toConcurrentMap(ClientOutcome::client, Function.identity()));
        Duration took = Duration.between(begun, clock.instant());
        latest = new Reading(everybody, clock.instant().plus(took.multipliedBy(KEPT_FOR_TIMES)));
        return everybody;
    }
}
