package org.stillpoint.web.trace;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.plan.PlanReading;
import org.stillpoint.practice.touch.TouchCheck;
import org.stillpoint.practice.touch.TouchReading;
import org.stillpoint.practice.trace.ArcingReading;
import org.stillpoint.practice.trace.Palpate;
import org.stillpoint.practice.trace.Palpate.Found;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.practice.trace.TraceReading.Traced;
import org.stillpoint.practice.trace.TraceReading.Worth;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.plan.PlanTold;
import org.stillpoint.web.touch.TouchTold;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.EventWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.Share;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TraceSentences;
import org.stillpoint.words.TraceWords;
import tools.jackson.databind.json.JsonMapper;

/** The trace: the page comes at once, its answer when it has been computed. */
@Controller
class TraceController {

    /** Muscles of one place that are named on the page; the rest are counted. */
    private static final int MOST_NAMED = 12;

    /** Sites that a session offers: as many as are seen at a glance; own choice, 2026. */
    private static final int MOST_SITES = 6;

    /** The grade from which a finding is offered as a site. */
    private static final int CLEAR = 2;

    /** How strongly a place to feel next is outlined where no place was found, 0 to 1. */
    private static final double NEXT_ON_BODY = 0.5;

    private static final JsonMapper JSON = new JsonMapper();

    private final Places places;
    private final TraceReading reading;
    private final ArcingReading arcing;
    private final TouchReading touchReading;
    private final PlanReading planReading;
    private final PlanTold planTold;
    private final TouchTold touchTold;
    private final Palpate palpate;
    private final Atlas atlas;
    private final TraceSentences sentences;
    private final Speaker speaker;
    private final Clock clock;

    TraceController(
            Atlas atlas,
            Places places,
            TraceReading reading,
            ArcingReading arcing,
            TouchReading touchReading,
            PlanReading planReading,
            PlanTold planTold,
            TouchTold touchTold,
            Palpate palpate,
            Clock clock) {
        this.touchReading = touchReading;
        this.planReading = planReading;
        this.planTold = planTold;
        this.touchTold = touchTold;
        this.palpate = palpate;
        this.atlas = atlas;
        this.sentences = new TraceSentences(places.names());
        this.speaker = places.speaker();
        this.places = places;
        this.reading = reading;
        this.arcing = arcing;
        this.clock = clock;
    }

    /** One line on the body: its points, or a muscle, then the region. */
    private record Glow(List<Object> steps, double share) {}

    private record Points(List<double[]> points) {}

    private record MuscleAnswer(String muscle) {}

    private record OfRegion(String region) {}

    @GetMapping("/clients/{id}/trace")
    String show(Actor actor, @PathVariable String id, @RequestParam @Nullable String saved, Model model) {
        return show(actor, id, "", saved != null, model);
    }

    /** Where there are no scripts: what is felt for stands in no address. */
    @PostMapping("/clients/{id}/trace/search")
    String search(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        return show(actor, id, Form.of(request).raw("typed"), false, model);
    }

    private String show(Actor actor, String id, String typed, boolean saved, Model model) {
        TraceReading.TraceStart marks = reading.by(actor, Id.of(id));
        Optional<BodyMap> map = marks.map();
        BodyLayers layers = new BodyLayers(places).told(marks.told());
        map.ifPresent(layers::pain);
        Optional<TouchMap> touch = touchReading.by(actor, Id.of(id)).latest();
        touch.ifPresent(layers::touch);
        model.addAttribute(
                "page",
                new TracePage(
                        ClientHead.of(marks.client(), LocalDate.now(clock)),
                        layers.json(),
                        layers.view(),
                        map.map(marked -> speaker.day(marked.at())).orElse(""),
                        (int) marks.told().stream()
                                .filter(event -> event.told().severity().isEmpty())
                                .count(),
                        saved,
                        marks.goingOn()
                                .map(session -> "/sessions/" + session)
                                .orElse("/clients/" + id + "/sessions/new"),
                        typed,
                        places.search(typed, true)));
        return "trace";
    }

