package org.stillpoint.web.outcome;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.chart.Chart;
import org.stillpoint.practice.outcome.Change;
import org.stillpoint.practice.outcome.ClientOutcome;
import org.stillpoint.practice.outcome.CoreDomains;
import org.stillpoint.practice.outcome.PlanFollowed;
import org.stillpoint.practice.outcome.PlanYears;
import org.stillpoint.practice.outcome.PooledEffect;
import org.stillpoint.practice.outcome.PracticeNumbers;
import org.stillpoint.practice.outcome.PracticeReading;
import org.stillpoint.practice.outcome.PracticeReading.PersonOutcome;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.ChangeWords;
import org.stillpoint.words.Decimal;
import org.stillpoint.words.EffectWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.MeasureWords;
import org.stillpoint.words.Named;
import org.stillpoint.words.PracticeWords;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TogetherWords;

/** What the practice as a whole has seen: who changed, who did not, who got worse, and how good its forecasts were. */
@Controller
class PracticeController {

    private static final int WIDE = 960;
    private static final int NARROW = 356;

    /** People named in one list and drawn in one figure: as many as somebody looks through. The others are counted, and one tap away; who got worse is always named. */
    private static final int MOST_NAMED = 40;

    /** What may be said of a client's pain, worse first. */
    private static final List<Change> GROUPS =
            List.of(Change.WORSE, Change.BETTER, Change.TOO_SMALL, Change.UNCLEAR, Change.NONE_TO_TELL);

    private final PracticeReading reading;
    private final SettingReading settings;
    private final Speaker speaker;
    private final Clock clock;

