package org.stillpoint.web.casereport;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.exchange.sheet.PlainPdf;
import org.stillpoint.exchange.sheet.PlainSheet;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.practice.casereport.CaseReportReading;
import org.stillpoint.practice.casereport.CaseReportReading.CaseFacts;
import org.stillpoint.practice.casereport.NamingPassage;
import org.stillpoint.practice.casereport.NamingPassages;
import org.stillpoint.record.Id;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.CaseReportWords;
import org.stillpoint.words.CommonWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** A case report: shown as the record has it, read for what may name somebody, and made once the client agrees. */
@Controller
class CaseReportController {
    private static final String AUTHOR = "author";

    /** The items of the checklist that are parts of the report, by their numbers there; the first is its title (CARE 2013). */
    private static final Map<CaseReportWords, Integer> ITEMS = items();

    /** What is typed, by the name of its field, in the order of the checklist. */
    private static final Map<String, CaseReportWords> FIELDS = fields();

    private final CaseReportReading reading;
    private final CaseReportTold told;
    private final Speaker speaker;
    private final Clock clock;

    CaseReportController(CaseReportReading reading, CaseReportTold told, Speaker speaker, Clock clock) {
        this.reading = reading;
        this.told = told;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static Map<CaseReportWords, Integer> items() {
        Map<CaseReportWords, Integer> items = new LinkedHashMap<>();
        Stream.of(
                        CaseReportWords.KEY_WORDS,
                        CaseReportWords.ABSTRACT,
                        CaseReportWords.INTRODUCTION,
                        CaseReportWords.PATIENT_INFORMATION,
                        CaseReportWords.CLINICAL_FINDINGS,
                        CaseReportWords.TIMELINE,
                        CaseReportWords.DIAGNOSTIC_ASSESSMENT,
                        CaseReportWords.INTERVENTION,
                        CaseReportWords.FOLLOW_UP,
                        CaseReportWords.DISCUSSION,
                        CaseReportWords.PERSPECTIVE,
                        CaseReportWords.INFORMED_CONSENT)
                .forEach(item -> items.put(item, items.size() + 2));
        return items;
    }

    private static Map<String, CaseReportWords> fields() {
        Map<String, CaseReportWords> fields = new LinkedHashMap<>();
        fields.put("title", CaseReportWords.REPORT_TITLE);
        fields.put(AUTHOR, CaseReportWords.AUTHOR);
        fields.put("keywords", CaseReportWords.KEY_WORDS);
        fields.put("introduction", CaseReportWords.INTRODUCTION);
        fields.put("sex", CaseReportWords.SEX);
        fields.put("concern", CaseReportWords.CONCERN);
        fields.put("worse", CaseReportWords.WORSE_WORDS);
        fields.put("discussion", CaseReportWords.DISCUSSION);
        fields.put("perspective", CaseReportWords.PERSPECTIVE);
        return fields;
    }

    @GetMapping("/clients/{id}/case-report")
    String show(Actor actor, @PathVariable String id, Model model) {
        CaseFacts facts = reading.by(actor, Id.of(id));
        Form form = refused(facts).isPresent()
                ? Form.empty()
                : Form.of(Map.of(
                        "keywords", List.of(speaker.say(CaseReportWords.USUAL_KEY_WORDS)),
                        "concern", List.of(facts.reason().value()),
                        "worse", List.of(told.worseInWords(facts))));
        model.addAttribute("page", page(facts, form, List.of()));
        return "casereport";
    }

    /** The report as a PDF; the page again where something is missing, or may name somebody and was not read. */
    @PostMapping("/clients/{id}/case-report")
    Object make(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CaseFacts facts = reading.by(actor, Id.of(id));
        Form form = Form.of(request);
        if (refused(facts).isPresent()) {
            return again(facts, form, List.of(), HttpServletResponse.SC_CONFLICT, response, model);
        }
        Map<String, String> typed = typed(form);
        List<NamingPassage> naming = naming(facts, typed);
        if (of(typed, "title").isEmpty()) {
            form.problems().add("title", CaseReportWords.TITLE_NEEDED);
        }
        if (!form.chosen("agreed", "yes")) {
            form.problems().add("agreed", CaseReportWords.NOT_AGREED);
        }
        Form asked = MayName.read(form, naming);
        if (!form.good()) {
            return again(facts, asked, naming, HttpServletResponse.SC_BAD_REQUEST, response, model);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename("case-report.pdf")
                                .build()
                                .toString())
                .body(PlainPdf.of(sheet(facts, typed), speaker.locale()));
    }

    private static Map<String, String> typed(Form form) {
        Map<String, String> typed = new LinkedHashMap<>();
        FIELDS.keySet().forEach(field -> typed.put(field, form.text(field).value()));
        return typed;
    }

    private static String of(Map<String, String> typed, String field) {
        return typed.getOrDefault(field, "");
    }

    /** Whoever writes may say who they are, and not who somebody else is. */
    private static List<NamingPassage> naming(CaseFacts facts, Map<String, String> typed) {
        Map<String, String> others = new LinkedHashMap<>(typed);
        others.remove(AUTHOR);
        return Stream.concat(
                        NamingPassages.in(
                                Map.of(AUTHOR, of(typed, AUTHOR)), facts.names().withoutAuthors())
                                .stream(),
                        NamingPassages.in(others, facts.names()).stream())
                .toList();
    }

    private String again(
            CaseFacts facts,
            Form form,
            List<NamingPassage> naming,
            int status,
            HttpServletResponse response,
            Model model) {
        response.setStatus(status);
        model.addAttribute("page", page(facts, form, naming));
        return "casereport";
    }

    private static Optional<Message> refused(CaseFacts facts) {
        return ReportRefused.why(facts.research(), !facts.held().isEmpty());
    }

    private CaseReportPage page(CaseFacts facts, Form form, List<NamingPassage> naming) {
        Optional<Message> refused = refused(facts);
        return new CaseReportPage(
                ClientHead.of(facts.client(), LocalDate.now(clock)),
                refused,
                refused.isPresent()
                        ? List.of()
                        : told.drafted(facts).entrySet().stream()
                                .map(item -> part(item.getKey(), item.getValue()))
                                .toList(),
                naming.stream()
                        .map(one -> new MayName(FIELDS.getOrDefault(one.field(), CaseReportWords.REPORT_TITLE), one))
                        .toList(),
                form);
    }

    private PlainPart part(CaseReportWords item, List<String> texts) {
        return new PlainPart(
                speaker.say(new CaseReportWords.CareItem(ITEMS.getOrDefault(item, 1), item)), texts, false);
    }

    private PlainSheet sheet(CaseFacts facts, Map<String, String> typed) {
        Map<CaseReportWords, List<String>> drafted = told.drafted(facts);
        List<PlainPart> parts = new ArrayList<>();
        for (CaseReportWords item : ITEMS.keySet()) {
            List<String> texts = new ArrayList<>(written(item, typed));
            texts.addAll(drafted.getOrDefault(item, List.of()));
            parts.add(part(item, texts.isEmpty() ? List.of(speaker.say(CaseReportWords.NOT_REPORTED)) : texts));
        }
        List<String> lead = new ArrayList<>();
        if (!of(typed, AUTHOR).isEmpty()) {
            lead.add(speaker.say(new CaseReportWords.WrittenBy(of(typed, AUTHOR))));
        }
        lead.add(speaker.say(CaseReportWords.BY_CHECKLIST));
        return new PlainSheet(
                speaker.say(CaseReportWords.TITLE),
                speaker.say(new CaseReportWords.Titled(of(typed, "title"))),
                facts.client().madeUp() ? speaker.say(CommonWords.MADE_UP) : "",
                "",
                lead,
                parts,
                List.of(),
                PlainSheet.PaperSize.A4);
    }

    /** What was typed for an item. */
    private List<String> written(CaseReportWords item, Map<String, String> typed) {
        return switch (item) {
            case KEY_WORDS -> said(of(typed, "keywords"));
            case INTRODUCTION -> said(of(typed, "introduction"));
            case PATIENT_INFORMATION -> {
                List<String> who = new ArrayList<>();
                said(of(typed, "sex")).forEach(sex -> who.add(speaker.say(new CaseReportWords.SexIs(sex))));
                said(of(typed, "concern")).forEach(said -> who.add(speaker.say(new CaseReportWords.ConcernIs(said))));
                yield who;
            }
            case FOLLOW_UP -> said(of(typed, "worse"));
            case DISCUSSION -> said(of(typed, "discussion"));
            case PERSPECTIVE -> said(of(typed, "perspective"));
            default -> List.of();
        };
    }

    private static List<String> said(String typed) {
        return typed.isEmpty() ? List.of() : List.of(typed);
    }
}
