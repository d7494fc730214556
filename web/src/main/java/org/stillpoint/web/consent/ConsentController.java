package org.stillpoint.web.consent;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.consent.ConsentReading;
import org.stillpoint.practice.consent.ConsentReading.ConsentView;
import org.stillpoint.practice.consent.WithdrawConsent;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentEntry;
import org.stillpoint.record.consent.ConsentEntry.SignedEntry;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.consent.SensitiveArea;
import org.stillpoint.record.signin.HandedScreen;
import org.stillpoint.record.signin.HandedScreen.HandedTask;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.security.OpenSignIns;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.ConsentWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** A client's consent: how it stands, signed here or on the device in their hands, taken back, printed. */
@Controller
class ConsentController {
    private final ConsentReading reading;
    private final PaperSigning signing;
    private final WithdrawConsent withdrawConsent;
    private final OpenSignIns signIns;
    private final PaperTold told;
    private final PageLanguage language;
    private final Speaker speaker;
    private final Clock clock;

    ConsentController(
            ConsentReading reading,
            PaperSigning signing,
            WithdrawConsent withdrawConsent,
            OpenSignIns signIns,
            PaperTold told,
            PageLanguage language,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.signing = signing;
        this.withdrawConsent = withdrawConsent;
        this.signIns = signIns;
        this.told = told;
        this.language = language;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static String path(Id<Client> client) {
        return "/clients/" + client;
    }

    @GetMapping("/clients/{id}/consent")
    String show(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        ConsentView view = reading.by(actor, Id.of(id));
        Optional<Message> said = request.getParameter("kept") != null
                ? Optional.of(ConsentWords.KEPT)
                : request.getParameter("withdrawn") != null ? Optional.of(ConsentWords.WITHDRAWN) : Optional.empty();
        model.addAttribute(
                "page",
                new ConsentPages.ConsentPage(
                        head(view),
                        said,
                        ConsentWords.of(view.standing(), speaker),
                        view.standing() instanceof ConsentStanding.InForce,
                        !view.history().entries().isEmpty() && !view.history().isWithdrawn(),
                        view.textChanged(),
                        view.areas().stream().map(speaker::name).toList(),
                        view.history().entries().reversed().stream()
                                .map(entry -> row(view, entry))
                                .toList(),
                        view.open().map(session -> "/sessions/" + session).orElse("")));
        return "consent";
    }

    private ConsentPages.PaperRow row(ConsentView view, ConsentEntry entry) {
        if (!(entry instanceof SignedEntry paper)) {
            return new ConsentPages.PaperRow(told.what(entry), told.at(entry.at()), List.of(), List.of(), "", "");
        }
        List<String> details = new ArrayList<>(told.signed(paper, view.client()));
        details.addAll(told.answers(paper));
        view.history()
                .withdrawnAfter(paper)
                .map(at -> speaker.say(new ConsentWords.WithdrawnAt(told.at(at))))
                .ifPresent(details::add);
        List<String> text = new ArrayList<>(paper.document().text().lines().toList());
        text.addAll(told.proof(paper));
        return new ConsentPages.PaperRow(
                told.what(paper),
                told.at(paper.at()),
                details,
                text,
                PaperTold.ink(paper.signature()),
                path(view.client().id()) + "/consent/" + paper.id() + ".pdf");
    }

    /** What was signed, as a file; made in memory, kept nowhere, and named without the client's name. */
    @GetMapping("/clients/{id}/consent/{entry}.pdf")
    ResponseEntity<byte[]> printed(Actor actor, @PathVariable String id, @PathVariable String entry) {
        ConsentView view = reading.by(actor, Id.of(id));
        Id<ConsentEntry> which = Id.of(entry);
        SignedEntry paper = view.history().entries().stream()
                .filter(each -> each.id().equals(which))
                .filter(SignedEntry.class::isInstance)
                .map(SignedEntry.class::cast)
                .findFirst()
                .orElseThrow(() -> new NoSuchRecord("consent", which));
        language.speakTo(actor, view.client().id());
        return SentPaper.of(
                "consent-" + LocalDate.ofInstant(paper.at(), clock.getZone()) + ".pdf",
                told.pdf(paper, view.history(), view.client(), view.practice()));
    }

    @GetMapping("/clients/{id}/consent/sign")
    String read(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        ConsentView view = reading.by(actor, Id.of(id));
        return paper(actor, view, true, Id.random().toString(), PaperToSign.begun(Set.of()), request, model);
    }

    @GetMapping("/clients/{id}/consent/areas")
    String readAreas(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        ConsentView view = reading.by(actor, Id.of(id));
        Set<SensitiveArea> wanted = List.of(SensitiveArea.values()).stream()
                .filter(area -> area.name().equals(request.getParameter("area")))
                .collect(Collectors.toSet());
        return paper(actor, view, false, Id.random().toString(), PaperToSign.begun(wanted), request, model);
    }

    @PostMapping("/clients/{id}/consent/sign")
    String sign(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return signed(actor, Id.of(id), true, request, response, model);
    }

    @PostMapping("/clients/{id}/consent/areas")
    String signAreas(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return signed(actor, Id.of(id), false, request, response, model);
    }

    private String signed(
            Actor actor,
            Id<Client> client,
            boolean whole,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        ConsentView view = reading.by(actor, client);
        PaperSigning.PaperAnswer answer = signing.sign(actor, view, whole, form);
        return switch (answer) {
            case PaperSigning.PaperAnswer.PaperKept kept
            when isHanded(request) -> done(client, ConsentWords.KEPT, model);
            case PaperSigning.PaperAnswer.PaperKept kept ->
                "redirect:"
                        + (whole ? Optional.<String>empty() : view.open().map(session -> "/sessions/" + session))
                                .orElse(path(client) + "/consent?kept");
            case PaperSigning.PaperAnswer.ToMend mend -> {
                response.setStatus(mend.status());
                yield paper(actor, reading.by(actor, client), whole, form.raw("id"), form, request, model);
            }
        };
    }

    @PostMapping("/clients/{id}/consent/withdraw")
    String withdraw(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Id<Client> client = Id.of(id);
        Answer<ConsentEntry> answer = withdrawConsent.by(
                actor, new WithdrawConsent.Command(Form.of(request).id("id"), client));
        if (answer instanceof Answer.No<ConsentEntry> no) {
            throw new Refused(no.rule(), client);
        }
        return isHanded(request)
                ? done(client, ConsentWords.WITHDRAWN, model)
                : "redirect:" + path(client) + "/consent?withdrawn";
    }

    @PostMapping("/clients/{id}/consent/hand-over")
    String handOver(Actor actor, @PathVariable String id, HttpServletRequest request) {
        Client client = reading.by(actor, Id.of(id)).client();
        signIns.handOver(new HandedScreen(client.id(), HandedTask.CONSENT), request);
        return "redirect:" + path(client.id())
                + (Form.of(request).raw("page").equals("areas") ? "/consent/areas" : "/consent/sign");
    }

    private boolean isHanded(HttpServletRequest request) {
        return signIns.isHanded(request, HandedTask.CONSENT);
    }

    private String done(Id<Client> client, Message said, Model model) {
        model.addAttribute("page", new ConsentPages.HandedDonePage(path(client), said));
        return "handedconsentdone";
    }

    /** Said in the client's language on any screen: they read what stands beside the boxes and under their name, not the text alone. */
    private String paper(
            Actor actor,
            ConsentView view,
            boolean whole,
            String id,
            Form form,
            HttpServletRequest request,
            Model model) {
        language.speakTo(actor, view.client().id());
        String client = path(view.client().id());
        PaperToSign paper =
                PaperToSign.of(client + (whole ? "/consent/sign" : "/consent/areas"), id, whole, view, form);
        if (isHanded(request)) {
            boolean stands = view.standing() instanceof ConsentStanding.InForce;
            model.addAttribute(
                    "page", new ConsentPages.HandedSignPage(client, paper, stands ? client + "/consent/withdraw" : ""));
            return "handedconsent";
        }
        if (view.client().isArchived()) {
            return "redirect:" + client;
        }
        model.addAttribute("page", new ConsentPages.SignPage(head(view), paper));
        return "consentsign";
    }

    private ClientHead head(ConsentView view) {
        return ClientHead.of(view.client(), LocalDate.now(clock));
    }
}
