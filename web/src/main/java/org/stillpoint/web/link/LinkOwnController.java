package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.client.CopyClient;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.practice.link.OpenLink.LinkSeen;
import org.stillpoint.practice.own.OwnViewReading;
import org.stillpoint.practice.request.AskPractice;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.request.ClientRequest;
import org.stillpoint.record.request.RequestMatter;
import org.stillpoint.web.consent.PaperTold;
import org.stillpoint.web.copy.CopyFile;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.OwnViewWords;

/** A client's own page, behind a link of theirs: it opens as often as they like, in one browser, until its time is over. */
@Controller
class LinkOwnController {
    private final LinkDoorController door;
    private final OwnViewReading reading;
    private final ConsentReading consentReading;
    private final WithdrawConsent withdrawConsent;
    private final AskPractice askPractice;
    private final CopyClient copyClient;
    private final CopyFile copyFile;
    private final PaperTold papers;
    private final OwnPages pages;
    private final Clock clock;

    LinkOwnController(
            LinkDoorController door,
            OwnViewReading reading,
            ConsentReading consentReading,
            WithdrawConsent withdrawConsent,
            AskPractice askPractice,
            CopyClient copyClient,
            CopyFile copyFile,
            PaperTold papers,
            OwnPages pages,
            Clock clock) {
        this.door = door;
        this.reading = reading;
        this.consentReading = consentReading;
        this.withdrawConsent = withdrawConsent;
        this.askPractice = askPractice;
        this.copyClient = copyClient;
        this.copyFile = copyFile;
        this.papers = papers;
        this.pages = pages;
        this.clock = clock;
    }

    private static String base(Link link) {
        return LinkAddress.path(link) + "/own";
    }

    /** What is done behind the link. */
    private interface OwnDeed {
        Object by(LinkSeen.OpenHere here);
    }

    /** Done where the link is open here; else answered like whatever opens nothing. */
    private Object opened(
            Link link, HttpServletRequest request, HttpServletResponse response, Model model, OwnDeed deed) {
        try {
            return door.see(link, request) instanceof LinkSeen.OpenHere here
                            && here.link().purpose() == LinkPurpose.OWN_VIEW
                    ? deed.by(here)
                    : door.nothing(link, request, response, model);
        } catch (NotAllowed meanwhile) { // taken back, or at its end
            return door.nothing(link, request, response, model);
        }
    }

    @GetMapping("/link/{secret}/own")
    Object show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return opened(link, request, response, model, here -> page(link, here, Form.empty(), model));
    }

    private String page(Link link, LinkSeen.OpenHere here, Form form, Model model) {
        model.addAttribute(
                "page",
                pages.page(
                        base(link),
                        form,
                        reading.by(here.actor(), here.link().client()),
                        consentReading.by(here.actor(), here.link().client()),
                        door.contacts(),
                        here.link().until()));
        return "linkown";
    }

    /** What was signed, as a file, by its place in the order of signing. */
    @GetMapping("/link/{secret}/own/consent-{number}.pdf")
    Object printed(
            @PathVariable String secret,
            @PathVariable String number,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Link link = new Link(secret);
        return opened(link, request, response, model, here -> {
            ConsentView view = consentReading.by(here.actor(), here.link().client());
            List<SignedEntry> signed = view.history().entries().stream()
                    .filter(SignedEntry.class::isInstance)
                    .map(SignedEntry.class::cast)
                    .toList();
            return place(number, signed.size())
                    .<Object>map(place -> pdf(signed.get(place - 1), view))
                    .orElseGet(() -> "redirect:" + base(link));
        });
    }

    private static Optional<Integer> place(String number, int most) {
        return number.matches("[1-9]\\d{0,3}") && Integer.parseInt(number) <= most
                ? Optional.of(Integer.parseInt(number))
                : Optional.empty();
    }

    private ResponseEntity<byte[]> pdf(SignedEntry paper, ConsentView view) {
        return SentPaper.of(
                "consent-" + LocalDate.ofInstant(paper.at(), clock.getZone()) + ".pdf",
                papers.pdf(paper, view.history(), view.client(), view.practice()));
    }

    /** Everything that is kept of them, as one file; process notes are not in it. The link stays open. */
    @PostMapping("/link/{secret}/own/copy")
    Object copy(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        return opened(
                new Link(secret),
                request,
                response,
                model,
                here -> copyFile.of(copyClient.by(here.actor(), here.link().client(), false), false, "zip"));
    }

    @PostMapping("/link/{secret}/own/withdraw")
    Object withdraw(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return opened(link, request, response, model, here -> {
            withdrawConsent.by(
                    here.actor(),
                    new WithdrawConsent.Command(
                            Form.of(request).id("id"), here.link().client()));
            return done(link, ConsentWords.WITHDRAWN, model);
        });
    }

    @PostMapping("/link/{secret}/own/ask")
    Object ask(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return opened(link, request, response, model, here -> ask(link, here, Form.of(request), response, model));
    }

    private String ask(Link link, LinkSeen.OpenHere here, Form form, HttpServletResponse response, Model model) {
        boolean erasure = form.chosen("what", "erasure");
        String field = erasure ? "erasure" : "correction";
        PrivateText words = form.text(field);
        if (!erasure && words.value().isBlank()) {
            form.problems().add(field, MatterWords.NEEDED);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(link, here, form, model);
        }
        RequestMatter matter =
                erasure ? new RequestMatter.ErasureAsked(words) : new RequestMatter.CorrectionAsked(words);
        var wanted = new AskPractice.Command(form.id("id"), here.link().client(), matter);
        return switch (askPractice.by(here.actor(), wanted)) {
            case Answer.Done<Id<ClientRequest>> done -> done(link, OwnViewWords.SENT, model);
            case Answer.Again<Id<ClientRequest>> again -> done(link, OwnViewWords.SENT, model);
            case Answer.No<Id<ClientRequest>> no ->
                notAsked(link, here, form, field, new Named(no.rule()), response, model);
            case Answer.Changed<Id<ClientRequest>> changed ->
                notAsked(link, here, form, field, LinkWords.KEPT_BEFORE, response, model);
            case Answer.Other<Id<ClientRequest>> other ->
                notAsked(link, here, form, field, LinkWords.KEPT_BEFORE, response, model);
        };
    }

    private String notAsked(
            Link link,
            LinkSeen.OpenHere here,
            Form form,
            String field,
            Message why,
            HttpServletResponse response,
            Model model) {
        form.problems().add(field, why);
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(link, here, form, model);
    }

    private String done(Link link, Message said, Model model) {
        model.addAttribute("page", new LinkPages.OwnDonePage(said, base(link), door.contacts()));
        return "linkowndone";
    }
}
