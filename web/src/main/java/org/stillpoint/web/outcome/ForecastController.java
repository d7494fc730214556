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
import org.stillpoint.evidence.forecast.Forecast.Gaussian;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.outcome.Claim;
import org.stillpoint.practice.outcome.ClaimJson;
import org.stillpoint.practice.outcome.Forecast;
import org.stillpoint.practice.outcome.ForecastReading;
import org.stillpoint.practice.outcome.SealForecast;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.FormWords;

/** Sealing a forecast before a session: first the practitioner's own guess, unseen; only then what the model says. */
@Controller
class ForecastController {

    private final ForecastReading reading;
    private final SealForecast sealForecast;
    private final Clock clock;

    ForecastController(ForecastReading reading, SealForecast sealForecast, Clock clock) {
        this.reading = reading;
        this.sealForecast = sealForecast;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/forecast")
    String ask(Actor actor, @PathVariable String id, Model model) {
        ForecastReading.Before before = reading.by(actor, Id.of(id));
        Form form = Form.of(Map.of("day", List.of(LocalDate.now(clock).toString())));
        model.addAttribute(
                "page",
                new ForecastPage(
                        head(before.client()), before.possible(), Id.random().toString(), form));
        return "forecast";
    }

    @PostMapping("/clients/{id}/forecast")
    String seal(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        Id<LedgerEntry> claimId = form.id("id");
        LocalDate day = day(form);
        Score0To10 guess = form.score("guess");
        Score0To10 chance = form.score("chance");
        int status = HttpServletResponse.SC_BAD_REQUEST;
        if (form.good()) {
            SealForecast.Command wanted =
                    new SealForecast.Command(claimId, client, day, guess, chance.value() / Score0To10.MOST);
            switch (sealForecast.by(actor, wanted)) {
                case Answer.Done<Forecast> done -> {
                    return sealedPage(client, done.kept());
                }
                case Answer.Again<Forecast> again -> {
                    return sealedPage(client, again.kept());
                }
                case Answer.Other<Forecast> other -> {
                    status = HttpServletResponse.SC_CONFLICT;
                    form.problems().add("guess", ForecastWords.GUESSED_ALREADY);
                }
                case Answer.Changed<Forecast> changed -> {
                    return sealedPage(client, changed.kept());
                }
                case Answer.No<Forecast> no ->
                    form.problems()
                            .add(
                                    "day",
                                    no.rule() == Rule.FORECAST_IS_SEALED
                                            ? ForecastWords.SEALED_ALREADY
                                            : new ForecastWords.CannotBeSealed(no.rule()));
            }
        }
        response.setStatus(status);
        ForecastReading.Before before = reading.by(actor, client);
        model.addAttribute(
                "page", new ForecastPage(head(before.client()), before.possible(), claimId.toString(), form));
        return "forecast";
    }

    private static String sealedPage(Id<Client> client, Forecast sealed) {
        return "redirect:/clients/" + client + "/forecast/" + sealed.entry().id();
    }

    private LocalDate day(Form form) {
        LocalDate today = LocalDate.now(clock);
        try {
            LocalDate day = LocalDate.parse(form.raw("day").strip());
            if (day.isBefore(today) || day.isAfter(today.plusDays(SealForecast.MOST_DAYS_AHEAD))) {
                form.problems().add("day", new FormWords.DayWithin(SealForecast.MOST_DAYS_AHEAD));
            }
            return day;
        } catch (DateTimeParseException notADay) {
            form.problems().add("day", new FormWords.DayNeeded(today.toString()));
            return today;
        }
    }

    @GetMapping("/clients/{id}/forecast/{entry}")
    String show(Actor actor, @PathVariable String id, @PathVariable String entry, Model model) {
        ForecastReading.Sealed sealed = reading.sealed(actor, Id.of(id), Id.of(entry));
        model.addAttribute("page", sealed(head(sealed.client()), sealed.forecast()));
        return "sealedforecast";
    }

    private ForecastPage.Sealed sealed(ClientHead head, Forecast forecast) {
        ZoneId zone = clock.getZone();
        Claim claim = forecast.claim();
        OptionalDouble outcome = forecast.came().map(ClaimJson.Outcome::outcome).orElse(OptionalDouble.empty());
        List<ForecastPage.Row> rows = new ArrayList<>();
        rows.add(row("Model", claim.model(), outcome));
        claim.baselines().forEach((name, prediction) -> rows.add(row(capital(name), prediction, outcome)));
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
                claim.likely());
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
