package org.stillpoint.web.checkin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.checkin.ChangeCheckIn;
import org.stillpoint.practice.checkin.CheckInReading;
import org.stillpoint.practice.checkin.CheckInReading.Given;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.practice.checkin.RemoveCheckIn;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.StalePage;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SlipWords;
import org.stillpoint.words.Speaker;

/** The check-in: given, of a day that has been, mended, or taken out where it was a mistake. */
@Controller
class CheckInController {

    /** How many of those given before are shown. */
    private static final int SHOWN = 12;

    /** The first day that is taken: as with questionnaires. */
    private static final LocalDate EARLIEST = LocalDate.of(1980, 1, 1);

    private final HandedCheckInController handed;
    private final ReadClient readClient;
    private final CheckInReading reading;
    private final GiveCheckIn giveCheckIn;
    private final ChangeCheckIn changeCheckIn;
    private final RemoveCheckIn removeCheckIn;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    CheckInController(
            HandedCheckInController handed,
            ReadClient readClient,
            CheckInReading reading,
            GiveCheckIn giveCheckIn,
            ChangeCheckIn changeCheckIn,
            RemoveCheckIn removeCheckIn,
            Places places,
            Clock clock) {
        this.handed = handed;
        this.places = places;
        this.speaker = places.speaker();
        this.readClient = readClient;
        this.reading = reading;
        this.giveCheckIn = giveCheckIn;
        this.changeCheckIn = changeCheckIn;
        this.removeCheckIn = removeCheckIn;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/check-in")
    String ask(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        if (handed.isHanded(request)) {
            return handed.ask(actor, Id.of(id), model);
        }
        Given given = reading.beforeAnother(actor, Id.of(id));
        if (given.client().isArchived()) {
            return "redirect:/clients/" + given.client().id();
        }
        model.addAttribute("page", page(given, Id.random(), AskedPain.begun(given.map()), Optional.empty()));
        return "checkin";
    }

    @PostMapping("/clients/{id}/check-in")
    String give(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Form form = Form.of(request);
        if (handed.isHanded(request)) {
            return handed.give(actor, client, form, response, model);
        }
        Id<CheckIn> checkIn = form.id("id");
        Answers answers = answers(form, Optional.empty());
        Optional<LocalDate> day = TypedAnswers.day(form, LocalDate.now(clock), EARLIEST, LocalDate.now(clock));
        Optional<PainSaid> pain = AskedPain.said(form, places);
        if (pain.isPresent() && day.isPresent()) {
            form.problems().add("where", CheckInWords.TODAY_ONLY);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(reading.beforeAnother(actor, client), checkIn, form, Optional.empty()));
            return "checkin";
        }
        var wanted = new GiveCheckIn.Command(checkIn, client, answers, day, pain, TypedAnswers.redFlags(form));
        return switch (giveCheckIn.by(actor, wanted)) {
            case Answer.Done<CheckIn> done ->
                thanks(actor, done.kept(), !wanted.redFlags().isEmpty());
            case Answer.Again<CheckIn> again ->
                thanks(actor, again.kept(), !wanted.redFlags().isEmpty());
            case Answer.Other<CheckIn> other -> different(actor, answers, other.kept(), response, model);
            case Answer.Changed<CheckIn> changed -> different(actor, answers, changed.kept(), response, model);
            case Answer.No<CheckIn> no -> {
                Given given = reading.beforeAnother(actor, client);
                Form again = AskedPain.lookedAtAgain(form, client, no.rule(), given.map(), places);
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("page", page(given, checkIn, again, Optional.empty()));
                yield "checkin";
            }
        };
    }

    @GetMapping("/clients/{id}/check-ins/{checkIn}")
    String mend(Actor actor, @PathVariable String id, @PathVariable String checkIn, Model model) {
        Given given = reading.by(actor, Id.of(id));
        CheckIn kept = kept(given, Id.of(checkIn));
        model.addAttribute("page", page(given, kept.id(), typed(kept), Optional.of(kept)));
        return "checkin";
    }

