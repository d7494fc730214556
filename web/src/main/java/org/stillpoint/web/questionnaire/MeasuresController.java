package org.stillpoint.web.questionnaire;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.asking.AskQuestionnaires;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.DueQuestionnaire;
import org.stillpoint.practice.asking.OfferedQuestionnaire;
import org.stillpoint.practice.questionnaire.AskedReading;
import org.stillpoint.practice.questionnaire.AskedReading.AskedView;
import org.stillpoint.practice.questionnaire.PlanQuestionnaires;
import org.stillpoint.practice.questionnaire.TakeBackQuestionnaire;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.AskMoment;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.QuestionnairePlan;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What is asked of one client, and when; what waits for answers, and what was handed in. */
@Controller
class MeasuresController {
    private final AskedReading reading;
    private final AskQuestionnaires askQuestionnaires;
    private final TakeBackQuestionnaire takeBack;
    private final PlanQuestionnaires planQuestionnaires;
    private final Speaker speaker;
    private final Clock clock;

    MeasuresController(
            AskedReading reading,
            AskQuestionnaires askQuestionnaires,
            TakeBackQuestionnaire takeBack,
            PlanQuestionnaires planQuestionnaires,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.askQuestionnaires = askQuestionnaires;
        this.takeBack = takeBack;
        this.planQuestionnaires = planQuestionnaires;
        this.speaker = speaker;
        this.clock = clock;
    }

    private static String here(Id<Client> client) {
        return "redirect:/clients/" + client + "/measures";
    }

    @GetMapping("/clients/{id}/measures")
    String show(Actor actor, @PathVariable String id, Model model) {
        AskedView view = reading.by(actor, Id.of(id));
        return page(view, view.plan(), Form.empty(), Optional.empty(), model);
    }

    @PostMapping("/clients/{id}/measures")
    String ask(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Form form = Form.of(request);
        Set<String> chosen = Set.copyOf(form.all("ask"));
        if (chosen.isEmpty()) {
            AskedView view = reading.by(actor, Id.of(id));
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(view, view.plan(), form, Optional.of(AskingWords.NONE_OFFERED), model);
        }
        Id<Client> client = Id.of(id);
        return switch (askQuestionnaires.by(actor, new AskQuestionnaires.Command(form.key(), client, chosen))) {
            case Answer.Done<List<FilledQuestionnaire>> done -> here(client);
            case Answer.Again<List<FilledQuestionnaire>> again -> here(client);
            case Answer.Other<List<FilledQuestionnaire>> other -> throw new AlreadyThere("questionnaire", client);
            case Answer.Changed<List<FilledQuestionnaire>> changed -> throw new AlreadyThere("questionnaire", client);
            case Answer.No<List<FilledQuestionnaire>> no -> throw new Refused(no.rule(), client);
        };
    }

    @PostMapping("/clients/{id}/measures/{filled}/take-back")
    String takeBack(Actor actor, @PathVariable String id, @PathVariable String filled, HttpServletRequest request) {
        Id<Client> client = Id.of(id);
        var wanted = new TakeBackQuestionnaire.Command(Form.of(request).key(), client, Id.of(filled));
        if (takeBack.by(actor, wanted) instanceof Answer.No<Id<FilledQuestionnaire>> no) {
            throw new Refused(no.rule(), client);
        }
        return here(client);
    }

