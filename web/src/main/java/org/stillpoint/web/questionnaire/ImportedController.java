package org.stillpoint.web.questionnaire;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.exchange.fhir.take.TakeQuestionnaire;
import org.stillpoint.exchange.fhir.take.TakenQuestionnaire;
import org.stillpoint.practice.questionnaire.FormStanding;
import org.stillpoint.practice.questionnaire.ImportQuestionnaire;
import org.stillpoint.practice.questionnaire.ImportedReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.questionnaire.ImportedItem;
import org.stillpoint.record.questionnaire.ImportedItem.FormGroup;
import org.stillpoint.record.questionnaire.ImportedItem.FormText;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.questionnaire.ImportedPage.AskedLook;
import org.stillpoint.web.questionnaire.ImportedPage.FormLook;
import org.stillpoint.web.questionnaire.ImportedPage.ImportedRow;
import org.stillpoint.web.security.RequestSizeFilter;
import org.stillpoint.web.view.Form;
import org.stillpoint.web.view.SentFile;
import org.stillpoint.words.AnswerWayTold;
import org.stillpoint.words.FhirWords;
import org.stillpoint.words.ImportedWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/**
 * Whoever runs the practice takes questionnaires from files, once they say that it may use them. A file is shown before anything of it is kept, and
 * stays in the page until then.
 */
@Controller
class ImportedController {
    private static final String PAGE = "/practice/questionnaires";
    private static final String USUAL_NAME = "questionnaire.json";

    private final ImportedReading reading;
    private final ImportQuestionnaire importing;
    private final Speaker speaker;

    ImportedController(ImportedReading reading, ImportQuestionnaire importing, Speaker speaker) {
        this.reading = reading;
        this.importing = importing;
        this.speaker = speaker;
    }

    @GetMapping(PAGE)
    String show(
            Actor actor,
            @RequestParam(name = RequestSizeFilter.TOO_LARGE) @Nullable String tooLarge,
            @RequestParam @Nullable String kept,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(Map.of());
        if (tooLarge != null) {
            form.problems().add("file", FhirWords.FILE_TOO_LARGE);
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
        Optional<Message> said = kept == null ? Optional.empty() : Optional.of(ImportedWords.KEPT);
        return page(reading.by(actor), Optional.empty(), List.of(), form, said, model);
    }

    @PostMapping(PAGE)
    String look(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model)
            throws IOException, ServletException {
        List<ImportedQuestionnaire> all = reading.by(actor);
        Form form = Form.of(request);
        Optional<SentFile> sent =
                SentFile.of(request).or(() -> SentFile.heldIn(form)).map(file -> file.orCalled(USUAL_NAME));
        if (sent.isEmpty() || sent.get().isTooLarge()) {
            form.problems().add("file", sent.isEmpty() ? FhirWords.NO_FILE : FhirWords.FILE_TOO_LARGE);
            return again(all, Optional.empty(), List.of(), form, response, model);
        }
        TakenQuestionnaire taken;
        try {
            taken = TakeQuestionnaire.of(
                    FhirFile.of(sent.get().name(), sent.get().bytes()));
        } catch (BadInput bad) {
            List<Message> wrong = bad.problems().stream().map(Problem::said).toList();
            return again(all, Optional.empty(), wrong, form, response, model);
        }
        FormLook look = look(sent.get(), taken, all);
        if (!form.raw("do").equals("keep")) {
            return page(all, Optional.of(look), List.of(), form, Optional.empty(), model);
        }
        if (!form.chosen("mayUse", "yes")) {
            form.problems().add("mayUse", ImportedWords.MAY_USE_NEEDED);
            return again(all, Optional.of(look), List.of(), form, response, model);
        }
        importing.by(actor, new ImportQuestionnaire.Command(form.key(), taken.form(), true));
        return "redirect:" + PAGE + "?kept";
    }

    @PostMapping(PAGE + "/{imported}/offer")
    String offer(Actor actor, @PathVariable String imported, HttpServletRequest request) {
        Form form = Form.of(request);
        importing.by(
                actor,
                new ImportQuestionnaire.OfferOrStop(
                        form.key(), Id.of(imported), form.raw("offered").equals("yes")));
        return "redirect:" + PAGE;
    }

    private String again(
            List<ImportedQuestionnaire> all,
            Optional<FormLook> look,
            List<Message> wrong,
            Form form,
            HttpServletResponse response,
            Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        return page(all, look, wrong, form, Optional.empty(), model);
    }

    private String page(
            List<ImportedQuestionnaire> all,
            Optional<FormLook> look,
            List<Message> wrong,
            Form form,
            Optional<Message> said,
            Model model) {
        model.addAttribute(
                "page",
                new ImportedPage(look, wrong, all.stream().map(this::row).toList(), form, said));
        return "importedquestionnaires";
    }

    private ImportedRow row(ImportedQuestionnaire one) {
        String edition =
                one.form().edition().isEmpty() ? one.form().url() : one.form().edition();
        return new ImportedRow(
                one.id().toString(),
                one.form().title(),
                one.form().language().ownName(),
                new ImportedWords.ImportedOn(speaker.shortDay(one.importedAt()), edition),
                one.offered());
    }

    private FormLook look(SentFile sent, TakenQuestionnaire taken, List<ImportedQuestionnaire> all) {
        ImportedQuestionnaire asIf = ImportedQuestionnaire.of(Id.random(), taken.form(), Instant.EPOCH);
        return new FormLook(
                Base64.getUrlEncoder().withoutPadding().encodeToString(sent.bytes()),
                sent.name(),
                taken.form(),
                taken.form().language().ownName(),
                asIf.isScored(),
                taken.form().items().stream().map(this::asked).toList(),
                taken.form().ending().stream().map(FormText::text).toList(),
                taken.passedOver(),
                before(taken, all));
    }

    private static Optional<Message> before(TakenQuestionnaire taken, List<ImportedQuestionnaire> all) {
        return switch (FormStanding.of(taken.form(), all)) {
            case NEW -> Optional.empty();
            case TAKES_PLACE -> Optional.of(ImportedWords.TAKES_PLACE);
            case IS_THERE -> Optional.of(ImportedWords.IS_THERE);
        };
    }

    private AskedLook asked(ImportedItem item) {
        return new AskedLook(
                Stream.concat(
                                item.groups().stream().map(FormGroup::title).filter(title -> !title.isEmpty()),
                                item.above().stream().map(FormText::text))
                        .toList(),
                item.text(),
                AnswerWayTold.of(item, speaker));
    }
}
