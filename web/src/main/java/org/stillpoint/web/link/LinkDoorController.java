package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.checkin.DeviceClock;
import org.stillpoint.practice.checkin.GiveCheckIn;
import org.stillpoint.practice.checkin.PainSaid;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.client.CopyClient.CopiedClient;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.practice.contact.ReadContacts;
import org.stillpoint.practice.link.OpenLink;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.link.UseLink;
import org.stillpoint.practice.pain.PainReading;
import org.stillpoint.practice.questionnaire.OfferQuestionnaires;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.checkin.TypedAnswers;
import org.stillpoint.web.consent.PaperSigning;
import org.stillpoint.web.consent.PaperToSign;
import org.stillpoint.web.copy.CopyFile;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.CheckInWords;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.Message;

/**
 * The client's own door. Whatever a link does not open is answered alike, whether it was forwarded, used, taken back, has run out or
 * was guessed. Looking at a link does not open it, so that what looks at links beforehand, as messengers do, uses none up.
 */
@Controller
class LinkDoorController {
    /** In days, as the page says: for so long a check-in that was missed can be told; own choice, 2026. */
    private static final int CAN_BE_MISSED = 2;

    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);

    private final OpenLink openLink;
    private final GiveCheckIn giveCheckIn;
    private final PainReading painReading;
    private final CopyClient copyClient;
    private final UseLink useLink;
    private final ReadContacts readContacts;
    private final ConsentReading consentReading;
    private final OfferQuestionnaires offerQuestionnaires;
    private final PaperSigning signing;
    private final WithdrawConsent withdrawConsent;
    private final CopyFile copyFile;
    private final Places places;
    private final ClosedDoor closed;
    private final SettingReading settings;
    private final LinkCookie cookie;
    private final Clock clock;

    LinkDoorController(
            OpenLink openLink,
            GiveCheckIn giveCheckIn,
            PainReading painReading,
            CopyClient copyClient,
            UseLink useLink,
            ReadContacts readContacts,
            ConsentReading consentReading,
            OfferQuestionnaires offerQuestionnaires,
            PaperSigning signing,
            WithdrawConsent withdrawConsent,
            CopyFile copyFile,
            Places places,
            ClosedDoor closed,
            WebSettings webSettings,
            SettingReading settings,
            Clock clock) {
        this.settings = settings;
        this.openLink = openLink;
        this.giveCheckIn = giveCheckIn;
        this.painReading = painReading;
        this.copyClient = copyClient;
        this.useLink = useLink;
        this.readContacts = readContacts;
        this.consentReading = consentReading;
        this.offerQuestionnaires = offerQuestionnaires;
        this.signing = signing;
        this.withdrawConsent = withdrawConsent;
        this.copyFile = copyFile;
        this.places = places;
        this.closed = closed;
        this.cookie = new LinkCookie(webSettings);
        this.clock = clock;
    }

    @GetMapping("/link/{secret}")
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return switch (see(link, request)) {
            case LinkSeen.ToBeOpened fresh -> {
                LinkWords asked = LinkWords.asked(fresh.link().purpose());
                yield page("linkopen", new LinkPages.ToOpenPage(LinkAddress.path(link) + "/open", asked), model);
            }
            case LinkSeen.OpenHere here ->
                switch (here.link().purpose()) {
                    case CHECK_IN -> {
                        Optional<BodyMap> map = map(here);
                        LinkOfflineController.keep(here.link(), response);
                        yield ask(link, AskedPain.begun(map), map, Id.random(), model);
                    }
                    case INTAKE -> "redirect:" + LinkAddress.path(link) + "/intake";
                    case QUESTIONNAIRE -> "redirect:" + LinkAddress.path(link) + "/questionnaire";
                    case OWN_VIEW -> "redirect:" + LinkAddress.path(link) + "/own";
                    case APPOINTMENT -> "redirect:" + LinkAddress.path(link) + "/appointment";
                    case OWN_COPY ->
                        page(
                                "linkcopy",
                                new LinkPages.OwnCopyPage(LinkAddress.path(link) + "/copy", contacts()),
                                model);
                    case CONSENT -> toSign(link, here, Id.random().toString(), PaperToSign.begun(Set.of()), model);
                };
            case LinkSeen closed -> nothing(closed, request, response, model);
        };
    }

    @PostMapping("/link/{secret}/open")
    String open(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        LinkSeen seen = see(link, request);
        if (seen instanceof LinkSeen.ToBeOpened fresh) {
            Link shown = Link.random();
            if (openLink.open(STRANGER, fresh.link(), shown.hash())) {
                Duration lasts = Duration.between(clock.instant(), fresh.link().until());
                cookie.give(response, LinkAddress.path(link), shown, lasts);
                return "redirect:" + LinkAddress.path(link);
            }
        }
        return seen instanceof LinkSeen.OpenHere
                ? "redirect:" + LinkAddress.path(link)
                : nothing(seen, request, response, model);
    }

    @PostMapping("/link/{secret}/check-in")
    String checkIn(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        Form form = Form.of(request);
        Id<CheckIn> id = form.id("id");
        return switch (see(link, request)) {
            case LinkSeen.OpenHere here
            when here.link().purpose() == LinkPurpose.CHECK_IN -> give(link, here, form, id, request, response, model);
            case LinkSeen.UsedHere used when used.key().equals(id) -> keptBefore(link, form, model);
            case LinkSeen closed -> nothing(closed, request, response, model);
        };
    }

    private String give(
            Link link,
            LinkSeen.OpenHere here,
            Form form,
            Id<CheckIn> id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Answers answers = TypedAnswers.of(form, List.of());
        DeviceClock device =
                TypedAnswers.clock(form, Duration.between(here.link().madeAt(), clock.instant()));
        LocalDate today = device.day(clock);
        Optional<LocalDate> day = TypedAnswers.day(form, today, today.minusDays(CAN_BE_MISSED), today);
        Optional<PainSaid> pain = AskedPain.said(form, places);
        if (pain.isPresent() && day.isPresent()) {
            form.problems().add("where", CheckInWords.TODAY_ONLY);
        }
        try {
            if (!form.good()) {
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
                return ask(link, form, map(here), id, model);
            }
            var wanted =
                    new GiveCheckIn.Command(id, here.link().client(), answers, day, pain, TypedAnswers.redFlags(form));
            return switch (giveCheckIn.by(here.actor(), wanted, device)) {
                case Answer.Done<CheckIn> done ->
                    kept(
                            link,
                            LinkWords.THANKS,
                            done.kept().saysWorse(),
                            form,
                            offer(link, form, done.kept().saysWorse(), request, response),
                            model);
                case Answer.Again<CheckIn> again ->
                    kept(link, LinkWords.KEPT_BEFORE, again.kept().saysWorse(), form, "", model);
                case Answer.Other<CheckIn> other -> throw new AlreadyThere("check-in", id);
                case Answer.Changed<CheckIn> changed -> throw new AlreadyThere("check-in", id);
                case Answer.No<CheckIn> no -> {
                    Optional<BodyMap> map = map(here);
                    response.setStatus(HttpServletResponse.SC_CONFLICT);
                    yield ask(
                            link,
                            AskedPain.lookedAtAgain(form, here.link().client(), no.rule(), map, places),
                            map,
                            id,
                            model);
                }
            };
        } catch (NotAllowed meanwhile) { // used by the same form sent twice at once, or taken back
            LinkSeen now = see(link, request);
            return now instanceof LinkSeen.UsedHere used && used.key().equals(id)
                    ? keptBefore(link, form, model)
                    : nothing(now, request, response, model);
        }
    }

    /** Whoever typed that something is worse reads whom to ring, whatever became of it. */
    private String keptBefore(Link link, Form form, Model model) {
        return kept(link, LinkWords.KEPT_BEFORE, !form.raw("worse").isBlank(), form, "", model);
    }

    /** Where what is due is answered; empty where nothing is, or something is worse: nobody is asked more then. */
    private String offer(
            Link link, Form form, boolean worse, HttpServletRequest request, HttpServletResponse response) {
        if (worse || !form.all("redFlag").isEmpty() || !(see(link, request) instanceof LinkSeen.UsedHere used)) {
            return "";
        }
        Link next = Link.random();
        Link shown = Link.random();
        var wanted = new OfferQuestionnaires.Command(
                Id.random(), used.link(), cookie.hash(request), next.hash(), shown.hash());
        if (!offerQuestionnaires.by(STRANGER, wanted)) {
            return "";
        }
        cookie.give(
                response,
                LinkAddress.path(next),
                shown,
                Duration.between(clock.instant(), used.link().until()));
        return LinkAddress.path(next) + "/questionnaire";
    }

    private String kept(Link link, Message said, boolean worse, Form form, String offered, Model model) {
        boolean flagged = !form.all("redFlag").isEmpty();
        return page(
                "linkkept",
                new LinkPages.KeptPage(said, worse, flagged, contacts(), offered, LinkMendController.path(link)),
                model);
    }

    /** The name of a view, or the file. */
    @PostMapping("/link/{secret}/copy")
    Object copy(
            @PathVariable String secret,
            @RequestParam(name = "form", defaultValue = "zip") String form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        LinkSeen seen = see(link, request);
        if (seen instanceof LinkSeen.OpenHere here && here.link().purpose() == LinkPurpose.OWN_COPY) {
            try {
                CopiedClient copied = copyClient.by(here.actor(), here.link().client(), false);
                useLink.by(
                        here.actor(),
                        new UseLink.Command(
                                Id.random(), here.link().client(), here.link().id()));
                return copyFile.of(copied, false, form);
            } catch (NotAllowed meanwhile) { // used by the same form sent twice at once, or taken back
                return nothing(see(link, request), request, response, model);
            }
        }
        return nothing(seen, request, response, model);
    }

    private String toSign(Link link, LinkSeen.OpenHere here, String id, Form form, Model model) {
        ConsentView view = consentReading.by(here.actor(), here.link().client());
        boolean stands = view.standing() instanceof ConsentStanding.InForce;
        return page(
                "linkconsent",
                new LinkPages.ToSignPage(
                        PaperToSign.of(LinkAddress.path(link) + "/consent", id, true, view, form),
                        stands ? LinkAddress.path(link) + "/withdraw" : "",
                        contacts()),
                model);
    }

    @PostMapping("/link/{secret}/consent")
    String sign(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        Form form = Form.of(request);
        return switch (see(link, request)) {
            case LinkSeen.OpenHere here
            when here.link().purpose() == LinkPurpose.CONSENT -> sign(link, here, form, request, response, model);
            case LinkSeen.UsedHere used
            when used.key().equals(form.id("id")) ->
                page("linkkept", new LinkPages.KeptPage(ConsentWords.KEPT, false, false, List.of(), ""), model);
            case LinkSeen closed -> nothing(closed, request, response, model);
        };
    }

    private String sign(
            Link link,
            LinkSeen.OpenHere here,
            Form form,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        try {
            ConsentView view = consentReading.by(here.actor(), here.link().client());
            return switch (signing.sign(here.actor(), view, true, form)) {
                case PaperSigning.PaperAnswer.PaperKept kept ->
                    page("linkkept", new LinkPages.KeptPage(ConsentWords.KEPT, false, false, List.of(), ""), model);
                case PaperSigning.PaperAnswer.ToMend mend -> {
                    response.setStatus(mend.status());
                    yield toSign(link, here, form.raw("id"), form, model);
                }
            };
        } catch (NotAllowed meanwhile) { // used by the same form sent twice at once, or taken back
            return nothing(see(link, request), request, response, model);
        }
    }

    @PostMapping("/link/{secret}/withdraw")
    String withdraw(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Form form = Form.of(request);
        LinkSeen seen = see(new Link(secret), request);
        try {
            if (seen instanceof LinkSeen.OpenHere here && here.link().purpose() == LinkPurpose.CONSENT) {
                withdrawConsent.by(
                        here.actor(),
                        new WithdrawConsent.Command(form.id("id"), here.link().client()));
            } else if (!(seen instanceof LinkSeen.UsedHere used && used.key().equals(form.id("id")))) {
                return nothing(seen, request, response, model);
            }
            return page("linkkept", new LinkPages.KeptPage(ConsentWords.WITHDRAWN, false, false, List.of(), ""), model);
        } catch (NotAllowed meanwhile) { // used by the same form sent twice at once, or taken back
            return nothing(see(new Link(secret), request), request, response, model);
        }
    }

    private String ask(Link link, Form form, Optional<BodyMap> map, Id<CheckIn> id, Model model) {
        return page(
                "linkcheckin",
                new LinkPages.HowItIsPage(
                        LinkAddress.path(link) + "/check-in",
                        id.toString(),
                        form,
                        AskedPain.of(map, places),
                        LocalDate.now(clock).minusDays(CAN_BE_MISSED).toString(),
                        LocalDate.now(clock).toString(),
                        contacts(),
                        settings.safetyList(STRANGER).asked(SafetyLevel.RED_FLAG)),
                model);
    }

    /** Where it hurt last time: shown to whoever came by the link, until it is used. */
    private Optional<BodyMap> map(LinkSeen.OpenHere here) {
        return painReading.by(here.actor(), here.link().client()).latest();
    }

    List<Contact> contacts() {
        return readContacts.by(STRANGER).contacts();
    }

    LinkSeen see(Link link, HttpServletRequest request) {
        LinkSeen seen = openLink.see(STRANGER, link.hash(), cookie.hash(request));
        switch (seen) {
            case LinkSeen.ToBeOpened fresh -> PageLanguage.speak(fresh.language(), request);
            case LinkSeen.OpenHere here -> PageLanguage.speak(here.language(), request);
            case LinkSeen.UsedHere used -> PageLanguage.speak(used.language(), request);
            case LinkSeen.OpensNothing nothing -> {}
        }
        return seen;
    }

    String nothing(Link link, HttpServletRequest request, HttpServletResponse response, Model model) {
        return nothing(see(link, request), request, response, model);
    }

    private String nothing(LinkSeen seen, HttpServletRequest request, HttpServletResponse response, Model model) {
        return closed.nothing(seen instanceof LinkSeen.OpensNothing none && !none.known(), request, response, model);
    }

    private static String page(String view, LinkPages page, Model model) {
        model.addAttribute("page", page);
        return view;
    }
}
