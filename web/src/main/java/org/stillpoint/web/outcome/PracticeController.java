package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.record.checkin.CheckIns;
import org.stillpoint.record.client.Clients;
import org.stillpoint.record.history.History;
import org.stillpoint.record.ledger.Ledger;
import org.stillpoint.record.session.Sessions;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** What the practice as a whole has seen: who changed, who did not, who got worse, and how good its forecasts were. */
@Controller
class PracticeController {

    /** A reading of the whole practice is kept for this many times as long as it took to make; own choice, 2026. */
    private static final int KEPT_FOR_TIMES = 10;

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    private final Clients clients;
    private final CheckIns checkIns;
    private final Sessions sessions;
    private final History history;
    private final Ledger ledger;
    private final Places places;
    private final Clock clock;
    private final AtomicReference<@Nullable Reading> latest = new AtomicReference<>();

    PracticeController(
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

    /** Everybody at one instant, and until when that is good enough. */
    private record Reading(List<ClientOutcome> everybody, Instant goodUntil) {}

    @GetMapping("/practice")
    String show(Model model) {
        List<ClientOutcome> everybody = everybody();
        PracticeNumbers numbers = new PracticeNumbers(everybody);
        Optional<Pooled> pooled = numbers.pooled();
        List<ForestChart.Estimate> estimates =
                numbers.estimates(one -> one.client().name().value());
        model.addAttribute(
                "page",
                new PracticePage(
                        sentence(everybody),
                        groups(everybody),
                        numbers.small(),
                        numbers.size(),
                        numbers.pooledSentence(),
                        pooled.map(p -> ForestChart.of(estimates, pooled, WIDE)),
                        pooled.map(p -> ForestChart.of(estimates, pooled, NARROW)),
                        numbers.people(estimates),
                        numbers.responders(),
                        numbers.ancova(),
                        numbers.groups(ClientOutcome::kinds),
                        numbers.groups(ClientOutcome::places),
                        SkillPart.of(Forecast.among(ledger.list()))));
        return "practice";
    }

    private List<ClientOutcome> everybody() {
        Reading kept = latest.get();
        Instant begun = clock.instant();
        if (kept != null && begun.isBefore(kept.goodUntil())) {
            return kept.everybody();
        }
        List<ClientOutcome> everybody = clients.list().parallelStream()
                .map(client -> ClientOutcome.of(
                        client,
                        checkIns.list(client.id()),
                        sessions.list(client.id()),
                        history.list(client.id()),
                        places,
                        begun))
                .toList();
        Duration took = Duration.between(begun, clock.instant());
        latest.set(new Reading(everybody, clock.instant().plus(took.multipliedBy(KEPT_FOR_TIMES))));
        return everybody;
    }

    private static String sentence(List<ClientOutcome> everybody) {
        List<ClientOutcome> begun =
                everybody.stream().filter(ClientOutcome::hasBegun).toList();
        if (begun.isEmpty()) {
            return "No session has been held yet, so nothing can be said of what came of them.";
        }
        return "Of %s, %d got clearly worse, %d clearly better, %d changed too little to matter, %d show no clear change, and for %d it is too early to tell. %d stopped checking in."
                .formatted(
                        Words.count(begun.size(), "client") + " with a session",
                        count(begun, Change.WORSE),
                        count(begun, Change.BETTER),
                        count(begun, Change.TOO_SMALL),
                        count(begun, Change.UNCLEAR),
                        count(begun, Change.NONE_TO_TELL),
                        begun.stream().filter(ClientOutcome::stopped).count());
    }

    private static long count(List<ClientOutcome> some, Change change) {
        return some.stream().filter(one -> one.said().change() == change).count();
    }

    private List<PracticePage.Group> groups(List<ClientOutcome> everybody) {
        LocalDate today = LocalDate.now(clock);
        List<PracticePage.Group> groups = new ArrayList<>();
        for (Change change :
                List.of(Change.WORSE, Change.BETTER, Change.TOO_SMALL, Change.UNCLEAR, Change.NONE_TO_TELL)) {
            List<PracticePage.One> some = everybody.stream()
                    .filter(one -> one.hasBegun() && one.said().change() == change)
                    .map(one -> new PracticePage.One(
                            ClientHead.of(one.client(), today), one.said().sentence(), one.stopped(), one.saidWorse()))
                    .toList();
            if (!some.isEmpty() || change == Change.WORSE) {
                groups.add(new PracticePage.Group(change, title(change), some));
            }
        }
        return groups;
    }

    private static String title(Change change) {
        return switch (change) {
            case WORSE -> "Got worse";
            case BETTER -> "Got better";
            case TOO_SMALL -> "Changed too little to matter";
            case UNCLEAR -> "No clear change";
            case NONE_TO_TELL, OWN_VIEW -> "Too early to tell";
        };
    }
}
