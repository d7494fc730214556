package org.stillpoint.practice.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.practice.appointment.BookAppointment;
import org.stillpoint.practice.calendar.ElsewhereReading.ElsewhereView;
import org.stillpoint.practice.calendar.ElsewhereReading.TiedAppointment;
import org.stillpoint.record.appointment.Appointment;
import org.stillpoint.record.client.Client;

/** What another calendar proposes for the appointments here. Nothing of it is done before somebody says so. */
public sealed interface Proposal {

    /**
     * An event that may be of a client.
     *
     * @param times its coming ones that are no appointments here, the earliest first
     * @param client whose the same event is already; empty where nobody has said
     */
    record NewTimes(String event, String summary, List<SeenTime> times, Optional<Client> client) implements Proposal {}

    /** One that is an appointment here was moved there. */
    record MovedThere(TiedAppointment tied, SeenTime now) implements Proposal {}

    /** One that is an appointment here was called off there, or is in its event no more. */
    record GoneThere(TiedAppointment tied) implements Proposal {}

    /**
     * What follows from a reading; the same reading again proposes nothing twice.
     *
     * @param seen the times of that calendar, the earliest first
     * @param view what is known of it here
     */
    static List<Proposal> of(List<SeenTime> seen, ElsewhereView view, Instant now) {
        List<Proposal> proposals = new ArrayList<>();
        Map<String, SeenTime> byInstance = new LinkedHashMap<>();
        seen.forEach(each -> byInstance.put(each.instance(), each));
        Map<String, List<SeenTime>> byEvent =
                seen.stream().collect(Collectors.groupingBy(SeenTime::event, LinkedHashMap::new, Collectors.toList()));
        for (TiedAppointment tied : view.tied()) {
            if (tied.appointment().start().isAfter(now)) {
                Optional<SeenTime> there =
                        Optional.ofNullable(byInstance.get(tied.tie().instance()));
                if (there.map(SeenTime::cancelled)
                        .orElse(byEvent.containsKey(tied.tie().event()))) {
                    proposals.add(new GoneThere(tied));
                } else if (there.filter(each -> isMoved(each, tied)).isPresent()) {
                    proposals.add(new MovedThere(tied, there.get()));
                }
            }
        }
        byEvent.forEach((event, times) -> {
            List<SeenTime> fresh = times.stream()
                    .filter(each -> isProposed(each, now))
                    .filter(each -> view.elsewhere().find(each.instance()).isEmpty())
                    .limit(BookAppointment.MOST_WEEKS)
                    .toList();
            if (!fresh.isEmpty()) {
                proposals.add(new NewTimes(event, fresh.getFirst().summary(), fresh, clientOf(event, view)));
            }
        });
        return proposals;
    }

    private static Optional<Client> clientOf(String event, ElsewhereView view) {
        return view.tied().stream()
                .filter(tied -> tied.tie().event().equals(event))
                .map(TiedAppointment::client)
                .findFirst();
    }

    /** Moved there since it was followed last, and not here to the same time. */
    private static boolean isMoved(SeenTime there, TiedAppointment tied) {
        boolean asFollowed = there.start().equals(tied.tie().start())
                && there.length().equals(tied.tie().length());
        Appointment here = tied.appointment();
        boolean asHere = there.start().equals(here.start()) && there.length().equals(here.length());
        return !asFollowed && !asHere && isLength(there.length());
    }

    private static boolean isProposed(SeenTime each, Instant now) {
        return !each.cancelled()
                && each.busy()
                && !each.wholeDay()
                && each.start().isAfter(now)
                && isLength(each.length());
    }

    private static boolean isLength(Duration length) {
        return length.compareTo(Appointment.LEAST) >= 0
                && length.compareTo(Appointment.MOST) <= 0
                && length.toSecondsPart() + length.getNano() == 0;
    }
}