    /** The answer alone, put into the page when it is there. */
    @GetMapping("/clients/{id}/trace/answer")
    String answer(Actor actor, @PathVariable String id, Model model) {
        Id<Client> client = Id.of(id);
        Optional<Traced> traced = reading.trace(actor, client);
        if (traced.isEmpty()) {
            return "redirect:/clients/" + client + "/trace";
        }
        model.addAttribute(
                "page",
                answer(
                        client,
                        traced.get(),
                        arcing.by(actor, client),
                        touchTold.sentences(touchReading.by(actor, client).latest()),
                        Optional.empty()));
        return "traceanswer";
    }

    /** What a session offers as its first sites, put into its page: places worth feeling, what a hand found, else where to feel first. */
    @GetMapping("/clients/{id}/trace/sites")
    String sites(Actor actor, @PathVariable String id, Model model) {
        Optional<Traced> traced = reading.trace(actor, Id.of(id));
        BodyLayers layers = new BodyLayers(places);
        List<OfferedSites.OfferedSite> all = planned(
                planReading.by(actor, Id.of(id), traced),
                traced.map(each -> offered(each, layers)).orElseGet(List::of));
        Optional<TouchMap> touch = touchReading.by(actor, Id.of(id)).latest();
        List<OfferedSites.OfferedSite> sites =
                all.stream().filter(site -> !isClosed(touch, site.id())).toList();
        model.addAttribute(
                "page",
                new OfferedSites(sites.stream().limit(MOST_SITES).toList(), all.size() - sites.size(), layers.json()));
        return "offeredsites";
    }

    private boolean isClosed(Optional<TouchMap> touch, String code) {
        return places.site(code)
                .flatMap(site -> touch.flatMap(map -> TouchCheck.wish(map, site)))
                .filter(TouchWish.NEVER::equals)
                .isPresent();
    }

    /** What was planned and chosen comes first, then what else the trace has to offer. */
    private List<OfferedSites.OfferedSite> planned(PlanReading.PlanView seen, List<OfferedSites.OfferedSite> traced) {
        Map<String, OfferedSites.OfferedSite> sites = new LinkedHashMap<>();
        Map<Site, Message> why = new HashMap<>();
        PlanReading.draft(seen).places().forEach(place -> why.put(place.site(), planTold.why(place)));
        for (Site site : PlanReading.order(seen)) {
            String name = planTold.name(site);
            sites.putIfAbsent(
                    name,
                    new OfferedSites.OfferedSite(
                            PlanTold.code(site), name, why.getOrDefault(site, SessionPlanWords.CHOSEN)));
        }
        traced.forEach(site -> sites.putIfAbsent(site.name(), site));
        return List.copyOf(sites.values());
    }

    private List<OfferedSites.OfferedSite> offered(Traced traced, BodyLayers layers) {
        layers.told(traced.told());
        Map<String, OfferedSites.OfferedSite> sites = new LinkedHashMap<>();
        for (Worth worth : traced.places()) {
            worth.muscles().forEach(muscle -> layers.muscle("traced", muscle.value(), 1, TraceWords.WORTH_FEELING));
            offer(sites, worth.muscles().getFirst(), new TraceWords.ShareOfPain(new Share(worth.share())));
        }
        traced.found().ifPresent(examination -> {
            rows(examination, layers);
            examination
                    .findings()
                    .forEach((muscle, finding) -> finding.restriction()
                            .filter(grade -> grade.value() >= CLEAR)
                            .ifPresent(grade -> offer(
                                    sites, muscle, grade.value() == CLEAR ? TraceWords.CLEAR : TraceWords.STRONG)));
        });
        if (sites.isEmpty()) {
            traced.next().forEach(next -> offer(sites, next.muscles().getFirst(), TraceWords.TO_FEEL));
        }
        return List.copyOf(sites.values());
    }

    /** What a hand feels as one is offered once. */
    private void offer(Map<String, OfferedSites.OfferedSite> sites, MuscleId muscle, Message why) {
        String name = places.hand(muscle.value());
        sites.putIfAbsent(name, new OfferedSites.OfferedSite(muscle.value(), name, why));
    }

    /** Something was found at a muscle; the answer that takes it into account comes back. */
    @PostMapping("/clients/{id}/trace/palpation")
    String palpation(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        String muscle = form.raw("muscle");
        return found(actor, id, form, atMuscle(muscle, form), model);
    }

