package org.stillpoint.web.calendar;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.calendar.CalendarRead;
import org.stillpoint.exchange.calendar.CalendarRead.CalendarDoubt;
import org.stillpoint.exchange.calendar.Occurrence;
import org.stillpoint.exchange.calendar.OwnCalendar;
import org.stillpoint.exchange.calendar.ReadCalendar;
import org.stillpoint.exchange.calendar.Window;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.calendar.BookProposal;
import org.stillpoint.practice.calendar.BookProposal.BookedTime;
import org.stillpoint.practice.calendar.ElsewhereReading;
import org.stillpoint.practice.calendar.FollowProposal;
import org.stillpoint.practice.calendar.Proposal;
import org.stillpoint.practice.calendar.SeenTime;
import org.stillpoint.practice.calendar.TakeCalendar;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.RequestSizeFilter;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentFile;
import org.stillpoint.words.AppointmentWords;
import org.stillpoint.words.ElsewhereWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.SettingWords;

/**
 * Somebody reads a calendar that they keep elsewhere, from a file or its address: when they are busy there is kept, and what may be a
 * client's is proposed. Nothing is booked, moved or cancelled before they say so.
 */
@Controller
class ElsewhereController {
    static final String PAGE = "/account/calendar/elsewhere";

    /** Own choice, 2026: nobody is booked further ahead than that from elsewhere. */
    private static final Duration AHEAD = Duration.ofDays(366);

    private final ElsewhereReading reading;
    private final TakeCalendar take;
    private final BookProposal book;
    private final FollowProposal follow;
    private final FetchCalendar fetch;
    private final ReadBefore before;
    private final SeeToday seeToday;
    private final ProposalRows rows;
    private final Clock clock;

    ElsewhereController(
            ElsewhereReading reading,
            TakeCalendar take,
            BookProposal book,
            FollowProposal follow,
            FetchCalendar fetch,
            ReadBefore before,
            SeeToday seeToday,
            ProposalRows rows,
            Clock clock) {
        this.reading = reading;
        this.take = take;
        this.book = book;
        this.follow = follow;
        this.fetch = fetch;
        this.before = before;
        this.seeToday = seeToday;
        this.rows = rows;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    String show(
            Actor actor,
            @RequestParam(name = RequestSizeFilter.TOO_LARGE) @Nullable String tooLarge,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of());
        if (tooLarge != null) {
            form.problems().add("file", ElsewhereWords.FILE_TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        Optional<Message> said =
                request.getParameter("saved") == null ? Optional.empty() : Optional.of(SettingWords.SAVED);
        return page(actor, form, said, List.of(), List.of(), request, model);
    }

    @PostMapping(PAGE)
    String read(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        reading.by(actor); // whoever may not is told so before anything is fetched
        Form form = Form.of(request);
        Optional<SentFile> sent = sent(request, form);
        if (sent.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, form, Optional.empty(), List.of(), List.of(), request, model);
        }
        try {
            CalendarRead read = ReadCalendar.of(sent.get().name(), sent.get().bytes(), window());
            List<SeenTime> seen = read.occurrences().stream()
                    .filter(each -> !each.uid().endsWith(OwnCalendar.OWN)) // our own, come back
                    .map(this::seen)
                    .toList();
            take.by(actor, new TakeCalendar.Command(form.key(), seen));
            before.keep(seen, request);
            List<Message> doubts =
                    read.doubts().stream().map(CalendarDoubt::said).distinct().toList();
            return page(actor, Form.of(Map.of()), Optional.of(SettingWords.SAVED), List.of(), doubts, request, model);
        } catch (BadInput bad) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            List<Message> wrong = bad.problems().stream().map(Problem::said).toList();
            return page(actor, form, Optional.empty(), wrong, List.of(), request, model);
        }
    }

    @PostMapping(PAGE + "/book")
    String book(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Optional<Proposal.NewTimes> wanted = proposals(actor, request).stream()
                .filter(Proposal.NewTimes.class::isInstance)
                .map(Proposal.NewTimes.class::cast)
                .filter(each -> each.event().equals(form.raw("event")))
                .findFirst();
        if (wanted.isEmpty()) {
            return refused(actor, form, ElsewhereWords.READ_AGAIN, request, response, model);
        }
        List<ClientHead> meant = form.raw("client").isEmpty() ? named(actor, form.raw("who")) : List.of();
        if (form.raw("client").isEmpty() && meant.size() != 1) {
            form.problems().add("who", meant.isEmpty() ? AppointmentWords.NOBODY : AppointmentWords.WHO_OF_THEM);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(actor, form, Optional.empty(), List.of(), List.of(), request, model);
        }
        Id<Client> client =
                meant.isEmpty() ? form.id("client") : Id.of(meant.getFirst().id());
        List<BookedTime> times = wanted.get().times().stream()
                .map(each -> new BookedTime(each.instance(), each.start(), each.length()))
                .toList();
        Answer<Integer> answer = book.by(
                actor, new BookProposal.Command(form.key(), client, wanted.get().event(), times));
        return answered(answer, actor, form, request, response, model);
    }

