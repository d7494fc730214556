package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.evidence.claim.Skill;
import org.stillpoint.evidence.forecast.Forecast.Gaussian;
import org.stillpoint.practice.outcome.Claim;
import org.stillpoint.practice.outcome.ClaimJson;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.practice.outcome.Forecasting;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;

/** Sealing a forecast before a session: first the practitioner's own guess, unseen; only then what the model says. */
@Controller
class ForecastController {

    private static final int MOST_DAYS_AHEAD = 60;

    private final Clients clients;
    private final Ledger ledger;
    private final Forecasting forecasting;
    private final Clock clock;

    ForecastController(Clients clients, Ledger ledger, Forecasting forecasting, Clock clock) {
        this.clients = clients;
        this.ledger = ledger;
        this.forecasting = forecasting;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/forecast")
    String ask(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(Map.of("day", List.of(LocalDate.now(clock).toString())));
        model.addAttribute(
                "page",
                new ForecastPage(
                        head(client),
                        forecasting.canForecast(client),
                        Id.random().toString(),
                        form));
        return "forecast";
    }

    @PostMapping("/clients/{id}/forecast")
    String seal(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(request);
        Id<LedgerEntry> claimId = form.id("id");
        LocalDate day = day(form);
        Score0To10 guess = form.score("guess");
        Score0To10 chance = form.score("chance");
        boolean possible = forecasting.canForecast(client);
        if (forecasting.isSealed(claimId, client.id(), day)) {
            form.problems()
                    .add(
                            "day",
                            "A forecast for a session of that day is sealed already; a guess after it is not unseen.");
        }
        if (!form.good() || !possible) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", new ForecastPage(head(client), possible, claimId.toString(), form));
            return "forecast";
        }
        LedgerEntry claim =
                forecasting.seal(claimId, client.id(), day, guess.value(), chance.value() / Score0To10.MOST);
        return "redirect:/clients/" + client.id() + "/forecast/" + claim.id();
    }

    private LocalDate day(Form form) {
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = LocalDate.parse(form.raw("day").strip());
            if (day.isBefore(today) || day.isAfter(today.plusDays(MOST_DAYS_AHEAD))) {
                form.problems().add("day", "Today, or a day within the next " + MOST_DAYS_AHEAD + " days.");
            }
            return day;
        } catch (DateTimeParseException notADay) {
            form.problems().add("day", "A day such as " + today + " is needed.");
            return today;
        }
    }

    @GetMapping("/clients/{id}/forecast/{entry}")
    String show(@PathVariable String id, @PathVariable String entry, Model model) {
        Client client = clients.get(Id.of(id));
        Id<LedgerEntry> wanted = Id.of(entry);
        Forecast forecast = Forecast.among(ledger.list(client.id())).stream()
                .filter(one -> one.entry().id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("forecast", wanted));
        model.addAttribute("page", sealed(head(client), forecast));
        return "sealedforecast";
    }

    private ForecastPage.Sealed sealed(ClientHead head, Forecast forecast) {
        ZoneId zone = clock.getZone();
        Claim claim = forecast.claim();
        OptionalDouble outcome = forecast.came().map(ClaimJson.Outcome::outcome).orElse(OptionalDouble.empty());
        List<ForecastPage.Row> rows = new ArrayList<>();
        rows.add(row("Model", claim.model(), outcome));
        claim.baselines().forEach((name, prediction) -> rows.add(row(capital(name), prediction, outcome)));
        boolean likely = new Skill(Forecast.among(ledger.list()).stream()
                        .flatMap(one -> one.scored().stream())
                        .toList())
                .maySay();
        return new ForecastPage.Sealed(
                head,
                forecast.entry().number(),
                Words.day(forecast.entry().sealedAt(), zone) + ", "
                        + Words.time(forecast.entry().sealedAt(), zone),
                Came.wording(claim),
                target(claim, zone),
                rows,
                guess(forecast.guess()),
                Came.words(forecast, zone),
                forecast.entry().hash(),
                likely);
    }

    private static String target(Claim claim, ZoneId zone) {
        return "Mean pain from %s to %s, at least %d entries. Before: %s on average."
                .formatted(
                        Words.shortDay(claim.from(), zone),
                        Words.shortDay(claim.to().minusSeconds(1), zone),
                        claim.leastEntries(),
                        Words.number(claim.before()));
    }

    private static String guess(Optional<ClaimJson.Guess> guess) {
        return guess.map(own -> "Pain of %s, and a chance of %s that it will be meaningfully lower."
                        .formatted(Words.number(own.pain()), Words.percent(own.chance())))
                .orElse("None was made.");
    }

    private static ForecastPage.Row row(String by, Gaussian prediction, OptionalDouble outcome) {
        return new ForecastPage.Row(
                by,
                Words.number(Math.clamp(prediction.mean(), 0, 10)),
                Came.range(prediction),
                outcome.isPresent() ? Words.number(Math.abs(prediction.mean() - outcome.getAsDouble())) : "");
    }

    private static String capital(String name) {
        return name.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + name.substring(1);
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
