package org.stillpoint.web.session;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.session.AftercareReading;
import org.stillpoint.practice.session.AftercareReading.TakenHome;
import org.stillpoint.practice.session.SessionReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.PageLanguage;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.AftercareWords;
import org.stillpoint.words.Speaker;

/** The sheet that a client takes home after a session: shown, or printed without their name. */
@Controller
class AftercareController {
    private final SessionReading sessions;
    private final AftercareReading reading;
    private final PageLanguage language;
    private final Speaker speaker;
    private final Clock clock;

    AftercareController(
            SessionReading sessions, AftercareReading reading, PageLanguage language, Speaker speaker, Clock clock) {
        this.language = language;
        this.sessions = sessions;
        this.reading = reading;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/sessions/{id}/aftercare")
    String show(Actor actor, @PathVariable String id, Model model) {
        TakenHome home = read(actor, id);
        model.addAttribute(
                "page",
                new AftercarePage(
                        ClientHead.of(home.client(), LocalDate.now(clock)),
                        home.session().id().toString(),
                        home.practice(),
                        AftercareTold.paragraphs(home.text(), speaker),
                        home.contacts(),
                        AftercareTold.next(home, speaker),
                        Membership.runsThePractice(actor)));
        return "aftercare";
    }

    @GetMapping("/sessions/{id}/aftercare.pdf")
    ResponseEntity<byte[]> printed(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "A5") PlainSheet.PaperSize paper) {
        TakenHome home = read(actor, id);
        language.speakTo(actor, home.client().id());
        List<String> numbers = home.contacts().isEmpty()
                ? List.of(speaker.say(AftercareWords.NOBODY_TO_RING))
                : home.contacts().stream()
                        .map(each -> speaker.say(new AftercareWords.Number(each.who(), each.number())))
                        .toList();
        PlainSheet sheet = new PlainSheet(
                speaker.say(AftercareWords.TITLE),
                home.practice(),
                "",
                speaker.day(LocalDate.now(clock)),
                List.of(),
                List.of(
                        new PlainPart(
                                home.practice().isEmpty() ? "" : speaker.say(AftercareWords.TITLE),
                                AftercareTold.paragraphs(home.text(), speaker),
                                false),
                        new PlainPart(speaker.say(AftercareWords.WHO_TO_RING), numbers, false),
                        new PlainPart(
                                speaker.say(AftercareWords.WHAT_COMES_NEXT),
                                AftercareTold.next(home, speaker).stream()
                                        .map(speaker::say)
                                        .toList(),
                                false)),
                List.of(),
                paper);
        return SentPaper.of("aftercare-" + LocalDate.now(clock) + ".pdf", PlainPdf.of(sheet, speaker.locale()));
    }

    private TakenHome read(Actor actor, String id) {
        Id<Session> session = Id.of(id);
        return reading.by(actor, sessions.clientOf(actor, session), session);
    }
}
