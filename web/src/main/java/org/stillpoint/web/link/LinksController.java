package org.stillpoint.web.link;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.link.LinkReading;
import org.stillpoint.practice.link.LinkReading.NamedLink;
import org.stillpoint.practice.link.MakeLink;
import org.stillpoint.practice.link.TakeLinkBack;
import org.stillpoint.practice.mail.MailLink;
import org.stillpoint.practice.mail.MailReading;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;
import org.stillpoint.record.signin.DoorRule;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.WebSettings;
import org.stillpoint.web.account.QrPicture;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.LinkWords;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;

/** Links of a client: made, listed, taken back. */
@Controller
class LinksController {
    private final LinkReading reading;
    private final MakeLink makeLink;
    private final MailLink mailLink;
    private final MailReading mail;
    private final TakeLinkBack takeLinkBack;
    private final WebSettings settings;
    private final Speaker speaker;
    private final Clock clock;

    LinksController(
            LinkReading reading,
            MakeLink makeLink,
            MailLink mailLink,
            MailReading mail,
            TakeLinkBack takeLinkBack,
            WebSettings settings,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.makeLink = makeLink;
        this.mailLink = mailLink;
        this.mail = mail;
        this.takeLinkBack = takeLinkBack;
        this.settings = settings;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/links")
    String show(Actor actor, @PathVariable String id, Model model) {
        return page(actor, Id.of(id), Optional.empty(), Optional.empty(), model);
    }

    /** The address is shown in the answer, once: it is kept nowhere, and no reload shows it again. */
    @PostMapping("/clients/{id}/links")
    String make(Actor actor, @PathVariable String id, HttpServletRequest request, Model model) {
        Form form = Form.of(request);
        Id<Client> client = Id.of(id);
        if (form.chosen("by", "mail")) {
            return mail(actor, client, form, model);
        }
        Link link = Link.random();
        var wanted = new MakeLink.Command(form.id("id"), client, purpose(form), link.hash(), period(form));
        Answer<Id<PrivateLink>> answer = makeLink.by(actor, wanted);
        if (answer instanceof Answer.No<Id<PrivateLink>> no) {
            throw new Refused(no.rule(), client);
        }
        Optional<LinksPage.MadeLink> made =
                switch (answer) {
                    case Answer.Done<Id<PrivateLink>> done -> {
                        LinkAddress address = LinkAddress.of(settings.way(), request, LinkAddress.path(link));
                        yield Optional.of(new LinksPage.MadeLink(address, QrPicture.of(address.address())));
                    }
                    case Answer.Again<Id<PrivateLink>> again -> Optional.empty();
                    case Answer.Other<Id<PrivateLink>> other -> Optional.empty();
                    case Answer.Changed<Id<PrivateLink>> changed -> Optional.empty();
                    case Answer.No<Id<PrivateLink>> no -> Optional.empty();
                };
        return page(
                actor, client, made, made.isPresent() ? Optional.empty() : Optional.of(LinkWords.MADE_BEFORE), model);
    }

    /** The address is then shown to nobody but the client. */
    private String mail(Actor actor, Id<Client> client, Form form, Model model) {
        var wanted = new MailLink.Command(form.id("id"), client, purpose(form), period(form));
        Message said =
                switch (mailLink.by(actor, wanted)) {
                    case Answer.Done<Id<PrivateLink>> done -> MailWords.LINK_SENT;
                    case Answer.Again<Id<PrivateLink>> again -> MailWords.LINK_SENT;
                    case Answer.Other<Id<PrivateLink>> other -> LinkWords.MADE_BEFORE;
                    case Answer.Changed<Id<PrivateLink>> changed -> LinkWords.MADE_BEFORE;
                    case Answer.No<Id<PrivateLink>> no -> MailWords.LINK_NOT_SENT;
                };
        return page(actor, client, Optional.empty(), Optional.of(said), model);
    }

    /** Why no link may be sent by mail. */
    private Optional<Message> noMail(Actor actor, Id<Client> client) {
        MailReading.ClientMail stands = mail.by(actor, client);
        return stands.mayBeMailed() && !stands.linksReach()
                ? Optional.of(MailWords.NO_DOOR)
                : stands.whyNot().map(Named::new);
    }

    @PostMapping("/clients/{id}/links/{link}/take-back")
    String takeBack(Actor actor, @PathVariable String id, @PathVariable String link, HttpServletRequest request) {
        takeLinkBack.by(actor, new TakeLinkBack.Command(Form.of(request).key(), Id.of(id), Id.of(link)));
        return "redirect:/clients/" + Id.of(id) + "/links";
    }

    private static LinkPurpose purpose(Form form) {
        return LinksPage.PURPOSES.stream()
                .filter(purpose -> purpose.name().equals(form.raw("purpose")))
                .findFirst()
                .orElseThrow(() -> new BadValue("purpose", "of another name", LinksPage.PURPOSES.toString()));
    }

    private static Duration period(Form form) {
        return IntStream.rangeClosed(DoorRule.LEAST_DAYS, DoorRule.MOST_DAYS)
                .filter(days -> String.valueOf(days).equals(form.raw("days")))
                .mapToObj(Duration::ofDays)
                .findFirst()
                .orElse(MakeLink.USUAL);
    }

    private String page(
            Actor actor, Id<Client> client, Optional<LinksPage.MadeLink> made, Optional<Message> said, Model model) {
        LinkReading.LinksView view = reading.by(actor, client);
        model.addAttribute(
                "page",
                new LinksPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        made,
                        said,
                        view.links().stream().map(each -> row(each, view.now())).toList(),
                        view.mostDays(),
                        noMail(actor, client)));
        return "links";
    }

    private LinksPage.LinkRow row(NamedLink named, Instant now) {
        PrivateLink link = named.link();
        List<Message> told = new ArrayList<>();
        told.add(named.by()
                .<Message>map(name -> new LinkWords.MadeBy(at(link.madeAt()), name.value()))
                .orElseGet(() -> new LinkWords.Made(at(link.madeAt()))));
        boolean stands = link.stands(now);
        switch (link.state()) {
            case LinkState.Unopened unopened -> told.add(stands ? LinkWords.UNOPENED : LinkWords.RUN_OUT);
            case LinkState.BoundToBrowser bound -> told.add(new LinkWords.OpenedAt(at(bound.at())));
            case LinkState.UsedUp used -> told.add(new LinkWords.UsedAt(at(used.at())));
            case LinkState.TakenBack taken -> told.add(new LinkWords.TakenBackAt(at(taken.at())));
        }
        if (stands) {
            told.add(new LinkWords.OpensUntil(at(link.until())));
        }
        return new LinksPage.LinkRow(link.id().toString(), link.purpose(), told, stands);
    }

    private Message at(Instant instant) {
        return new CommonWords.DayAndTime(instant, speaker.time(instant));
    }
}
