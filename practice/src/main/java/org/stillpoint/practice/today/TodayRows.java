package org.stillpoint.practice.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.stillpoint.practice.today.SeeToday.ClientToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.Unreadable;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Records;

/** What belongs to where clients stand: whether a forecast can be sealed, and what is open with them. */
final class TodayRows {

    /** Own choice, as in the forecast itself: with fewer check-ins there is no course to carry on. */
    private static final int CHECK_INS_FOR_A_FORECAST = 2;

    /** As in the forecast itself: the two weeks before a session are what it is compared with. */
    private static final Duration KNOWN_WITHIN = Duration.ofDays(14);

    private final Clock clock;

    TodayRows(Clock clock) {
        this.clock = clock;
    }

    /** In the order of the standings. */
    List<ClientToday> of(Records records, List<Standing> standings) {
        Set<Id<Client>> sealed = records.ledger()
                .withClaimAhead(
                        standings.stream()
                                .map(standing -> standing.client().id())
                                .collect(Collectors.toSet()),
                        clock.instant());
        List<Id<Client>> waiting = standings.stream()
                .filter(Standing::worse)
                .map(standing -> standing.client().id())
                .toList();
        Map<Id<Client>, List<CheckIn>> matters =
                matters(records, waiting, records.checkIns()::listOpen, CheckIn::client);
        Map<Id<Client>, List<RedFlag>> flags = matters(records, waiting, records.redFlags()::listOpen, RedFlag::client);
        Map<Id<Client>, List<Intake>> intakes = matters(
                records,
                standings.stream().map(standing -> standing.client().id()).toList(),
                records.intakes()::listOpen,
                Intake::client);
        Instant lately = clock.instant().minus(KNOWN_WITHIN);
        return standings.stream()
                .map(standing -> new ClientToday(
                        standing,
                        standing.openSession().isEmpty()
                                && standing.checkIns() >= CHECK_INS_FOR_A_FORECAST
                                && standing.lastCheckIn()
                                        .filter(at -> at.isAfter(lately))
                                        .isPresent()
                                && !sealed.contains(standing.client().id()),
                        matters.getOrDefault(standing.client().id(), List.of()),
                        flags.getOrDefault(standing.client().id(), List.of()),
                        intakes.getOrDefault(standing.client().id(), List.of()).stream()
                                .findFirst()))
                .toList();
    }

    /** Asked at once; where one cannot be read, one by one, so that it hides no other. */
    private static <T> Map<Id<Client>, List<T>> matters(
            Records records,
            List<Id<Client>> waiting,
            Function<Collection<Id<Client>>, List<T>> listOpen,
            Function<T, Id<Client>> whose) {
        List<T> open;
        try {
            open = listOpen.apply(waiting);
        } catch (Unreadable damaged) {
            open = waiting.stream()
                    .flatMap(client ->
                            records.keeping().tryReading(client, () -> listOpen.apply(List.of(client))).stream())
                    .flatMap(List::stream)
                    .toList();
        }
        return open.stream().collect(Collectors.groupingBy(whose));
    }
}