    @PostMapping(PAGE + "/follow")
    String follow(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        String instance = form.raw("instance");
        for (Proposal each : proposals(actor, request)) {
            Optional<FollowProposal.Command> wanted =
                    switch (each) {
                        case Proposal.MovedThere moved
                        when moved.now().instance().equals(instance) ->
                            Optional.of(new FollowProposal.Command(
                                    form.key(),
                                    moved.tied().client().id(),
                                    instance,
                                    Optional.of(new BookedTime(
                                            instance,
                                            moved.now().start(),
                                            moved.now().length()))));
                        case Proposal.GoneThere gone
                        when gone.tied().tie().instance().equals(instance) ->
                            Optional.of(new FollowProposal.Command(
                                    form.key(), gone.tied().client().id(), instance, Optional.empty()));
                        default -> Optional.empty();
                    };
            if (wanted.isPresent()) {
                return answered(follow.by(actor, wanted.get()), actor, form, request, response, model);
            }
        }
        return refused(actor, form, ElsewhereWords.READ_AGAIN, request, response, model);
    }

    private String answered(
            Answer<?> answer,
            Actor actor,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return switch (answer) {
            case Answer.Done<?> done -> "redirect:" + PAGE + "?saved";
            case Answer.Again<?> again -> "redirect:" + PAGE + "?saved";
            case Answer.Changed<?> changed -> refused(actor, form, ElsewhereWords.READ_AGAIN, request, response, model);
            case Answer.Other<?> other -> refused(actor, form, ElsewhereWords.READ_AGAIN, request, response, model);
            case Answer.No<?> no -> refused(actor, form, new Named(no.rule()), request, response, model);
        };
    }

    private String refused(
            Actor actor,
            Form form,
            Message why,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(actor, form, Optional.of(why), List.of(), List.of(), request, model);
    }

    private List<Proposal> proposals(Actor actor, HttpServletRequest request) {
        return before.find(request)
                .map(seen -> Proposal.of(seen, reading.by(actor), clock.instant()))
                .orElse(List.of());
    }

    private Window window() {
        return new Window(clock.instant(), clock.instant().plus(AHEAD), clock.getZone());
    }

    private SeenTime seen(Occurrence each) {
        var start = each.start().instant(clock.getZone());
        return new SeenTime(
                each.eventKey(),
                each.instanceKey(),
                start,
                Duration.between(start, each.end().instant(clock.getZone())),
                each.isCancelled(),
                each.isBusy(),
                each.start().wholeDay(),
                each.summary());
    }

    /** The file that was chosen, or what stands at the address; a problem where there is neither. */
    private Optional<SentFile> sent(HttpServletRequest request, Form form) throws IOException, ServletException {
        Optional<SentFile> file = SentFile.of(request);
        if (file.isPresent()) {
            if (file.get().isTooLarge()) {
                form.problems().add("file", ElsewhereWords.FILE_TOO_LARGE);
                return Optional.empty();
            }
            return file;
        }
        if (form.raw("address").isBlank()) {
            form.problems().add("file", ElsewhereWords.NO_FILE);
            return Optional.empty();
        }
        return switch (fetch.fetch(form.raw("address"))) {
            case FetchCalendar.FetchAnswer.Fetched fetched ->
                Optional.of(new SentFile(fetched.name(), fetched.bytes()));
            case FetchCalendar.FetchAnswer.NotFetched not -> {
                form.problems().add("address", not.why());
                yield Optional.empty();
            }
        };
    }

    private List<ClientHead> named(Actor actor, String who) {
        return who.isBlank()
                ? List.of()
                : seeToday.find(actor, who).rows().stream()
                        .map(row -> ClientHead.of(row.standing().client(), LocalDate.now(clock)))
                        .filter(head -> !head.archived())
                        .toList();
    }

    private String page(
            Actor actor,
            Form form,
            Optional<Message> said,
            List<Message> wrong,
            List<Message> doubts,
            HttpServletRequest request,
            Model model) {
        ElsewhereReading.ElsewhereView view = reading.by(actor);
        boolean isRead = before.find(request).isPresent();
        List<Proposal> proposals = proposals(actor, request);
        List<ClientHead> meant = form.problems().has("who") ? named(actor, form.raw("who")) : List.of();
        model.addAttribute(
                "page",
                new ElsewherePage(
                        form,
                        said,
                        rows.known(view.elsewhere()),
                        wrong,
                        doubts,
                        rows.changes(proposals),
                        isRead ? Optional.of(rows.proposals(proposals, form, meant)) : Optional.empty(),
                        rows.areMore(proposals)));
        return "elsewhere";
    }
}
