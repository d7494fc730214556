package org.stillpoint.web.casereport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.casereport.NamingPassage;
import org.stillpoint.practice.casereport.NamingPassages;
import org.stillpoint.practice.casereport.TrialItem;
import org.stillpoint.practice.casereport.TrialReading;
import org.stillpoint.practice.casereport.TrialReading.TrialFacts;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentPaper;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Named;
import org.stillpoint.words.Speaker;
import org.stillpoint.words.TrialReportWords;

/** A report of a trial in one person, or of a diary, by the item numbers of CENT: shown as the record has it, and made as a case report is. */
@Controller
class TrialReportController {
    private static final String AUTHOR = "author";

    private final TrialReading reading;
    private final TrialReportTold told;
    private final Speaker speaker;
    private final Clock clock;

    TrialReportController(TrialReading reading, TrialReportTold told, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.told = told;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/trial-report")
    String show(
            Actor actor, @PathVariable String id, @RequestParam(defaultValue = "pain") String measure, Model model) {
        TrialFacts facts = reading.by(actor, Id.of(id), measure);
        Form form = refused(facts).isPresent()
                ? Form.empty()
                : Form.of(Map.of(name(TrialItem.PERSON), List.of(facts.reason().value())));
        model.addAttribute("page", page(facts, form, List.of()));
        return "trialreport";
    }

    /** The report as a PDF; the page again where something is missing, or may name somebody and was not read. */
    @PostMapping("/clients/{id}/trial-report")
    Object make(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        TrialFacts facts = reading.by(actor, Id.of(id), form.raw("measure"));
        if (refused(facts).isPresent()) {
            return again(facts, form, List.of(), HttpServletResponse.SC_CONFLICT, response, model);
        }
        String author = form.text(AUTHOR).value();
        Map<String, String> typed = new LinkedHashMap<>();
        typedItems().forEach(item -> typed.put(name(item), form.text(name(item)).value()));
        List<NamingPassage> naming = Stream.concat(
                        NamingPassages.in(Map.of(AUTHOR, author), facts.names().withoutAuthors()).stream(),
                        NamingPassages.in(typed, facts.names()).stream())
                .toList();
        if (!form.chosen("agreed", "yes")) {
            form.problems().add("agreed", CaseReportWords.NOT_AGREED);
        }
        Form asked = MayName.read(form, naming);
        if (!form.good()) {
            return again(facts, asked, naming, HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        return SentPaper.of("trial-report.pdf", PlainPdf.of(sheet(facts, author, typed), speaker.locale()));
    }

    private static Stream<TrialItem> typedItems() {
        return Arrays.stream(TrialItem.values()).filter(TrialItem::isTyped);
    }

    /** Of the field in which an item is typed. */
    private static String name(TrialItem item) {
        return item.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String again(
            TrialFacts facts,
            Form form,
            List<NamingPassage> naming,
            int status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        model.addAttribute("page", page(facts, form, naming));
        return "trialreport";
    }

    private static Optional<Message> refused(TrialFacts facts) {
        return ReportRefused.why(facts.research(), !facts.periods().isEmpty());
    }

    private TrialReportPage page(TrialFacts facts, Form form, List<NamingPassage> naming) {
        Optional<Message> refused = refused(facts);
        return new TrialReportPage(
                ClientHead.of(facts.client(), LocalDate.now(clock)),
                refused,
                about(facts),
                facts.chosen().course().measured().key(),
                refused.isPresent() ? List.of() : parts(facts, Map.of()),
                typedItems()
                        .map(item -> new TrialReportPage.TrialField(name(item), label(item)))
                        .toList(),
                naming.stream().map(one -> new MayName(label(one.field()), one)).toList(),
                form);
    }

    private static Message about(TrialFacts facts) {
        return facts.drawn().isPresent() ? TrialReportWords.BY_CENT : TrialReportWords.BY_SCRIBE;
    }

    private static Message label(TrialItem item) {
        return new TrialReportWords.Numbered(item.number(), new Named(item));
    }

    private static Message label(String field) {
        return typedItems()
                .filter(item -> name(item).equals(field))
                .findFirst()
                .map(TrialReportController::label)
                .orElse(CaseReportWords.AUTHOR);
    }

    /** Every item: what was typed, then what the record says; where neither says anything, that it is not reported. */
    private List<PlainPart> parts(TrialFacts facts, Map<String, String> typed) {
        List<PlainPart> parts = new ArrayList<>();
        told.drafted(facts).forEach((item, drafted) -> {
            List<String> texts = new ArrayList<>();
            String written = typed.getOrDefault(name(item), "");
            if (!written.isEmpty()) {
                texts.add(written);
            }
            texts.addAll(drafted);
            if (texts.isEmpty()) {
                texts.add(speaker.say(TrialReportWords.NOT_REPORTED));
            }
            parts.add(new PlainPart(
                    speaker.say(label(item)),
                    texts,
                    false,
                    item == TrialItem.RESULTS ? TrialDrawing.of(facts, speaker) : Optional.empty()));
        });
        return parts;
    }

    private PlainSheet sheet(TrialFacts facts, String author, Map<String, String> typed) {
        List<String> lead = new ArrayList<>();
        if (!author.isEmpty()) {
            lead.add(speaker.say(new CaseReportWords.WrittenBy(author)));
        }
        lead.add(speaker.say(about(facts)));
        lead.add(speaker.say(CaseReportWords.READ_AND_AGREED));
        return new PlainSheet(
                speaker.say(TrialReportWords.TITLE),
                speaker.say(facts.drawn().isPresent() ? TrialReportWords.OF_A_TRIAL : TrialReportWords.OF_A_DIARY),
                facts.client().madeUp() ? speaker.say(CommonWords.MADE_UP) : "",
                "",
                lead,
                parts(facts, typed),
                List.of(),
                PlainSheet.PaperSize.A4);
    }
}