    @PostMapping("/clients/{id}/check-ins/{checkIn}")
    String change(
            Actor actor,
            @PathVariable String id,
            @PathVariable String checkIn,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Id<Client> client = Id.of(id);
        Id<CheckIn> which = Id.of(checkIn);
        Form form = Form.of(request);
        Given given = reading.by(actor, client);
        PrivateText reason = form.text("reason");
        if (form.raw("do").equals("strike")) {
            if (reason.value().isBlank()) {
                CheckIn kept = kept(given, which);
                Form again = typed(kept);
                again.problems().add("reason", SlipWords.SAY_WHY);
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                model.addAttribute("page", page(given, which, again, Optional.of(kept)));
                return "checkin";
            }
            var wanted = new RemoveCheckIn.Command(form.key(), client, which, form.version(), reason);
            return switch (removeCheckIn.by(actor, wanted)) {
                case Answer.Done<Optional<CheckIn>> done -> again(client);
                case Answer.Again<Optional<CheckIn>> again -> again(client);
                case Answer.Other<Optional<CheckIn>> other -> mendAgain(client, which);
                case Answer.Changed<Optional<CheckIn>> changed -> mendAgain(client, which);
                case Answer.No<Optional<CheckIn>> no -> throw new Refused(no.rule(), client);
            };
        }
        CheckIn kept = kept(given, which);
        Answers answers = answers(form, Optional.of(kept));
        Optional<LocalDate> day = TypedAnswers.day(form, kept.day(clock.getZone()), EARLIEST, LocalDate.now(clock));
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(given, which, form, Optional.of(kept)));
            return "checkin";
        }
        var wanted = new ChangeCheckIn.Command(form.key(), client, which, form.version(), answers, day, reason);
        return switch (changeCheckIn.by(actor, wanted)) {
            case Answer.Done<CheckIn> done -> again(client);
            case Answer.Again<CheckIn> again -> again(client);
            case Answer.Other<CheckIn> other -> different(actor, answers, other.kept(), response, model);
            case Answer.Changed<CheckIn> changed -> different(actor, answers, changed.kept(), response, model);
            case Answer.No<CheckIn> no -> throw new Refused(no.rule(), client);
        };
    }

    private static CheckIn kept(Given given, Id<CheckIn> id) {
        return given.find(id).orElseThrow(() -> new NoSuchRecord("check-in", id));
    }

    private static String again(Id<Client> client) {
        return "redirect:/clients/" + client + "/check-in";
    }

    private static String mendAgain(Id<Client> client, Id<CheckIn> which) {
        return "redirect:/clients/" + client + "/check-ins/" + which;
    }

    private CheckInPage page(Given given, Id<CheckIn> id, Form form, Optional<CheckIn> kept) {
        return new CheckInPage(
                ClientHead.of(given.client(), LocalDate.now(clock)),
                id.toString(),
                form,
                kept.map(one -> new CheckInPage.Kept(
                        when(one), String.valueOf(one.version().number()), TypedAnswers.unasked(one.answers()))),
                given.checkIns().stream()
                        .limit(SHOWN)
                        .map(one -> new CheckInPage.Earlier(
                                one.id().toString(),
                                when(one),
                                new CheckInWords.Answered(
                                        CheckInWords.PAIN, one.answers().pain())))
                        .toList(),
                AskedPain.of(given.map(), places),
                LocalDate.now(clock).toString(),
                given.contacts(),
                given.asked());
    }

    private String when(CheckIn checkIn) {
        return speaker.day(checkIn.day(clock.getZone()));
    }

    /** What was answered, as it would be typed. */
    private Form typed(CheckIn kept) {
        return TypedAnswers.typed(
                kept.answers(), Map.of("day", List.of(kept.day(clock.getZone()).toString())));
    }

    /** Whoever has said that something is worse reads whom to ring, and no figures. */
    private static String thanks(Actor actor, CheckIn given, boolean flagged) {
        if (flagged) {
            return "redirect:/help-now?for=" + given.client();
        }
        if (given.saysWorse()) {
            return "redirect:/clients/" + given.client() + "/thanks";
        }
        String page = Membership.seesWhatWasTold(actor) ? "/how-it-goes" : "";
        return "redirect:/clients/" + given.client() + page + "?thanks";
    }

    /** Another check-in is kept under this id: both are shown, and nothing is told as saved. */
    private String different(Actor actor, Answers typed, CheckIn kept, HttpServletResponse response, Model model) {
        List<StalePage.StaleField> rows = new ArrayList<>();
        Answers stored = kept.answers();
        rows.add(row(CheckInWords.PAIN, Optional.of(typed.pain()), Optional.of(stored.pain())));
        rows.add(row(CheckInWords.STRESS, typed.stress(), stored.stress()));
        rows.add(row(CheckInWords.TENSION, typed.tension(), stored.tension()));
        rows.add(row(CheckInWords.ANXIETY, typed.anxiety(), stored.anxiety()));
        rows.add(row(CheckInWords.MOOD, typed.mood(), stored.mood()));
        rows.add(row(CheckInWords.SLEEP, typed.sleep(), stored.sleep()));
        rows.add(row(CheckInWords.BODY_AWARENESS, typed.bodyAwareness(), stored.bodyAwareness()));
        rows.add(new StalePage.StaleField(
                CheckInWords.WORSE,
                typed.anythingWorse().value(),
                stored.anythingWorse().value()));
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        model.addAttribute(
                "page",
                new StalePage(
                        head(actor, kept.client()),
                        CheckInWords.ANOTHER_KEPT,
                        rows,
                        "/clients/" + kept.client() + "/check-in"));
        return "stale";
    }

    private StalePage.StaleField row(Message label, Optional<Score0To10> typed, Optional<Score0To10> stored) {
        return new StalePage.StaleField(
                label,
                typed.map(speaker::score).orElse(""),
                stored.map(speaker::score).orElse(""));
    }

    private ClientHead head(Actor actor, Id<Client> client) {
        return ClientHead.of(readClient.who(actor, client), LocalDate.now(clock));
    }

    /** @param kept what is mended: what was not asked then may stay empty */
    private static Answers answers(Form form, Optional<CheckIn> kept) {
        return TypedAnswers.of(
                form, kept.map(one -> TypedAnswers.unasked(one.answers())).orElse(List.of()));
    }
}
