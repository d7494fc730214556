package org.stillpoint.web.letter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.letter.LetterReading;
import org.stillpoint.practice.letter.LetterReading.LetterFacts;
import org.stillpoint.record.Id;
import org.stillpoint.record.address.AddressEntry;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.ClinicianLetterWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.ConditionWords;
import org.stillpoint.words.GoesWords;
import org.stillpoint.words.MatterWords;
import org.stillpoint.words.Speaker;

/** A letter to another clinician: shown as it will be, and made once the client agrees. */
@Controller
class LetterController {
    private static final String OTHER = "other";

    private final LetterReading reading;
    private final Places places;
    private final Speaker speaker;
    private final Clock clock;

    LetterController(LetterReading reading, Places places, Clock clock) {
        this.reading = reading;
        this.places = places;
        this.speaker = places.speaker();
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/letter")
    String show(Actor actor, @PathVariable String id, Model model) {
        LetterFacts facts = reading.by(actor, Id.of(id));
        Form form = Form.of(Map.of("from", List.of(from(facts))));
        model.addAttribute("page", page(facts, says(facts), form));
        return "letter";
    }

    private static String from(LetterFacts facts) {
        return Stream.of(facts.by().map(name -> name.value()).orElse(""), facts.practice())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** The letter as a PDF; the page again where something is missing. */
    @PostMapping("/clients/{id}/letter")
    Object make(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        LetterFacts facts = reading.by(actor, Id.of(id));
        List<PlainPart> says = says(facts);
        Form form = Form.of(request);
        List<String> to = to(facts, form);
        String from = form.text("from").value();
        String question = form.text("question").value();
        if (to.isEmpty()) {
            form.problems().add("to", ClinicianLetterWords.TO_NEEDED);
        }
        if (from.isEmpty()) {
            form.problems().add("from", ClinicianLetterWords.FROM_NEEDED);
        }
        if (!form.chosen("agreed", "yes")) {
            form.problems().add("agreed", ClinicianLetterWords.NOT_AGREED);
        }
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("page", page(facts, says, form));
            return "letter";
        }
        List<PlainPart> parts = new ArrayList<>(says);
        if (!question.isEmpty()) {
            parts.addFirst(new PlainPart(speaker.say(ClinicianLetterWords.OUR_QUESTION), List.of(question), false));
        }
        return SentPaper.of(
                "letter-" + LocalDate.now(clock) + ".pdf",
                PlainPdf.of(sheet(facts, to, parts, from), speaker.locale()));
    }

    private PlainSheet sheet(LetterFacts facts, List<String> to, List<PlainPart> parts, String from) {
        String today = speaker.day(LocalDate.now(clock));
        Client client = facts.client();
        List<String> foot = new ArrayList<>(List.of(speaker.say(new ClinicianLetterWords.AgreedOn(today))));
        foot.add(speaker.say(ClinicianLetterWords.HYPOTHESIS));
        foot.addAll(from.lines().toList());
        String born = client.yearOfBirth().isPresent()
                ? speaker.say(new ClinicianLetterWords.Born(
                        String.valueOf(client.yearOfBirth().getAsInt())))
                : "";
        return new PlainSheet(
                speaker.say(ClinicianLetterWords.TITLE),
                client.name().value(),
                Stream.of(born, client.madeUp() ? speaker.say(CommonWords.MADE_UP) : "")
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(", ")),
                today,
                to,
                parts,
                foot,
                PlainSheet.PaperSize.A4);
    }

    /** Line by line; none where nobody was named. */
    private static List<String> to(LetterFacts facts, Form form) {
        if (form.raw("to").equals(OTHER)) {
            return form.text(OTHER)
                    .value()
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
        return facts.carers().stream()
                .filter(carer -> carer.id().toString().equals(form.raw("to")))
                .findFirst()
                .map(LetterController::addressed)
                .orElse(List.of());
    }

    private static List<String> addressed(AddressEntry carer) {
        return Stream.of(carer.name(), carer.profession(), carer.address())
                .flatMap(text -> text.value().lines())
                .filter(line -> !line.isBlank())
                .toList();
    }

    private LetterPage page(LetterFacts facts, List<PlainPart> says, Form form) {
        return new LetterPage(
                ClientHead.of(facts.client(), LocalDate.now(clock)),
                facts.carers().stream()
                        .map(carer -> new LetterPage.LetterReader(
                                carer.id().toString(),
                                carer.name().value(),
                                carer.profession().value()))
                        .toList(),
                says,
                form);
    }

    private List<PlainPart> says(LetterFacts facts) {
        return List.of(
                part(ClinicianLetterWords.WHAT_WAS_DONE, done(facts)),
                part(ClinicianLetterWords.WHAT_CHANGED, List.of(speaker.say(GoesWords.sentence(facts.pain())))),
                part(ClinicianLetterWords.WHAT_WAS_WORSE, worse(facts)),
                part(ClinicianLetterWords.RED_FLAGS, flags(facts)));
    }

    private PlainPart part(ClinicianLetterWords title, List<String> texts) {
        return new PlainPart(speaker.say(title), texts, false);
    }

    private List<String> done(LetterFacts facts) {
        if (facts.held().isEmpty()) {
            return List.of(speaker.say(ClinicianLetterWords.NO_SESSION));
        }
        List<String> texts = new ArrayList<>(List.of(
                speaker.say(new ClinicianLetterWords.Held(
                        facts.held().size(),
                        speaker.day(facts.held().getFirst()),
                        speaker.day(facts.held().getLast()))),
                speaker.say(ClinicianLetterWords.OF_WHAT_KIND)));
        if (!facts.sites().isEmpty()) {
            texts.add(speaker.say(new ClinicianLetterWords.Sites(
                    facts.sites().stream().map(places::name).collect(Collectors.joining("; ")))));
        }
        return texts;
    }

    private List<String> worse(LetterFacts facts) {
        return facts.worse().isEmpty()
                ? List.of(speaker.say(ClinicianLetterWords.NOTHING_WORSE))
                : facts.worse().stream().flatMap(this::said).toList();
    }

    private Stream<String> said(CheckIn checkIn) {
        String day = speaker.shortDay(checkIn.at());
        String what = checkIn.saysWorse()
                ? speaker.say(new MatterWords.Said(
                        day, checkIn.answers().anythingWorse().value()))
                : speaker.say(new MatterWords.Turned(day));
        return Stream.of(what, followed(checkIn.followUp()));
    }

    private List<String> flags(LetterFacts facts) {
        return facts.flags().isEmpty()
                ? List.of(speaker.say(ClinicianLetterWords.NO_RED_FLAG))
                : facts.flags().stream().flatMap(this::told).toList();
    }

    private Stream<String> told(RedFlag flag) {
        String found = flag.found().stream()
                .map(condition -> speaker.say(ConditionWords.bare(condition)))
                .collect(Collectors.joining("; "));
        return Stream.of(
                speaker.say(new ClinicianLetterWords.Flag(speaker.shortDay(flag.at()), found)),
                followed(flag.followUp()));
    }

    private String followed(Optional<FollowUp> followUp) {
        return followUp.map(done -> speaker.say(new MatterWords.Done(
                        speaker.shortDay(done.at()), done.done().value())))
                .orElseGet(() -> speaker.say(ClinicianLetterWords.NOT_WRITTEN));
    }
}
