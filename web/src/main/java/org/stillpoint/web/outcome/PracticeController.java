package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.stillpoint.chart.Chart;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.ClientOutcome;
import org.stillpoint.practice.outcome.PracticeNumbers;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.outcome.PracticeReading.Person;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.words.Speaker;

/** What the practice as a whole has seen: who changed, who did not, who got worse, and how good its forecasts were. */
@Controller
class PracticeController {

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    /** What may be said of a client's pain, worse first. */
    private static final List<Change> GROUPS =
            List.of(Change.WORSE, Change.BETTER, Change.TOO_SMALL, Change.UNCLEAR, Change.NONE_TO_TELL);

    private final PracticeReading reading;
    private final Speaker speaker;
    private final Clock clock;

    PracticeController(PracticeReading reading, Speaker speaker, Clock clock) {
        this.speaker = speaker;
        this.reading = reading;
        this.clock = clock;
    }

    @GetMapping("/practice")
    String show(Actor actor, Model model) {
        PracticeReading.Seen seen = reading.by(actor);
        List<Person> everybody = seen.everybody();
        List<ClientOutcome> outcomes = everybody.stream().map(Person::outcome).toList();
        Map<Id<Client>, String> names = new HashMap<>();
        everybody.forEach(
                one -> names.put(one.client().id(), one.client().name().value()));
        PracticeNumbers numbers = new PracticeNumbers(outcomes);
        Optional<Pooled> pooled = numbers.pooled();
        List<PracticeNumbers.Own> people = numbers.people();
        List<Estimate> estimates = people.stream()
                .map(own -> new Estimate(names.getOrDefault(own.client(), ""), own.change(), own.low(), own.high()))
                .toList();
        model.addAttribute(
                "page",
                new PracticePage(
                        PracticeWords.sentence(outcomes),
                        groups(everybody),
                        numbers.small(),
                        numbers.size(),
                        PracticeWords.pooled(pooled),
                        pooled.map(p -> forest(estimates, p, WIDE)),
                        pooled.map(p -> forest(estimates, p, NARROW)),
                        people.stream()
                                .filter(own -> own.shrunk().isPresent())
                                .map(own -> new PracticePage.Number(
                                        names.getOrDefault(own.client(), ""),
                                        Estimate.numbers(own.change(), own.low(), own.high()),
                                        PracticeWords.signed(own.shrunk().getAsDouble())))
                                .toList(),
                        PracticeWords.responders(numbers.responders()),
                        PracticeWords.beforeAndAfter(numbers.beforeAndAfter()),
                        PracticeWords.groups(numbers.groups(ClientOutcome::kinds), speaker::name),
                        PracticeWords.groups(numbers.groups(ClientOutcome::parts), PracticeController::capital),
                        SkillPart.of(seen.skill())));
        return "practice";
    }

    private static Chart forest(List<Estimate> estimates, Pooled pooled, double width) {
        return Estimate.forest(estimates, Optional.of(pooled), "The next client", "change of pain, points", width);
    }

    private List<PracticePage.Group> groups(List<Person> everybody) {
        LocalDate today = LocalDate.now(clock);
        List<PracticePage.Group> groups = new ArrayList<>();
        for (Change change : GROUPS) {
            List<PracticePage.One> some = everybody.stream()
                    .filter(one ->
                            one.outcome().hasBegun() && one.outcome().said().change() == change)
                    .map(one -> new PracticePage.One(
                            ClientHead.of(one.client(), today),
                            GoesWords.of(one.outcome().said()).sentence(),
                            one.outcome().stopped(),
                            one.outcome().saidWorse()))
                    .toList();
            if (!some.isEmpty() || change == Change.WORSE) {
                groups.add(new PracticePage.Group(new NamedChange(change), PracticeWords.title(change), some));
            }
        }
        return groups;
    }

    private static String capital(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}
