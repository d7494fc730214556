package org.stillpoint.web.slip;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.session.AmendMark;
import org.stillpoint.practice.session.AnnotateMark;
import org.stillpoint.practice.session.CorrectSafetyCheck;
import org.stillpoint.practice.session.StrikeOutSafetyCheck;
import org.stillpoint.practice.slip.SlipReading;
import org.stillpoint.practice.slip.SlipReading.Mendable;
import org.stillpoint.practice.slip.SlipReading.StandingMark;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.SafetyAnswer;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ReleaseSign;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.slip.MendPages.MarkChoice;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SafetyQuestions;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** A safety check and a mark are mended, or struck out with a reason. */
@Controller
class MendController {

    private final SlipReading reading;
    private final CorrectSafetyCheck correctCheck;
    private final StrikeOutSafetyCheck strikeOutCheck;
    private final AmendMark amendMark;
    private final AnnotateMark annotateMark;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    MendController(
            SlipReading reading,
            CorrectSafetyCheck correctCheck,
            StrikeOutSafetyCheck strikeOutCheck,
            AmendMark amendMark,
            AnnotateMark annotateMark,
            Places places,
            Clock clock) {
        this.reading = reading;
        this.correctCheck = correctCheck;
        this.strikeOutCheck = strikeOutCheck;
        this.amendMark = amendMark;
        this.annotateMark = annotateMark;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/safety-checks/{check}")
    String askCheck(Actor actor, @PathVariable String id, @PathVariable String check, Model model) {
        Mendable mendable = reading.by(actor, Id.of(id));
        SafetyCheck kept = kept(mendable, Id.of(check));
        Form typed = Form.of(Map.of(
                "found", kept.found().stream().map(each -> each.id().value()).toList(),
                "physician", text(kept, Clearance::physician),
                "clearance", text(kept, Clearance::reason),
                "cleared",
                        kept.clearance().flatMap(Clearance::on).map(LocalDate::toString).stream()
                                .toList()));
        return check(mendable, kept, typed, model);
    }

    private static List<String> text(SafetyCheck check, Function<Clearance, PrivateText> which) {
        return check.clearance().map(which).map(PrivateText::value).stream().toList();
    }

    private static SafetyCheck kept(Mendable mendable, Id<SafetyCheck> id) {
        return mendable.checks().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("check", id));
    }

    @PostMapping("/clients/{id}/safety-checks/{check}")
    String mendCheck(
            Actor actor,
            @PathVariable String id,
            @PathVariable String check,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Id<SafetyCheck> which = Id.of(check);
        Form form = Form.of(request);
        PrivateText reason = form.text("reason");
        boolean strike = form.raw("do").equals("strike");
        Mendable mendable = reading.by(actor, client);
        SafetyCheck kept = kept(mendable, which);
        SafetyAnswer answered = SafetyQuestions.ticked(form, LocalDate.now(clock));
        if (strike && reason.value().isBlank()) {
            form.problems().add("reason", SlipWords.SAY_WHY);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return check(mendable, kept, form, model);
        }
        Answer<?> answer = strike
                ? strikeOutCheck.by(
                        actor, new StrikeOutSafetyCheck.Command(form.key(), client, which, form.version(), reason))
                : correctCheck.by(
                        actor,
                        new CorrectSafetyCheck.Command(form.key(), client, which, form.version(), answered, reason));
        return done(answer, client, which, SlipController.slips(client));
    }

    /** What is asked now, and what was found then. */
    private static List<Condition> asked(Mendable mendable, SafetyCheck kept) {
        Set<ConditionId> then = kept.found().stream().map(Condition::id).collect(Collectors.toSet());
        return Stream.concat(
                        kept.found().stream(), mendable.list().asked().stream().filter(row -> !then.contains(row.id())))
                .toList();
    }

    /** @throws AlreadyThere if somebody else has mended it since it was seen */
    private static String done(Answer<?> answer, Id<Client> client, Id<?> entry, String next) {
        return switch (answer) {
            case Answer.Done<?> done -> next;
            case Answer.Again<?> again -> next;
            case Answer.Changed<?> changed -> throw new AlreadyThere("correction", entry);
            case Answer.Other<?> other -> throw new AlreadyThere("correction", entry);
            case Answer.No<?> no -> throw new Refused(no.rule(), client);
        };
    }

    private String check(Mendable mendable, SafetyCheck kept, Form form, Model model) {
        model.addAttribute(
                "page",
                new MendPages.MendCheck(
                        head(mendable.client()),
                        kept.id().toString(),
                        speaker.day(LocalDate.ofInstant(kept.at(), speaker.zone())),
                        String.valueOf(kept.version().number()),
                        mendable.isUsed(kept),
                        SafetyQuestions.of(asked(mendable, kept), Optional.empty(), speaker, LocalDate.now(clock)),
                        form));
        return "mendcheck";
    }

    @GetMapping("/clients/{id}/sessions/{session}/marks/{mark}")
    String askMark(
            Actor actor,
            @PathVariable String id,
            @PathVariable String session,
            @PathVariable String mark,
            Model model) {
        StandingMark standing = reading.mark(actor, Id.of(id), Id.of(session), Id.of(mark));
        return mark(standing, typed(standing.mark().moment()), model);
    }