    private static Found atMuscle(String muscle, Form form) {
        if (!form.raw("take-back").isEmpty()) {
            return new Found.NoFinding(new MuscleId(muscle));
        } else if (!form.raw("tenderness").isEmpty()) {
            return new Found.Tenderness(new MuscleId(muscle), grade(form, "tenderness"));
        } else if (!form.raw("tension").isEmpty()) {
            return new Found.Tension(new MuscleId(muscle), grade(form, "tension"));
        }
        return new Found.Restriction(new MuscleId(muscle), grade(form, "restriction"));
    }

    /** A joint was moved. */
    @PostMapping("/clients/{id}/trace/motion")
    String motion(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        String joint = form.raw("joint");
        return found(
                actor,
                id,
                form,
                form.raw("take-back").isEmpty()
                        ? new Found.Limit(new JointId(joint), grade(form, "limit"))
                        : new Found.NoLimit(new JointId(joint)),
                model);
    }

    private String found(Actor actor, String id, Form form, Found found, Model model) {
        Id<Client> client = Id.of(id);
        boolean asked = form.raw("asked").equals("yes");
        return palpate.by(actor, new Palpate.Command(form.key(), client, found, asked))
                        instanceof Answer.No<Examination>(Refused.Rule rule)
                ? refused(actor, client, form, rule, model)
                : "redirect:/clients/" + client + "/trace/answer";
    }

    /** The answer as it was, with what stands against the finding, and the press by which it is kept once the client has said yes. */
    private String refused(Actor actor, Id<Client> client, Form form, Refused.Rule rule, Model model) {
        Optional<Traced> traced = reading.trace(actor, client);
        if (traced.isEmpty()) {
            return "redirect:/clients/" + client + "/trace";
        }
        boolean isAsked = rule == Refused.Rule.TOUCH_IS_ASKED_FIRST || rule == Refused.Rule.TOUCH_IS_NEVER;
        Map<String, String> again = new LinkedHashMap<>();
        if (isAsked) {
            again.put("asked", "yes");
            for (String field : List.of("muscle", "restriction", "tenderness")) {
                if (!form.raw(field).isEmpty()) {
                    again.put(field, form.raw(field));
                }
            }
        }
        String muscle = form.raw("muscle");
        model.addAttribute(
                "page",
                answer(
                        client,
                        traced.get(),
                        arcing.by(actor, client),
                        touchTold.sentences(touchReading.by(actor, client).latest()),
                        Optional.of(new TraceAnswer.AskedFirst(
                                new Named(rule), places.hasMuscle(muscle) ? places.hand(muscle) : "", again))));
        return "traceanswer";
    }

    private static Grade grade(Form form, String field) {
        String typed = form.raw(field);
        if (!typed.matches("[0-3]")) {
            throw new BadValue(field, "of " + typed.length() + " characters", Grade.LEAST + " to " + Grade.MOST);
        }
        return new Grade(Integer.parseInt(typed));
    }

