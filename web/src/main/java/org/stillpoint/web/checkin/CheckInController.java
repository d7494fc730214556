package org.stillpoint.web.checkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;
import tools.jackson.databind.json.JsonMapper;

/** The check-in, and how it goes. */
@Controller
class CheckInController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Clients clients;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final Clock clock;

    CheckInController(Clients clients, CheckIns checkIns, Sessions sessions, Clock clock) {
        this.clients = clients;
        this.checkIns = checkIns;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/check-in")
    String ask(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        model.addAttribute("page", new CheckInPage(head(client), Id.random().toString(), Form.empty()));
        return "checkin";
    }

    @PostMapping("/clients/{id}/check-in")
    String give(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(request);
        Id<CheckIn> checkIn = form.id("id");
        Answers answers = answers(form);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new CheckInPage(head(client), checkIn.toString(), form));
            return "checkin";
        }
        if (checkIns.find(checkIn).isEmpty()) { // else the same form came twice
            checkIns.add(new CheckIn(checkIn, client.id(), clock.instant(), answers, Version.FIRST));
        }
        return "redirect:/clients/" + client.id() + "/how-it-goes?thanks";
    }

    @GetMapping("/clients/{id}/how-it-goes")
    String howItGoes(@PathVariable String id, @RequestParam @Nullable String thanks, Model model) {
        Client client = clients.get(Id.of(id));
        List<CheckIn> diary = checkIns.list(client.id());
        List<Session> held = sessions.list(client.id());
        model.addAttribute(
                "page",
                new HowItGoesPage(
                        head(client),
                        HowItGoes.of(diary, held),
                        chart(diary, held),
                        rows(diary, held),
                        thanks != null));
        return "howitgoes";
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }

    private static Answers answers(Form form) {
        Score0To10 pain = form.score("pain");
        Score0To10 stress = form.score("stress");
        Score0To10 tension = form.score("tension");
        Score0To10 anxiety = form.score("anxiety");
        Optional<Score0To10> mood = form.optionalScore("mood");
        Optional<Score0To10> sleep = form.optionalScore("sleep");
        Optional<Score0To10> awareness = form.optionalScore("bodyAwareness");
        PrivateText worse = form.text("worse");
        return new Answers(pain, stress, tension, anxiety, mood, sleep, awareness, worse);
    }

    private static String chart(List<CheckIn> diary, List<Session> held) {
        Map<String, Object> chart = new LinkedHashMap<>();
        chart.put(
                "times",
                diary.stream().map(checkIn -> checkIn.at().getEpochSecond()).toList());
        chart.put("pain", values(diary, Answers::pain));
        chart.put("stress", values(diary, Answers::stress));
        chart.put("tension", values(diary, Answers::tension));
        chart.put("anxiety", values(diary, Answers::anxiety));
        chart.put(
                "sessions",
                held.stream()
                        .map(session -> session.startedAt().getEpochSecond())
                        .toList());
        return JSON.writeValueAsString(chart);
    }

    private static List<Double> values(List<CheckIn> diary, Function<Answers, Score0To10> measure) {
        return diary.stream()
                .map(checkIn -> measure.apply(checkIn.answers()).value())
                .toList();
    }

    private List<HowItGoesPage.Row> rows(List<CheckIn> diary, List<Session> held) {
        record Dated(Instant at, HowItGoesPage.Row row) {}
        List<Dated> rows = new ArrayList<>();
        for (CheckIn checkIn : diary) {
            Answers given = checkIn.answers();
            List<String> values = new ArrayList<>();
            for (Score0To10 score : List.of(given.pain(), given.stress(), given.tension(), given.anxiety())) {
                values.add(Words.score(score));
            }
            for (Optional<Score0To10> score : List.of(given.mood(), given.sleep(), given.bodyAwareness())) {
                values.add(score.map(Words::score).orElse("–"));
            }
            rows.add(new Dated(
                    checkIn.at(),
                    new HowItGoesPage.Row(
                            Words.shortDay(checkIn.at(), clock.getZone()),
                            values,
                            given.anythingWorse().value())));
        }
        for (Session session : held) {
            rows.add(new Dated(
                    session.startedAt(),
                    new HowItGoesPage.Row(Words.shortDay(session.startedAt(), clock.getZone()), List.of(), "")));
        }
        rows.sort(Comparator.comparing(Dated::at).reversed());
        return rows.stream().map(Dated::row).toList();
    }
}
