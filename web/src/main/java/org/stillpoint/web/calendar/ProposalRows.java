package org.stillpoint.web.calendar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.calendar.Proposal;
import org.stillpoint.practice.calendar.SeenTime;
import org.stillpoint.record.calendar.Elsewhere;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ElsewhereWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** How what another calendar proposes is told on its page. */
@Component
final class ProposalRows {
    /** Own choice, 2026: a page that can be gone through. */
    private static final int MOST_EVENTS = 40;
    /** Own choice, 2026: enough to know a series by. */
    private static final int MOST_TIMES = 3;

    private final Speaker speaker;
    private final Clock clock;

    ProposalRows(Speaker speaker, Clock clock) {
        this.speaker = speaker;
        this.clock = clock;
    }

    List<Message> known(Elsewhere elsewhere) {
        return elsewhere
                .readAt()
                .map(at -> List.<Message>of(
                        new ElsewhereWords.LastRead(new CommonWords.DayAndTime(at, speaker.time(at))),
                        new ElsewhereWords.BusyTimes(elsewhere.busy().size())))
                .orElse(List.of(ElsewhereWords.NOTHING_READ));
    }

    List<ElsewherePage.ChangeRow> changes(List<Proposal> proposals) {
        List<ElsewherePage.ChangeRow> rows = new ArrayList<>();
        for (Proposal each : proposals) {
            switch (each) {
                case Proposal.MovedThere moved ->
                    rows.add(new ElsewherePage.ChangeRow(
                            moved.now().instance(),
                            new ElsewhereWords.MovedThere(
                                    moved.tied().client().name().value(),
                                    at(
                                            moved.tied().appointment().start(),
                                            moved.tied().appointment().end()),
                                    at(moved.now().start(), moved.now().end())),
                            false));
                case Proposal.GoneThere gone ->
                    rows.add(new ElsewherePage.ChangeRow(
                            gone.tied().tie().instance(),
                            new ElsewhereWords.GoneThere(
                                    gone.tied().client().name().value(),
                                    at(
                                            gone.tied().appointment().start(),
                                            gone.tied().appointment().end())),
                            true));
                case Proposal.NewTimes fresh -> {}
            }
        }
        return rows;
    }

    private static List<Proposal.NewTimes> fresh(List<Proposal> proposals) {
        return proposals.stream()
                .filter(Proposal.NewTimes.class::isInstance)
                .map(Proposal.NewTimes.class::cast)
                .toList();
    }

    boolean areMore(List<Proposal> proposals) {
        return fresh(proposals).size() > MOST_EVENTS;
    }

    /**
     * @param form with the event for which a name was typed, where one was
     * @param meant whom that name may mean
     */
    List<ElsewherePage.ElsewhereRow> proposals(List<Proposal> proposals, Form form, List<ClientHead> meant) {
        return fresh(proposals).stream()
                .limit(MOST_EVENTS)
                .map(each -> {
                    boolean typed = each.event().equals(form.raw("event"))
                            && form.problems().has("who");
                    return new ElsewherePage.ElsewhereRow(
                            each.event(),
                            each.summary(),
                            each.times().stream()
                                    .limit(MOST_TIMES)
                                    .map(this::at)
                                    .toList(),
                            each.times().size() > MOST_TIMES
                                    ? Optional.of(new ElsewhereWords.Further(
                                            each.times().size() - MOST_TIMES))
                                    : Optional.empty(),
                            each.client().map(client -> ClientHead.of(client, LocalDate.now(clock))),
                            typed ? meant : List.of(),
                            typed ? Optional.of(form.problems().of("who")) : Optional.empty());
                })
                .toList();
    }

    private Message at(SeenTime each) {
        return at(each.start(), each.end());
    }

    private Message at(Instant start, Instant end) {
        return new AppointmentWords.BookedAt(
                speaker.weekday(LocalDate.ofInstant(start, clock.getZone())), speaker.time(start), speaker.time(end));
    }
}
