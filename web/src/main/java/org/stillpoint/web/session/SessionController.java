package org.stillpoint.web.session;

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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.note.NoteReading.NotedSession;
import org.stillpoint.practice.session.Arcing;
import org.stillpoint.practice.session.AroundSession;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.GoOnWithSession;
import org.stillpoint.practice.session.MarkMoment;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.practice.session.SessionReading.Holder;
import org.stillpoint.practice.session.TakeOverSession;
import org.stillpoint.practice.session.TraceSeen;
import org.stillpoint.practice.session.VoidSession;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.RecordException;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.note.SessionNote;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.DialogueKind;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.SessionDevice;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.error.ErrorPage;
import org.stillpoint.web.note.NotePages;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.touch.TouchTold;
import org.stillpoint.web.view.BodyLayers;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SafetySaid;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.MomentWords;
import org.stillpoint.words.Named;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.SessionWords;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;
import tools.jackson.databind.json.JsonMapper;

/** The live session: every tap is answered only after the record has written it to the disk. */
@Controller
class SessionController {

    /** Tells by which token a page is known. */
    private static final String HAND = "X-Hand";

    private static final String TO_END = "to-end";

    private final SessionReading reading;
    private final MarkMoment markMoment;
    private final TraceSeen traceSeen;
    private final TakeOverSession takeOverSession;
    private final EndSession endSession;
    private final GoOnWithSession goOnWithSession;
    private final VoidSession voidSession;
    private final OpenSignIns signIns;
    private final NotePages notePages;
    private final TouchTold touchTold;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    SessionController(
            SessionReading reading,
            MarkMoment markMoment,
            TraceSeen traceSeen,
            TakeOverSession takeOverSession,
            EndSession endSession,
            GoOnWithSession goOnWithSession,
            VoidSession voidSession,
            OpenSignIns signIns,
            NotePages notePages,
            TouchTold touchTold,
            Places places,
            Clock clock) {
        this.signIns = signIns;
        this.notePages = notePages;
        this.touchTold = touchTold;
        this.reading = reading;
        this.markMoment = markMoment;
        this.traceSeen = traceSeen;
        this.takeOverSession = takeOverSession;
        this.endSession = endSession;
        this.goOnWithSession = goOnWithSession;
        this.voidSession = voidSession;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/sessions/{id}")
    String show(
            Actor actor,
            @PathVariable String id,
            @RequestParam(name = TO_END) @Nullable String toEnd,
            HttpServletRequest request,
            Model model) {
        SessionReading.SessionView seen = reading.by(actor, Id.of(id));
        return switch (seen.session()) {
            case OpenSession open -> live(actor, seen, open, toEnd != null, model);
            case EndedSession ended -> ended(actor, seen, ended, List.of(), Form.empty(), request, model);
        };
    }

    /** The process notes: held apart, and shown only when asked for. */
    @GetMapping("/sessions/{id}/process-notes")
    String showNotes(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        SessionReading.WithNotes read = reading.withNotes(actor, Id.of(id));
        return read.seen().session() instanceof EndedSession ended
                ? ended(actor, read.seen(), ended, ProcessNoteRow.all(read, speaker), Form.empty(), request, model)
                : "redirect:/sessions/" + id;
    }

    @PostMapping("/sessions/{id}/marks")
    @ResponseBody
    ResponseEntity<Map<String, String>> mark(Actor actor, @PathVariable String id, @RequestBody TapRequest request) {
        String whereToSign = "";
        try {
            Id<Session> session = Id.of(id);
            Id<Client> client = reading.clientOf(actor, session);
            whereToSign = "/clients/" + client + "/consent/areas?area=";
            Tap tap = withTrace(request.tap(places), actor, client, session);
            var wanted = new MarkMoment.Command(session, tap, request.device());
            return switch (markMoment.by(actor, client, wanted)) {
                case Answer.Done<Mark> done -> kept(actor, session, done.kept());
                case Answer.Again<Mark> again -> kept(actor, session, again.kept());
                case Answer.Other<Mark> other ->
                    throw new AlreadyThere("mark", other.kept().id());
                case Answer.Changed<Mark> changed ->
                    throw new AlreadyThere("mark", changed.kept().id());
                case Answer.No<Mark> no -> throw new Refused(no.rule(), session);
            };
        } catch (RecordException no) {
            Optional<SensitiveArea> area =
                    no instanceof Refused refused ? SensitiveArea.of(refused.rule()) : Optional.empty();
            Map<String, String> told = new HashMap<>(Map.of("problem", problem(no)));
            if (area.isPresent()) {
                told.put("sign", whereToSign + area.get().name());
            }
            if (no instanceof Refused refused && refused.rule() == Refused.Rule.ANOTHER_DEVICE_HOLDS) {
                told.put("holder", holder(Holder.ANOTHER_DEVICE));
            }
            return ResponseEntity.status(status(no)).body(told);
        }
    }

    /** What another device has marked: its page asks, and shows the stop, that it goes on, or the end. */
    @GetMapping("/sessions/{id}/turn")
    @ResponseBody
    LiveTurn turn(Actor actor, @PathVariable String id, @RequestHeader(name = HAND) @Nullable String hand) {
        SessionReading.SessionTurn turn = reading.turn(actor, Id.of(id), TapRequest.handOf(hand));
        return new LiveTurn(
                clock.instant().toEpochMilli(),
                turn.stop().map(mark -> clockOf(turn.session(), mark)).orElse(""),
                turn.grounding().next(),
                turn.grounding().stop().isPresent() && turn.grounding().isDone(),
                turn.session().lostConsent(),
                turn.session() instanceof EndedSession,
                holder(turn.holds()),
                turn.holds() == Holder.ANOTHER_DEVICE
                        ? rows(turn.session(), turn.session().standingMarks(), false)
                                .reversed()
                        : List.of());
    }

    private static String holder(Holder holder) {
        return switch (holder) {
            case NOBODY -> "nobody";
            case THIS_DEVICE -> "this";
            case ANOTHER_DEVICE -> "another";
        };
    }

    /** From now on this device alone marks. */
    @PostMapping("/sessions/{id}/hand")
    @ResponseBody
    ResponseEntity<Map<String, String>> takeOver(
            Actor actor, @PathVariable String id, @RequestHeader(name = HAND) @Nullable String hand) {
        Id<Session> session = Id.of(id);
        if (hand == null) {
            reading.turn(actor, session, Optional.empty()); // whoever may not is told that first
            throw new BadValue("device", "not told", "a token");
        }
        var wanted = new TakeOverSession.Command(reading.clientOf(actor, session), session, SessionDevice.of(hand));
        if (takeOverSession.by(actor, wanted) instanceof Answer.No<Session> no) {
            throw new Refused(no.rule(), session);
        }
        return ResponseEntity.ok(Map.of("holder", holder(Holder.THIS_DEVICE)));
    }

    private ResponseEntity<Map<String, String>> kept(Actor actor, Id<Session> session, Mark mark) {
        Map<String, String> told = new HashMap<>(Map.of(
                "id",
                mark.id().toString(),
                "words",
                speaker.say(MomentWords.whileItGoesOn(mark.moment(), places.names()))));
        if (mark.moment() instanceof Moment.Arced) {
            told.put("arcing", arcing(reading.by(actor, session).session()));
        }
        return ResponseEntity.ok(told);
    }

    /** What hands pointed to, with whether the trace had been opened in this visit before. */
    private Tap withTrace(Tap tap, Actor actor, Id<Client> client, Id<Session> session) {
        return tap.moment() instanceof Moment.Arced(var station, var from, var towards, boolean untold)
                ? Tap.of(
                        tap.id(),
                        tap.at(),
                        new Moment.Arced(
                                station,
                                from,
                                towards,
                                traceSeen.before(
                                        client,
                                        reading.turn(actor, session, Optional.empty())
                                                .session(),
                                        tap.at())))
                : tap;
    }

    /** As JSON; empty where nobody has arced. */
    private String arcing(Session session) {
        return Arcing.of(session, places.atlas())
                .map(each -> JsonMapper.shared().writeValueAsString(ArcingShown.of(each, places)))
                .orElse("");
    }

    /** Where it may not end yet, its page shows what grounds the client. */
    @PostMapping("/sessions/{id}/end")
    String end(Actor actor, @PathVariable String id, @RequestParam @Nullable String at) {
        Id<Session> session = Id.of(id);
        Optional<Instant> pressed = at == null || at.isEmpty() ? Optional.empty() : Optional.of(TapRequest.instant(at));
        Answer<EndedSession> answer =
                endSession.by(actor, new EndSession.Command(reading.clientOf(actor, session), session, pressed));
        return "redirect:/sessions/" + session + (answer instanceof Answer.No<EndedSession> ? "?" + TO_END : "");
    }

    /** Whom to ring was read after a stop, and help is called: the session may end ungrounded. */
    @PostMapping("/sessions/{id}/help")
    String help(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Id<Session> session = Id.of(id);
        Tap tap = Tap.of(Form.of(request).id("key"), clock.instant(), new Moment.HelpCalled());
        if (markMoment.by(actor, reading.clientOf(actor, session), new MarkMoment.Command(session, tap))
                instanceof Answer.No<Mark> no) {
            throw new Refused(no.rule(), session);
        }
        return "redirect:/sessions/" + session;
    }

    @PostMapping("/sessions/{id}/go-on")
    String goOn(Actor actor, @PathVariable String id) {
        Id<Session> session = Id.of(id);
        Id<Client> client = reading.clientOf(actor, session);
        if (goOnWithSession.by(actor, new GoOnWithSession.Command(client, session))
                instanceof Answer.No<OpenSession> no) {
            throw new Refused(no.rule(), session);
        }
        return "redirect:/sessions/" + session;
    }

    @PostMapping("/sessions/{id}/void")
    String makeVoid(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Session> session = Id.of(id);
        Form form = Form.of(request);
        PrivateText reason = form.text("reason");
        if (reason.value().isBlank()) {
            form.problems().add("reason", SlipWords.SAY_WHY);
        }
        if (!form.good()) {
            SessionReading.SessionView seen = reading.by(actor, session);
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return seen.session() instanceof EndedSession ended
                    ? ended(actor, seen, ended, List.of(), form, request, model)
                    : "redirect:/sessions/" + session;
        }
        Id<Client> client = form.id("client"); // a voided session is found no more, where the form is sent again
        return switch (voidSession.by(actor, new VoidSession.Command(form.key(), client, session, reason))) {
            case Answer.Done<Optional<Session>> done -> "redirect:/clients/" + client;
            case Answer.Again<Optional<Session>> again -> "redirect:/clients/" + client;
            case Answer.Other<Optional<Session>> other -> throw new AlreadyThere("session", session);
            case Answer.Changed<Optional<Session>> changed -> throw new AlreadyThere("session", session);
            case Answer.No<Optional<Session>> no -> throw new Refused(no.rule(), session);
        };
    }

    /** @param toEnd whether it was to end, and could not yet */
    private String live(Actor actor, SessionReading.SessionView seen, OpenSession session, boolean toEnd, Model model) {
        List<Mark> standing = session.standingMarks();
        boolean paused = last(standing, moment -> switch (moment) {
                    case Moment.Paused() -> Optional.of(true);
                    case Moment.Resumed() -> Optional.of(false);
                    default -> Optional.<Boolean>empty();
                })
                .orElse(false);
        Optional<Site> site = last(
                standing,
                moment -> moment instanceof Moment.SiteEngaged(Site engaged, var technique)
                        ? Optional.of(engaged)
                        : Optional.<Site>empty());
        Optional<Mark> stop = session.findStop(Instant.MAX);
        BodyLayers layers = new BodyLayers(places).sessions(List.of(session));
        seen.map().ifPresent(layers::pain);
        seen.touch().ifPresent(layers::touch);
        model.addAttribute(
                "page",
                new LivePage(
                        head(seen.client()),
                        session.id().toString(),
                        actor instanceof Actor.Person person ? signIns.browserKey(person.account()) : "",
                        session.startedAt().toEpochMilli(),
                        clock.instant().toEpochMilli(),
                        seen.timer(),
                        seen.habits().leftHand(),
                        JsonMapper.shared().writeValueAsString(seen.habits().keys()),
                        seen.habits().arcsFirst(),
                        arcing(session),
                        rows(session, standing, false).reversed(),
                        paused,
                        stop.map(mark -> clockOf(session, mark)).orElse(""),
                        session.lostConsent(),
                        GroundingShown.of(
                                seen.grounding(),
                                seen.steps().isEmpty() ? SessionWords.grounding(speaker) : seen.steps(),
                                toEnd),
                        seen.techniques().isEmpty() ? SessionWords.techniques(speaker) : seen.techniques(),
                        site.map(SessionController::code).orElse(""),
                        site.map(places::name).orElse(""),
                        score(
                                standing,
                                moment -> moment instanceof Moment.Awareness(var score)
                                        ? Optional.of(score)
                                        : Optional.empty()),
                        score(
                                standing,
                                moment -> moment instanceof Moment.Distress(var score)
                                        ? Optional.of(score)
                                        : Optional.empty()),
                        seen.background().stopSign().value(),
                        seen.background().cautions().value(),
                        touchTold.sentences(seen.touch()),
                        touchTold.guarded(seen.touch()),
                        SafetySaid.answered(seen.answered(), speaker),
                        Arrays.stream(DialogueKind.values())
                                .filter(what -> what.isOpenTo(seen.habits()))
                                .toList(),
                        !seen.flags().isEmpty(),
                        seen.map().isPresent() || seen.plan().isPresent(),
                        layers.json(),
                        layers.view()));
        return "live";
    }

    /**
     * @param notes those that were asked for
     * @param form with the reason for which it was to be voided
     */
    private String ended(
            Actor actor,
            SessionReading.SessionView seen,
            EndedSession session,
            List<ProcessNoteRow> notes,
            Form form,
            HttpServletRequest request,
            Model model) {
        AroundSession around = seen.around().orElseThrow();
        Optional<NotedSession> noted = Optional.of(new NotedSession(session, around));
        SessionNote note = seen.note().orElseGet(() -> SessionNote.of(session, clock.instant()));
        List<Mark> standing = session.standingMarks();
        BodyLayers layers = new BodyLayers(places).sessions(List.of(session));
        model.addAttribute(
                "page",
                new EndedPage(
                        head(seen.client()),
                        session.id().toString(),
                        session.client().toString(),
                        speaker.say(new CommonWords.DayAndTime(session.startedAt(), speaker.time(session.startedAt()))),
                        speaker.length(session.length()),
                        notePages.of(note, noted, actor, request),
                        seen.written().stream()
                                .filter(SessionNote::isStruckOut)
                                .map(struck -> notePages.of(struck, noted, actor, request))
                                .toList(),
                        standing.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        MinuteLine.of(session, mark -> clockOf(session, mark) + " " + said(mark))),
                        rows(session, standing, note.isLocked()),
                        rows(session, session.marksAfterSigning(), true),
                        seen.plan().flatMap(this::planned),
                        around.heard().isEmpty(),
                        around.next().isPresent(),
                        layers.json(),
                        layers.view(),
                        seen.notes().open(),
                        seen.notes().others().stream().map(SignInName::value).toList(),
                        session.canGoOn(clock.instant()) && !note.isLocked(),
                        session.isUnmarked()
                                && note.draft().isEmpty()
                                && note.signatures().isEmpty(),
                        form.raw("key").isEmpty() ? Id.random().toString() : form.raw("key"),
                        form,
                        notes));
        return "ended";
    }