    @PostMapping("/clients/{id}/measures/when")
    String plan(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        AskedView view = reading.by(actor, Id.of(id));
        Id<Client> client = view.client().id();
        Form form = Form.of(request);
        Optional<LocalDate> end = end(form);
        Map<String, Set<AskMoment>> asked = asked(form);
        QuestionnairePlan typed = view.plan().with(asked, end);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(view, typed, form, Optional.empty(), model);
        }
        var wanted = new PlanQuestionnaires.Command(form.key(), client, form.version(), asked, end);
        return switch (planQuestionnaires.by(actor, wanted)) {
            case Answer.Done<QuestionnairePlan> done -> here(client);
            case Answer.Again<QuestionnairePlan> again -> here(client);
            case Answer.Other<QuestionnairePlan> other -> changed(view, other.kept(), response, model);
            case Answer.Changed<QuestionnairePlan> changed -> changed(view, changed.kept(), response, model);
            case Answer.No<QuestionnairePlan> no -> throw new Refused(no.rule(), client);
        };
    }

    private String changed(AskedView view, QuestionnairePlan kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(view, kept, Form.empty(), Optional.of(AskingWords.CHANGED), model);
    }

    private static Optional<LocalDate> end(Form form) {
        String typed = form.raw("end").strip();
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException notADay) {
            form.problems().add("end", AskingWords.END_NEEDED);
            return Optional.empty();
        }
    }

    private static Map<String, Set<AskMoment>> asked(Form form) {
        Map<String, Set<AskMoment>> asked = new HashMap<>();
        for (String field : form.names()) {
            if (field.startsWith("when-")) {
                asked.put(
                        field.substring("when-".length()),
                        Arrays.stream(AskMoment.values())
                                .filter(moment -> form.chosen(field, moment.name()))
                                .collect(Collectors.toSet()));
            }
        }
        return asked;
    }

    private String page(AskedView view, QuestionnairePlan plan, Form form, Optional<Message> said, Model model) {
        model.addAttribute(
                "page",
                new MeasuresPage(
                        ClientHead.of(view.client(), LocalDate.now(clock)),
                        view.open().stream().map(one -> waiting(view, one)).toList(),
                        view.offered().stream()
                                .map(one -> offered(view, plan, one))
                                .toList(),
                        view.handedIn().stream().map(this::handedIn).toList(),
                        String.valueOf(plan.version().number()),
                        form.has("end")
                                ? form.raw("end")
                                : plan.end().map(LocalDate::toString).orElse(""),
                        form,
                        said));
        return "measures";
    }

    private MeasuresPage.WaitingRow waiting(AskedView view, AskedSheet sheet) {
        List<Message> told = new ArrayList<>();
        told.add(new AskingWords.AskedOn(speaker.shortDay(sheet.filled().begunAt())));
        if (sheet.answered() > 0) {
            told.add(new AskingWords.AnsweredSoFar(sheet.answered(), sheet.items()));
        }
        return new MeasuresPage.WaitingRow(
                sheet.filled().id().toString(),
                sheet.name(),
                told,
                AskedQuestion.goesOn("/clients/" + view.client().id() + "/questionnaire", sheet),
                sheet.filled().answers().isEmpty());
    }

    private MeasuresPage.OfferedRow offered(AskedView view, QuestionnairePlan plan, OfferedQuestionnaire one) {
        Optional<DueQuestionnaire> due = view.due().stream()
                .filter(each -> each.instrument().equals(one.instrument()))
                .findFirst();
        return new MeasuresPage.OfferedRow(
                one,
                due.isPresent(),
                view.open().stream().anyMatch(each -> each.filled().instrument().equals(one.instrument())),
                due.flatMap(DueQuestionnaire::last).map(day -> new AskingWords.AnsweredLast(speaker.shortDay(day))),
                MeasuresPage.MOMENTS.stream()
                        .filter(moment -> plan.asks(one.instrument(), moment))
                        .toList());
    }

    private MeasuresPage.HandedInRow handedIn(AskedSheet sheet) {
        return new MeasuresPage.HandedInRow(
                sheet.name(),
                told(sheet, speaker.shortDay(sheet.filled().handedInAt().orElseThrow())),
                sheet.asked().stream()
                        .map(item -> new QuestionPages.ReadAnswer(
                                sheet.item(item).text(),
                                AnswerTold.of(sheet, item, speaker),
                                sheet.filled().leftOut().contains(item),
                                ""))
                        .toList());
    }

    private static Message told(AskedSheet sheet, String day) {
        if (sheet.score().isPresent()) {
            double score = sheet.score().getAsDouble();
            return sheet.isMeasured() ? new AskingWords.ScoreOn(day, score) : new AskingWords.SumOn(day, score);
        }
        return sheet.isScored()
                ? new AskingWords.NoScoreOn(day, sheet.answered(), sheet.items())
                : new AskingWords.HandedInOn(day, sheet.answered(), sheet.items());
    }
}
