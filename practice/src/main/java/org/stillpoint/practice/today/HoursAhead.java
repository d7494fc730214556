package org.stillpoint.practice.today;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.Id;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.today.Standing;
import org.stillpoint.record.work.Records;

/** The hours of today and of the days after it, with what each person still needs. */
final class HoursAhead {
    /** What Today looks ahead, its own day included. */
    private static final int DAYS = 7;

    /** Own choice, 2026: more than a practice has hours in a week; whoever has more books elsewhere. */
    private static final int MOST_HOURS = 500;

    private final Clock clock;

    /** @param clock in the time zone of the practice, whose days they are */
    HoursAhead(Clock clock) {
        this.clock = clock;
    }

    /** Who is to come in the days ahead, the earliest first. */
    List<Appointment> booked(Records records, LocalDate day) {
        return records.appointments()
                .listBetween(
                        day.atStartOfDay(clock.getZone()).toInstant(),
                        day.plusDays(DAYS).atStartOfDay(clock.getZone()).toInstant(),
                        MOST_HOURS);
    }

    /** Where those stand who are to come; without those who no longer do. */
    static List<Standing> coming(Records records, List<Appointment> booked) {
        return records
                .today()
                .list(booked.stream().map(Appointment::client).distinct().toList())
                .stream()
                .filter(standing -> !standing.client().isArchived())
                .toList();
    }

    /** @param told whether the reader sees what was told */
    List<HourToday> of(
            Records records,
            LocalDate day,
            List<Appointment> booked,
            List<Standing> coming,
            Map<Id<Client>, SeeToday.ClientToday> seen,
            boolean told) {
        Set<Id<Client>> clients =
                coming.stream().map(standing -> standing.client().id()).collect(Collectors.toSet());
        Map<Id<Client>, LocalDate> plans = told ? plans(records, clients, day) : Map.of();
        return booked.stream()
                .filter(appointment -> clients.contains(appointment.client()))
                .map(appointment -> hour(
                        appointment,
                        Objects.requireNonNull(seen.get(appointment.client())),
                        told,
                        told
                                ? intakeDone(records, Objects.requireNonNull(seen.get(appointment.client())))
                                : Optional.empty(),
                        Optional.ofNullable(plans.get(appointment.client()))))
                .toList();
    }

    /** Asked of those alone who come for the first time. */
    private static Optional<Boolean> intakeDone(Records records, SeeToday.ClientToday client) {
        Id<Client> id = client.standing().client().id();
        return client.standing().lastSession().isPresent() || client.intake().isPresent()
                ? Optional.empty()
                : Optional.of(!records.intakes().list(id).isEmpty());
    }

    private HourToday hour(
            Appointment appointment,
            SeeToday.ClientToday client,
            boolean told,
            Optional<Boolean> intakeDone,
            Optional<LocalDate> planChanges) {
        Instant lately = clock.instant().minus(HourToday.HEARD_WITHIN);
        Standing standing = client.standing();
        return new HourToday(
                appointment,
                client,
                standing.lastSession().isEmpty(),
                told && standing.lastCheckIn().filter(at -> at.isAfter(lately)).isEmpty(),
                appointment.end().isBefore(clock.instant())
                        && appointment.attendance().isEmpty()
                        && standing.lastSession().filter(this::isToday).isEmpty(),
                intakeDone,
                planChanges);
    }

    private boolean isToday(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone()).equals(LocalDate.now(clock));
    }

    /** The next day within the week on which a plan that stands begins or changes. */
    private static Map<Id<Client>, LocalDate> plans(Records records, Set<Id<Client>> clients, LocalDate day) {
        Map<Id<Client>, List<LedgerEntry>> draws =
                records.ledger().listDraws(clients).stream().collect(Collectors.groupingBy(LedgerEntry::client));
        Map<Id<Client>, LocalDate> next = new HashMap<>();
        draws.forEach((client, drawn) -> Lot.among(drawn).stream()
                .flatMap(lot -> Stream.concat(Stream.of(lot.first()), lot.changes().stream()))
                .filter(change -> !change.isBefore(day) && change.isBefore(day.plusDays(DAYS)))
                .min(Comparator.naturalOrder())
                .ifPresent(change -> next.put(client, change)));
        return next;
    }
}
