package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
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
import org.stillpoint.words.ForecastWords;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SkillWords;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** Sealing a forecast before a session: first the practitioner's own guess, unseen; only then what the model says. */
@Controller
class ForecastController {

    private final ForecastReading reading;
    private final SealForecast sealForecast;
    private final Speaker speaker;
    private final Clock clock;

    ForecastController(ForecastReading reading, SealForecast sealForecast, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.sealForecast = sealForecast;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/forecast")
    String ask(Actor actor, @PathVariable String id, Model model) {
        ForecastReading.BeforeForecast before = reading.by(actor, Id.of(id));
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
        ForecastReading.BeforeForecast before = reading.by(actor, client);
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
        ForecastReading.ClientForecast sealed = reading.sealed(actor, Id.of(id), Id.of(entry));
        model.addAttribute("page", sealed(head(sealed.client()), sealed));
        return "sealedforecast";
    }

    private ForecastPage.SealedForecast sealed(ClientHead head, ForecastReading.ClientForecast read) {
        Forecast forecast = read.forecast();
        OptionalDouble outcome =
                forecast.came().map(ClaimJson.OutcomeJson::outcome).orElse(OptionalDouble.empty());
        List<ForecastPage.ForecasterRange> rows = new ArrayList<>();
        rows.add(row(SkillWords.MODEL, forecast.model(), outcome));
        forecast.baselines()
                .forEach(each -> rows.add(row(SkillWords.forecaster(each.by().orElseThrow()), each, outcome)));
        return new ForecastPage.SealedForecast(
                head,
                forecast.entry().number(),
                ForecastWords.wording(forecast),
                ForecastWords.target(forecast, clock.getZone()),
                rows,
                ForecastWords.guess(forecast),
                ForecastWords.came(forecast, clock.getZone()),
                forecast.entry().hash(),
                forecast.claim().likely(),
                read.mendedSince().map(at -> new SlipWords.MendedSince(speaker.shortDay(at))));
    }

    private ForecastPage.ForecasterRange row(Message by, Forecast.Predicted prediction, OptionalDouble outcome) {
        return new ForecastPage.ForecasterRange(
                by,
                speaker.number(prediction.middle()),
                new ForecastWords.RangeOf(prediction.low(), prediction.high()),
                outcome.isPresent() ? speaker.number(Math.abs(prediction.mean() - outcome.getAsDouble())) : "");
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
