package org.stillpoint.web.mail;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.mail.SwitchOffMail;
import org.stillpoint.practice.mail.SwitchOffMail.OffSeen;
import org.stillpoint.record.link.Link;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.words.MailWords;
import org.stillpoint.words.Message;

/**
 * Whoever has a mail switches all mail off with one click: by the page that its link leads to, or by a mail program that asks for it itself
 * (RFC 8058). Looking at the page switches nothing off. The secret in the address is all that it takes, so that no form's token is asked for.
 */
@Controller
class MailOffController {
    private static final Actor STRANGER = Actor.program(Actor.ProgramPart.DOOR);

    private final SwitchOffMail switchOff;

    MailOffController(SwitchOffMail switchOff) {
        this.switchOff = switchOff;
    }

    @GetMapping("/mail-off/{secret}")
    String show(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Link link = new Link(secret);
        return page(
                see(link, request),
                seen -> seen.off()
                        ? new MailPages.OffPage(MailWords.OFF_DONE, "")
                        : new MailPages.OffPage(MailWords.OFF_ASK, OffAddress.path(link)),
                response,
                model);
    }

    @PostMapping("/mail-off/{secret}")
    String switchOff(
            @PathVariable String secret, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<OffSeen> seen = see(new Link(secret), request);
        Optional<Message> done = seen.map(each -> switch (switchOff.by(STRANGER, each.client())) {
            case Answer.Done<?> now -> MailWords.OFF_DONE;
            case Answer.Again<?> before -> MailWords.OFF_DONE;
            case Answer<?> not -> MailWords.OFF_NOTHING;
        });
        return page(seen, any -> new MailPages.OffPage(done.orElse(MailWords.OFF_NOTHING), ""), response, model);
    }

    private Optional<OffSeen> see(Link link, HttpServletRequest request) {
        Optional<OffSeen> seen = switchOff.see(STRANGER, link.hash());
        seen.ifPresent(each -> PageLanguage.speak(each.language(), request));
        return seen;
    }

    private static String page(
            Optional<OffSeen> seen,
            Function<OffSeen, MailPages.OffPage> page,
            HttpServletResponse response,
            Model model) {
        if (seen.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
        model.addAttribute("page", seen.map(page).orElseGet(() -> new MailPages.OffPage(MailWords.OFF_NOTHING, "")));
        return "mailoff";
    }
}
