package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.evidence.trial.RandomisationTest;
import org.stillpoint.record.Id;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.History;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** How it goes for one client: the sentence, the diary, and what cannot be known. */
@Controller
class HowItGoesController {

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    private final Clients clients;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final History history;
    private final Ledger ledger;
    private final Places places;
    private final Clock clock;

    HowItGoesController(
            Clients clients,
            CheckIns checkIns,
            Sessions sessions,
            History history,
            Ledger ledger,
            Places places,
            Clock clock) {
        this.clients = clients;
        this.checkIns = checkIns;
        this.sessions = sessions;
        this.history = history;
        this.ledger = ledger;
        this.places = places;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/how-it-goes")
    String howItGoes(
            @PathVariable String id,
            @RequestParam(defaultValue = "pain") String measure,
            @RequestParam @Nullable String thanks,
            Model model) {
        Client client = clients.get(Id.of(id));
        List<CheckIn> diary = checkIns.list(client.id());
        List<Session> held = sessions.list(client.id());
        ClientHead head = ClientHead.of(client, LocalDate.now(clock));
        Measured chosen = Measured.of(measure);
        List<HowItGoes> said = Arrays.stream(Measured.values())
                .parallel()
                .map(measured -> HowItGoes.of(Course.of(measured, diary, held)))
                .toList();
        Course course = Course.of(chosen, diary, held);
        HowItGoes onChart = said.get(chosen.ordinal());
        model.addAttribute(
                "page",
                new HowItGoesPage(
                        head,
                        chosen,
                        onChart,
                        lines(head, said, chosen),
                        chart(course, held, client, WIDE, 360),
                        chart(course, held, client, NARROW, 300),
                        Figures.of(chosen, onChart),
                        worse(diary, held, said),
                        forecasts(client),
                        lots(client, course),
                        rows(diary, held),
                        thanks != null));
        return "howitgoes";
    }

    private static List<HowItGoesPage.Line> lines(ClientHead head, List<HowItGoes> said, Measured chosen) {
        return Arrays.stream(Measured.values())
                .map(measured -> {
                    HowItGoes one = said.get(measured.ordinal());
                    return new HowItGoesPage.Line(
                            measured,
                            one.change(),
                            one.sentence(),
                            head.path() + "/how-it-goes?measure=" + measured.key(),
                            measured == chosen);
                })
                .toList();
    }

    private Optional<DiaryChart> chart(Course course, List<Session> held, Client client, int width, int height) {
        return course.isEmpty()
                ? Optional.empty()
                : Optional.of(DiaryChart.of(course, happened(held, client), width, height, clock.getZone()));
    }

    private List<DiaryChart.When> happened(List<Session> held, Client client) {
        ZoneId zone = clock.getZone();
        List<DiaryChart.When> happened = new ArrayList<>();
        for (Session session : held) {
            String day = Words.shortDay(session.startedAt(), zone);
            happened.add(new DiaryChart.When(session.startedAt(), "session", "Session, " + day));
            session.standingMarks().stream()
                    .filter(mark -> mark.moment() instanceof Moment.Release)
                    .findFirst()
                    .ifPresent(mark ->
                            happened.add(new DiaryChart.When(session.startedAt(), "release", "Release, " + day)));
        }
        for (TraumaEvent event : history.list(client.id())) {
            if (event.told().when().precision() == EventDate.Precision.DAY) {
                Instant at =
                        event.told().when().first().atTime(12, 0).atZone(zone).toInstant();
                happened.add(new DiaryChart.When(
                        at, "event", event.told().kind().words() + ", " + Words.shortDay(at, zone)));
            }
        }
        return happened;
    }

    private List<HowItGoesPage.ForecastRow> forecasts(Client client) {
        ZoneId zone = clock.getZone();
        return Forecast.among(ledger.list(client.id())).reversed().stream()
                .map(forecast -> new HowItGoesPage.ForecastRow(
                        Words.shortDay(forecast.entry().sealedAt(), zone),
                        "/clients/" + client.id() + "/forecast/"
                                + forecast.entry().id(),
                        "Mean pain of the seven days from "
                                + Words.shortDay(forecast.claim().from(), zone),
                        Came.range(forecast.claim().model()),
                        forecast.guess()
                                .map(guess -> Words.number(guess.pain()))
                                .orElse("–"),
                        Came.words(forecast, zone)))
                .toList();
    }

    private List<HowItGoesPage.Drawn> lots(Client client, Course course) {
        return Lot.among(ledger.list(client.id())).reversed().stream()
                .map(lot -> new HowItGoesPage.Drawn(
                        PlanController.words(lot, clock.getZone()),
                        lot.test(course, clock.getZone(), clock.instant())
                                .map(HowItGoesController::tested)
                                .orElse("The test comes when the plan is over, on "
                                        + Words.shortDay(
                                                lot.end()
                                                        .atStartOfDay(clock.getZone())
                                                        .toInstant(),
                                                clock.getZone())
                                        + ".")))
                .toList();
    }

    private static String tested(RandomisationTest test) {
        return "With sessions the mean was %s points; by the lot alone, a difference as good would come %s of the time (%d possible plans)."
                .formatted(PracticeNumbers.signed(test.observed()), Words.percent(test.oneSided()), test.plans());
    }

    private List<HowItGoesPage.Worse> worse(List<CheckIn> diary, List<Session> held, List<HowItGoes> said) {
        ZoneId zone = clock.getZone();
        List<HowItGoesPage.Worse> worse = new ArrayList<>();
        said.stream()
                .filter(one -> one.change() == Change.WORSE)
                .forEach(one -> worse.add(new HowItGoesPage.Worse("Since the first session", one.sentence())));
        record Dated(Instant at, String what) {}
        List<Dated> dated = new ArrayList<>();
        diary.stream()
                .filter(checkIn -> !checkIn.answers().anythingWorse().isEmpty())
                .forEach(checkIn -> dated.add(new Dated(
                        checkIn.at(), checkIn.answers().anythingWorse().value())));
        for (Session session : held) {
            session.standingMarks().stream()
                    .filter(mark -> mark.moment() instanceof Moment.StopSignal)
                    .findFirst()
                    .ifPresent(mark -> dated.add(new Dated(mark.tappedAt(), "Stop was signalled in a session.")));
        }
        dated.stream()
                .sorted(Comparator.comparing(Dated::at).reversed())
                .forEach(one -> worse.add(new HowItGoesPage.Worse(Words.shortDay(one.at(), zone), one.what())));
        return worse;
    }

    private List<HowItGoesPage.Row> rows(List<CheckIn> diary, List<Session> held) {
        record Dated(Instant at, HowItGoesPage.Row row) {}
        ZoneId zone = clock.getZone();
        List<Dated> rows = new ArrayList<>();
        for (CheckIn checkIn : diary) {
            List<String> values = Arrays.stream(Measured.values())
                    .map(measured ->
                            measured.in(checkIn.answers()).map(Words::score).orElse("–"))
                    .toList();
            rows.add(new Dated(
                    checkIn.at(),
                    new HowItGoesPage.Row(
                            Words.shortDay(checkIn.at(), zone),
                            values,
                            checkIn.answers().anythingWorse().value())));
        }
        for (Session session : held) {
            rows.add(new Dated(
                    session.startedAt(),
                    new HowItGoesPage.Row(
                            Words.shortDay(session.startedAt(), zone), List.of(), "Session" + released(session))));
        }
        return rows.stream()
                .sorted(Comparator.comparing(Dated::at).reversed())
                .map(Dated::row)
                .toList();
    }

    private String released(Session session) {
        List<String> sites = session.standingMarks().stream()
                .flatMap(mark -> mark.moment() instanceof Moment.Release release
                        ? Optional.of(release).stream()
                        : Optional.<Moment.Release>empty().stream())
                .map(release -> places.name(release.site()) + " (" + Words.percent(release.extent()) + ")")
                .toList();
        return sites.isEmpty() ? "" : "; released: " + String.join(", ", sites);
    }
}