    PracticeController(PracticeReading reading, SettingReading settings, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.settings = settings;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/practice")
    String show(Actor actor, @RequestParam(defaultValue = "") String all, Model model) {
        model.addAttribute("page", page(reading.by(actor), all));
        return "practice";
    }

    /** The same on paper, of nobody by name. */
    @GetMapping("/practice/report.pdf")
    ResponseEntity<byte[]> printed(Actor actor) {
        LocalDate today = LocalDate.now(clock);
        return SentPaper.of(
                "practice-" + today + ".pdf",
                new PracticeReport(page(reading.by(actor), ""), speaker)
                        .printed(settings.profile(actor).name(), speaker.day(today)));
    }

    /** @param all look of the group whose people are all named */
    private PracticePage page(PracticeReading.PracticeView seen, String all) {
        List<PersonOutcome> everybody = seen.everybody();
        List<ClientOutcome> outcomes =
                everybody.stream().map(PersonOutcome::outcome).toList();
        Map<Id<Client>, String> names = new HashMap<>();
        everybody.forEach(
                one -> names.put(one.client().id(), one.client().name().value()));
        PracticeNumbers numbers = new PracticeNumbers(outcomes);
        Optional<PooledEffect> pooled = numbers.pooled();
        List<PracticeNumbers.Own> people = PracticeNumbers.heaviest(numbers.people(), MOST_NAMED);
        List<LabelledEstimate> estimates = people.stream()
                .map(own -> new LabelledEstimate(
                        names.getOrDefault(own.client(), ""),
                        own.effect().change(),
                        own.effect().low(),
                        own.effect().high(),
                        pooled.map(p -> p.weight(own.effect().variance())).orElse(1.0)))
                .toList();
        return new PracticePage(
                seen.isEmpty(),
                speaker.say(TogetherWords.of(outcomes)),
                groups(everybody, all),
                numbers.small(),
                numbers.size(),
                speaker.say(TogetherWords.pooled(pooled)),
                pooled.map(p -> forest(estimates, p, WIDE)),
                pooled.map(p -> forest(estimates, p, NARROW)),
                Optional.of(numbers.size())
                        .filter(size -> size > people.size())
                        .map(size -> new PracticeWords.Heaviest(people.size(), size)),
                people.stream()
                        .filter(own -> own.shrunk().isPresent())
                        .map(own -> new PracticePage.Number(
                                names.getOrDefault(own.client(), ""),
                                said(own.effect()),
                                points(own.effect().plain()),
                                points(own.shrunk().getAsDouble())))
                        .toList(),
                speaker.say(TogetherWords.of(numbers.responders())),
                speaker.say(TogetherWords.of(numbers.beforeAndAfter())),
                responses(numbers.groups(ClientOutcome::kinds), speaker::name),
                responses(numbers.groups(ClientOutcome::parts), PracticeController::capital),
                SkillPart.of(seen.skill(), speaker),
                plans(seen.plans()),
                new PracticeWords.DomainsMeasured(
                        seen.domains().measured(), seen.domains().people()),
                seen.domains().rows().stream()
                        .map(row -> domain(row, seen.domains().people()))
                        .toList());
    }

    private static PracticePage.DomainShown domain(CoreDomains.DomainRow row, int all) {
        return new PracticePage.DomainShown(
                new Named(row.domain()),
                PracticeWords.told(row),
                (row.by().isEmpty() ? row.couldBe() : row.by())
                        .stream().map(MeasureWords::name).toList(),
                new PracticeWords.SomeOf(row.people(), all));
    }

    private List<PracticePage.PlanYearRow> plans(PlanYears plans) {
        return plans.isEmpty()
                ? List.of()
                : plans.years().stream()
                        .flatMap(year -> year.groups().entrySet().stream().map(group -> row(year.year(), group)))
                        .toList();
    }

    private PracticePage.PlanYearRow row(int year, Map.Entry<PlanFollowed, PlanYears.PlanGroup> group) {
        PlanYears.PlanGroup some = group.getValue();
        return new PracticePage.PlanYearRow(
                year,
                new Named(group.getKey()),
                some.sessions(),
                some.measured(),
                some.small()
                        ? Optional.empty()
                        : Optional.of(points(some.change().orElseThrow())));
    }

    private String said(ClientOutcome.MeasuredChange effect) {
        return speaker.say(EffectWords.of(effect.change(), effect.low(), effect.high(), EffectWords.POINTS));
    }

    private String points(double change) {
        return speaker.number(new Decimal(change, EffectWords.POINTS));
    }

    private Chart forest(List<LabelledEstimate> estimates, PooledEffect pooled, double width) {
        return LabelledEstimate.forest(
                estimates,
                Optional.of(pooled),
                TogetherWords.NEXT_CLIENT,
                TogetherWords.CHANGE_OF_PAIN,
                EffectWords.POINTS,
                width,
                speaker);
    }

    private List<PracticePage.ChangeGroup> groups(List<PersonOutcome> everybody, String all) {
        LocalDate today = LocalDate.now(clock);
        List<PracticePage.ChangeGroup> groups = new ArrayList<>();
        for (Change change : GROUPS) {
            List<PersonOutcome> some = everybody.stream()
                    .filter(one ->
                            one.outcome().hasBegun() && one.outcome().said().change() == change)
                    .toList();
            NamedChange named = NamedChange.of(change, speaker);
            if (!some.isEmpty() || change == Change.WORSE) {
                groups.add(new PracticePage.ChangeGroup(
                        named,
                        speaker.say(ChangeWords.title(change)),
                        some.size(),
                        speaker.whole(some.size()),
                        some.stream()
                                .limit(change == Change.WORSE || named.look().equals(all) ? some.size() : MOST_NAMED)
                                .map(one -> new PracticePage.ClientSentence(
                                        ClientHead.of(one.client(), today),
                                        speaker.say(
                                                GoesWords.sentence(one.outcome().said())),
                                        one.outcome().stopped(),
                                        one.outcome().saidWorse()))
                                .toList()));
            }
        }
        return groups;
    }

    private <K> List<PracticePage.GroupRow> responses(
            List<PracticeNumbers.GroupChange<K>> groups, Function<K, String> name) {
        return groups.stream()
                .map(group -> new PracticePage.GroupRow(
                        name.apply(group.what()),
                        group.clients(),
                        points(group.own()),
                        points(group.shrunk()),
                        group.small()))
                .toList();
    }

    private static String capital(String part) {
        return part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1);
    }
}
