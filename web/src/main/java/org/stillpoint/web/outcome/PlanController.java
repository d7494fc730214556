package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Words;

/** Draws a plan by lot and seals it before it begins: the day sessions start, or which blocks have them. */
@Controller
class PlanController {

    private static final int LEAST_DAYS = 5;
    private static final int MOST_DAYS = 60;
    private static final int LEAST_PAIRS = 2;
    private static final int MOST_PAIRS = 8;

    /** Days to spare beyond four phases of the fewest days: with 30 there are 5,456 plans; own bound. */
    private static final int MOST_TO_SPARE = 30;

    private final Clients clients;
    private final Ledger ledger;
    private final Clock clock;
    private final SecureRandom lot = new SecureRandom();

    PlanController(Clients clients, Ledger ledger, Clock clock) {
        this.clients = clients;
        this.ledger = ledger;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/plan")
    String ask(@PathVariable String id, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(Map.of(
                "kind", List.of("START"),
                "first", List.of(LocalDate.now(clock).plusDays(1).toString()),
                "least", List.of("10"),
                "count", List.of("20")));
        model.addAttribute("page", page(client, form, Id.random()));
        return "plan";
    }

    @PostMapping("/clients/{id}/plan")
    String draw(@PathVariable String id, HttpServletRequest request, HttpServletResponse response, Model model) {
        Client client = clients.get(Id.of(id));
        Form form = Form.of(request);
        Id<LedgerEntry> entry = form.id("id");
        Optional<Lot> drawn = drawn(form);
        if (drawn.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(client, form, entry));
            return "plan";
        }
        if (ledger.list(client.id()).stream().noneMatch(kept -> kept.id().equals(entry))) {
            ledger.seal(new Draft(
                    entry,
                    client.id(),
                    EntryKind.DRAW,
                    Optional.empty(),
                    Optional.of(
                            drawn.get().first().atStartOfDay(clock.getZone()).toInstant()),
                    drawn.get().write()));
        }
        return "redirect:/clients/" + client.id() + "/plan";
    }

    private Optional<Lot> drawn(Form form) {
        Lot.Kind kind = Arrays.stream(Lot.Kind.values())
                .filter(one -> form.chosen("kind", one.name()))
                .findFirst()
                .orElse(Lot.Kind.START);
        LocalDate first = first(form);
        OptionalDouble least = whole(form, "least", kind == Lot.Kind.PAIRS ? 2 : LEAST_DAYS, MOST_DAYS);
        OptionalDouble count =
                switch (kind) {
                    case START -> whole(form, "count", 2, MOST_DAYS);
                    case PAIRS -> whole(form, "count", LEAST_PAIRS, MOST_PAIRS);
                    case PHASES -> whole(form, "count", 1, MOST_TO_SPARE);
                };
        if (!form.good()) {
            return Optional.empty();
        }
        int block = (int) least.orElseThrow();
        int many = (int) count.orElseThrow();
        int days =
                switch (kind) {
                    case START -> 2 * block + many - 1;
                    case PAIRS -> 2 * many * block;
                    case PHASES -> 4 * block + many;
                };
        int possible = Lot.possible(kind, days, block).size();
        return Optional.of(new Lot(kind, first, days, block, lot.nextInt(possible)));
    }

    private LocalDate first(Form form) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        try {
            LocalDate first = LocalDate.parse(form.raw("first").strip());
            if (first.isBefore(tomorrow) || first.isAfter(tomorrow.plusYears(1))) {
                form.problems().add("first", "Tomorrow, or a day within a year.");
            }
            return first;
        } catch (DateTimeParseException notADay) {
            form.problems().add("first", "A day such as " + tomorrow + " is needed.");
            return tomorrow;
        }
    }

    private static OptionalDouble whole(Form form, String field, int from, int to) {
        OptionalDouble value = form.number(field, from, to);
        if (!form.problems().has(field) && (value.isEmpty() || value.getAsDouble() != Math.rint(value.getAsDouble()))) {
            form.problems().add(field, "A whole number from " + from + " to " + to + " is needed.");
        }
        return value;
    }

    private PlanPage page(Client client, Form form, Id<LedgerEntry> id) {
        return new PlanPage(
                ClientHead.of(client, LocalDate.now(clock)),
                Lot.among(ledger.list(client.id())).reversed().stream()
                        .map(one -> words(one, clock.getZone()))
                        .toList(),
                id.toString(),
                form);
    }

    /** What was drawn, in words. */
    static String words(Lot one, ZoneId zone) {
        String days = one.changes().stream()
                .map(day -> Words.shortDay(day.atStartOfDay(zone).toInstant(), zone))
                .collect(Collectors.joining(", "));
        String first = Words.shortDay(one.first().atStartOfDay(zone).toInstant(), zone);
        int possible = Lot.possible(one.kind(), one.days(), one.block()).size();
        return switch (one.kind()) {
            case START ->
                "Check-ins from %s; sessions begin on %s, drawn from %d possible days."
                        .formatted(first, days, possible);
            case PHASES ->
                "Without sessions from %s; then with, without and with, changing on %s. Drawn from %d possible plans."
                        .formatted(first, days, possible);
            case PAIRS ->
                "From %s %s sessions; then it changes on %s. Drawn from %d possible orders."
                        .formatted(first, one.plan()[0] ? "with" : "without", days, possible);
        };
    }
}