    @PostMapping("/clients/{id}/sessions/{session}/marks/{mark}")
    String mendMark(
            Actor actor,
            @PathVariable String id,
            @PathVariable String session,
            @PathVariable String mark,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Id<Session> held = Id.of(session);
        Id<Mark> which = Id.of(mark);
        Form form = Form.of(request);
        PrivateText reason = form.text("reason");
        boolean strike = form.raw("do").equals("strike");
        StandingMark standing = reading.mark(actor, client, held, which);
        if (form.raw("do").equals("search")) {
            return mark(standing, form, model);
        }
        if (form.raw("do").equals("dictate")) {
            return dictate(actor, standing, form, response, model);
        }
        Optional<Moment> meant =
                strike ? Optional.empty() : meant(form, standing.mark().moment());
        if (strike && reason.value().isBlank()) {
            form.problems().add("reason", SlipWords.SAY_WHY);
        }
        if (!form.good() || (!strike && meant.isEmpty())) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return mark(standing, form, model);
        }
        var wanted = new AmendMark.Command(new Id<>(form.key().value()), held, which, form.version(), meant, reason);
        return done(amendMark.by(actor, client, wanted), client, which, "redirect:/sessions/" + held);
    }

    private String dictate(Actor actor, StandingMark standing, Form form, HttpServletResponse response, Model model) {
        PrivateText words = form.text("dictated");
        if (words.value().isBlank()) {
            form.problems().add("dictated", SlipWords.NOTHING_DICTATED);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return mark(standing, form.with(typedValues(standing.mark().moment())), model);
        }
        Id<Session> held = standing.session().id();
        Id<Mark> which = standing.mark().id();
        var wanted = new AnnotateMark.Command(new Id<>(form.key().value()), held, which, words);
        return done(
                annotateMark.by(actor, standing.client().id(), wanted),
                standing.client().id(),
                which,
                "redirect:/sessions/" + held);
    }

    /** What a moment of this kind is to be, as it was typed; empty where there is a problem or nothing to choose. */
    private Optional<Moment> meant(Form form, Moment was) {
        return switch (was) {
            case Moment.Awareness awareness -> Optional.of(new Moment.Awareness(form.score("score")));
            case Moment.Distress distress -> Optional.of(new Moment.Distress(form.score("score")));
            case Moment.SignOfRelease any ->
                Arrays.stream(ReleaseSign.values())
                        .filter(sign -> form.chosen("sign", sign.name()))
                        .<Moment>map(Moment.SignOfRelease::new)
                        .findFirst();
            case Moment.SiteEngaged engaged ->
                site(form).map(site -> new Moment.SiteEngaged(site, engaged.technique()));
            case Moment.Release release -> {
                OptionalDouble extent = form.number("extent", 0, 1);
                if (extent.isEmpty() && form.good()) {
                    form.problems().add("extent", FormWords.NOT_ANSWERED);
                }
                yield extent.isEmpty()
                        ? Optional.empty()
                        : site(form).map(site -> new Moment.Release(site, extent.getAsDouble()));
            }
            default -> Optional.empty();
        };
    }

    private Optional<Site> site(Form form) {
        String place = form.raw("site");
        if (places.hasMuscle(place)) {
            return Optional.of(new Site.MuscleSite(new MuscleId(place)));
        }
        if (places.hasRegion(place)) {
            return Optional.of(new Site.RegionSite(new RegionCode(place)));
        }
        form.problems().add("site", FormWords.NOT_ANSWERED);
        return Optional.empty();
    }

    private static Form typed(Moment moment) {
        return Form.of(typedValues(moment));
    }

    private static Map<String, List<String>> typedValues(Moment moment) {
        Map<String, List<String>> values = new HashMap<>();
        switch (moment) {
            case Moment.Awareness(Score0To10 score) -> values.put("score", List.of(Form.typed(score)));
            case Moment.Distress(Score0To10 score) -> values.put("score", List.of(Form.typed(score)));
            case Moment.SignOfRelease(ReleaseSign sign) -> values.put("sign", List.of(sign.name()));
            case Moment.SiteEngaged(Site site, PrivateText technique) -> values.put("site", List.of(code(site)));
            case Moment.Release(Site site, double extent) -> {
                values.put("site", List.of(code(site)));
                values.put("extent", List.of(String.valueOf(extent)));
            }
            default -> {}
        }
        return values;
    }

    private static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> id.value();
            case Site.RegionSite(RegionCode code) -> code.value();
        };
    }

    private static MarkChoice choice(Moment moment) {
        return switch (moment) {
            case Moment.Awareness any -> MarkChoice.SCORE;
            case Moment.Distress any -> MarkChoice.SCORE;
            case Moment.SignOfRelease any -> MarkChoice.SIGN;
            case Moment.SiteEngaged any -> MarkChoice.SITE;
            case Moment.Release any -> MarkChoice.SITE_AND_EXTENT;
            default -> MarkChoice.NOTHING;
        };
    }

    private String mark(StandingMark standing, Form form, Model model) {
        Mark mark = standing.mark();
        Session session = standing.session();
        Instant at = mark.tappedAt();
        model.addAttribute(
                "page",
                new MendPages.MendMark(
                        head(standing.client()),
                        session.id().toString(),
                        mark.id().toString(),
                        String.valueOf(session.versionOf(mark.id()).number()),
                        speaker.say(MomentWords.of(mark.moment(), places.names())),
                        speaker.clock(Duration.between(session.startedAt(), at)),
                        choice(mark.moment()),
                        siteName(form.raw("site")),
                        places.view(List.of(form.raw("site"))),
                        places.search(form.raw("typed"), false),
                        session instanceof EndedSession,
                        session.dictated(mark.id()).stream()
                                .map(PrivateText::value)
                                .toList(),
                        form));
        return "mendmark";
    }

    private String siteName(String code) {
        if (places.hasMuscle(code)) {
            return places.muscle(code);
        }
        return places.hasRegion(code) ? places.name(new RegionCode(code)) : "";
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
