package org.stillpoint.web.client;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.outcome.Forecasting;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;

/** Today: who is here, who needs attention, and adding a client. */
@Controller
class TodayController {

    private final Clients clients;
    private final Sessions sessions;
    private final CheckIns checkIns;
    private final Forecasting forecasting;
    private final AddClient addClient;
    private final Clock clock;

    TodayController(
            Clients clients,
            Sessions sessions,
            CheckIns checkIns,
            Forecasting forecasting,
            AddClient addClient,
            Clock clock) {
        this.clients = clients;
        this.sessions = sessions;
        this.checkIns = checkIns;
        this.forecasting = forecasting;
        this.addClient = addClient;
        this.clock = clock;
    }

    @GetMapping("/")
    String show(Model model) {
        LocalDate today = LocalDate.now(clock);
        Set<Id<Client>> sealed = forecasting.sealedAndOpen();
        List<TodayPage.Row> rows = clients.list().stream()
                .map(client -> row(client, today, sealed.contains(client.id())))
                .sorted(Comparator.comparing(
                                (TodayPage.Row row) -> row.openSession().isEmpty())
                        .thenComparing(row -> !row.worse()))
                .toList();
        model.addAttribute("page", new TodayPage(Words.weekday(today), sentence(rows), rows));
        return "today";
    }

    @GetMapping("/clients/new")
    String askForClient(Model model) {
        model.addAttribute("page", new NewClientPage(Id.random().toString(), Form.empty()));
        return "newclient";
    }

    @PostMapping("/clients")
    String add(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        Id<Client> id = form.id("id");
        PrivateText name = form.text("name");
        if (name.value().isBlank() || name.value().length() > Client.MOST_NAME_CHARACTERS) {
            form.problems().add("name", "A name of 1 to " + Client.MOST_NAME_CHARACTERS + " characters is needed.");
        }
        OptionalInt year = yearOfBirth(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new NewClientPage(id.toString(), form));
            return "newclient";
        }
        return switch (addClient.by(actor, new AddClient.Command(id, name, year, false))) {
            case Answer.Done<Client> done -> "redirect:/clients/" + id;
            case Answer.Again<Client> again -> "redirect:/clients/" + id;
            case Answer.Other<Client> other -> different(form, other.kept(), response, model);
            case Answer.Changed<Client> changed -> different(form, changed.kept(), response, model);
            case Answer.No<Client> no -> throw new Refused(no.rule(), id);
        };
    }

    /** Somebody else was added with this very form before: that stays, and what is typed now can be sent as another client. */
    private static String different(Form form, Client kept, HttpServletResponse response, Model model) {
        form.problems()
                .add(
                        "name",
                        "This form was sent before, and %s was added. Send it again to add another client."
                                .formatted(kept.name().value()));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute("page", new NewClientPage(Id.random().toString(), form));
        return "newclient";
    }

    private OptionalInt yearOfBirth(Form form) {
        OptionalDouble typed = form.number(
                "yearOfBirth", Client.EARLIEST_BIRTH, LocalDate.now(clock).getYear());
        if (typed.isPresent() && typed.getAsDouble() != Math.rint(typed.getAsDouble())) {
            form.problems().add("yearOfBirth", "A whole year is needed.");
        }
        return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) typed.getAsDouble());
    }

    private TodayPage.Row row(Client client, LocalDate today, boolean sealed) {
        ZoneId zone = clock.getZone();
        List<Session> held = sessions.list(client.id());
        List<CheckIn> diary = checkIns.list(client.id());
        String open = held.stream()
                .filter(OpenSession.class::isInstance)
                .map(session -> "/sessions/" + session.id())
                .findFirst()
                .orElse("");
        boolean worse =
                !diary.isEmpty() && !diary.getLast().answers().anythingWorse().isEmpty();
        String latest = held.isEmpty()
                ? "no session yet"
                : "last session " + Words.shortDay(held.getLast().startedAt(), zone);
        return new TodayPage.Row(
                ClientHead.of(client, today),
                open,
                worse,
                open.isEmpty() && !sealed && forecasting.canForecast(diary),
                open.isEmpty() ? latest : "session goes on");
    }

    private static String sentence(List<TodayPage.Row> rows) {
        long open = rows.stream().filter(row -> !row.openSession().isEmpty()).count();
        long worse = rows.stream().filter(TodayPage.Row::worse).count();
        if (rows.isEmpty()) {
            return "Nobody is here yet. Add the first client.";
        }
        String first =
                open == 0 ? "No session is open" : open == 1 ? "One session is open" : open + " sessions are open";
        return first
                + (worse == 0
                        ? "."
                        : worse == 1
                                ? "; one person said at the latest check-in that something is worse."
                                : "; " + worse + " people said at their latest check-in that something is worse.");
    }
}