    private Optional<Message> planned(SessionPlan plan) {
        return plan.order().isEmpty()
                ? Optional.empty()
                : Optional.of(new SessionPlanWords.WerePlanned(
                        plan.order().stream().map(places::name).collect(Collectors.joining("; "))));
    }

    /** With what was dictated to it last. */
    private String said(Session session, Mark mark) {
        Message what = MomentWords.of(mark.moment(), places.names());
        List<PrivateText> dictated = session.dictated(mark.id());
        return speaker.say(
                dictated.isEmpty()
                        ? what
                        : new MomentWords.WithWords(what, dictated.getLast().value()));
    }

    private String said(Mark mark) {
        return speaker.say(MomentWords.of(mark.moment(), places.names()));
    }

    private List<MarkRow> rows(Session session, List<Mark> marks, boolean signed) {
        return marks.stream()
                .map(mark -> new MarkRow(
                        mark.id().toString(),
                        clockOf(session, mark),
                        session instanceof OpenSession
                                ? speaker.say(MomentWords.whileItGoesOn(mark.moment(), places.names()))
                                : said(session, mark),
                        mending(session, mark, signed)))
                .toList();
    }

    private static String mending(Session session, Mark mark, boolean signed) {
        return session instanceof EndedSession && !signed && !(mark.moment() instanceof Moment.ConsentEnded)
                ? "/clients/" + session.client() + "/sessions/" + session.id() + "/marks/" + mark.id()
                : "";
    }

    private String clockOf(Session session, Mark mark) {
        return speaker.clock(Duration.between(session.startedAt(), mark.tappedAt()));
    }

    private static String score(List<Mark> marks, Function<Moment, Optional<Score0To10>> of) {
        Optional<Score0To10> last = last(marks, of);
        return last.isPresent() ? Form.typed(last.get()) : "";
    }

    private static <T> Optional<T> last(List<Mark> marks, Function<Moment, Optional<T>> of) {
        for (Mark mark : marks.reversed()) {
            Optional<T> found = of.apply(mark.moment());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> id.value();
            case Site.RegionSite(var code) -> code.value();
        };
    }

    private static int status(RecordException no) {
        return switch (no) {
            case BadValue bad -> 400;
            case NoSuchRecord missing -> 404;
            case NotAllowed notAllowed -> 403;
            case Refused refused -> 409;
            case StaleRecord stale -> 409;
            case AlreadyThere there -> 409;
        };
    }

    private String problem(RecordException no) {
        return speaker.say(
                no instanceof Refused refused
                        ? new Named(refused.rule())
                        : ErrorPage.of(status(no)).title());
    }

    private ClientHead head(Client client) {
        return ClientHead.of(client, LocalDate.now(clock));
    }
}