    private TraceAnswer answer(
            Id<Client> client,
            Traced traced,
            Optional<ArcingReading.ArcedBeside> arced,
            List<Message> touch,
            Optional<TraceAnswer.AskedFirst> refused) {
        Optional<Examination> found = traced.found();
        Map<String, String> titles = new HashMap<>();
        traced.told()
                .forEach(event -> titles.put(
                        event.id().toString(),
                        speaker.say(new EventWords.KindAndWhen(
                                event.told().kind(), event.told().when()))));
        BodyLayers layers = new BodyLayers(places);
        List<TraceAnswer.PlaceRow> rows = new ArrayList<>();
        for (Worth worth : traced.places()) {
            rows.add(row(worth, traced.release(), titles));
            for (int m = 0; m < worth.muscles().size(); m++) {
                double rank = worth.rank().get(m);
                layers.muscle("traced", worth.muscles().get(m).value(), Math.max(0.35, rank), TraceWords.WORTH_FEELING);
            }
        }
        List<TraceAnswer.NextRow> next = new ArrayList<>();
        for (TraceReading.Next place : traced.next()) {
            next.add(new TraceAnswer.NextRow(
                    next.size() + 1,
                    places.hand(place.muscles().getFirst().value()),
                    place.muscles().stream()
                            .map(muscle -> places.muscle(muscle.value()))
                            .toList(),
                    titles(place.touchedBy(), titles),
                    place.muscles().getFirst().value(),
                    ids(place.muscles()),
                    sentences.ifFelt(place)));
            if (rows.isEmpty()) {
                place.muscles()
                        .forEach(muscle ->
                                layers.muscle("traced", muscle.value(), NEXT_ON_BODY, TraceWords.A_PLACE_TO_FEEL_NEXT));
            }
        }
        List<TraceAnswer.FeltRow> hands =
                found.map(examination -> rows(examination, layers)).orElse(List.of());
        List<TraceAnswer.LimitRow> limits = found.map(Examination::limits).orElseGet(TreeMap::new).entrySet().stream()
                .map(limit -> new TraceAnswer.LimitRow(
                        places.joint(limit.getKey().value()),
                        limit.getKey().value(),
                        limit.getValue().value()))
                .toList();
        return new TraceAnswer(
                "/clients/" + client,
                TraceSentences.of(traced),
                touch,
                rows,
                traced.unexplained(),
                next,
                Stream.concat(
                                Stream.of(TraceSentences.of(traced.hand()), TraceSentences.grades(traced.hand())),
                                arced.stream()
                                        .map(beside -> new TraceWords.ArcedBeside(
                                                beside.sessions(), (int) Math.round(beside.medianCm()))))
                        .toList(),
                hands,
                limits,
                found.map(examination -> speaker.day(examination.at())).orElse(""),
                places.movedJoints().stream()
                        .map(joint -> new TracePage.PlaceChoice(joint.id(), joint.name()))
                        .toList(),
                layers.json(),
                refused);
    }

    private List<TraceAnswer.FeltRow> rows(Examination examination, BodyLayers layers) {
        List<TraceAnswer.FeltRow> rows = new ArrayList<>();
        examination.findings().forEach((muscle, finding) -> {
            rows.add(new TraceAnswer.FeltRow(
                    places.hand(muscle.value()),
                    muscle.value(),
                    String.join(" ", places.feltWith(muscle.value())),
                    shown(finding.restriction()),
                    shown(finding.tenderness()),
                    shown(finding.tension())));
            int restriction = shown(finding.restriction());
            if (restriction > 0) {
                places.feltWith(muscle.value())
                        .forEach(each -> layers.muscle(
                                "found", each, restriction / (double) Grade.MOST, TraceWords.RESTRICTION_FELT));
            }
        });
        rows.sort(Comparator.comparing(TraceAnswer.FeltRow::name));
        return rows;
    }

    private static int shown(Optional<Grade> grade) {
        return grade.map(Grade::value).orElse(TraceAnswer.NOT_ASKED);
    }

    private TraceAnswer.PlaceRow row(Worth worth, double release, Map<String, String> titles) {
        List<String> muscles = worth.muscles().stream().map(MuscleId::value).toList();
        List<String> named =
                muscles.stream().limit(MOST_NAMED).map(places::muscle).toList();
        return new TraceAnswer.PlaceRow(
                places.hand(muscles.getFirst()),
                named,
                TraceSentences.apart(worth, named.size()),
                worth.share(),
                titles(worth.touchedBy(), titles),
                ids(worth.muscles()),
                TraceSentences.anonymous(worth),
                TraceSentences.relief(worth, release),
                sentences.of(worth.ways()),
                glow(worth.ways()));
    }

    private static String ids(List<MuscleId> muscles) {
        return muscles.stream().map(MuscleId::value).collect(Collectors.joining(" "));
    }

    /** The strongest ways as {@code sp-body.setRoutes} takes them. */
    private String glow(TraceReading.Ways ways) {
        return JSON.writeValueAsString(ways.lines(atlas).stream()
                .map(line -> new Glow(
                        List.of(
                                line.points().isEmpty()
                                        ? new MuscleAnswer(line.muscle().value())
                                        : new Points(line.points()),
                                new OfRegion(line.region().value())),
                        line.share()))
                .toList());
    }

    private static List<String> titles(List<String> events, Map<String, String> titles) {
        return events.stream().map(titles::get).filter(Objects::nonNull).toList();
    }
}
