package org.stillpoint.web.outcome;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.stillpoint.exchange.questionnaire.QuestionnaireTable;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.outcome.Questionnaire;
import org.stillpoint.practice.outcome.QuestionnaireReading;
import org.stillpoint.practice.outcome.QuestionnaireReading.ClientScores;
import org.stillpoint.practice.outcome.RemoveScore;
import org.stillpoint.practice.outcome.ScoreQuestionnaire;
import org.stillpoint.practice.outcome.ScoreQuestionnaire.KeptScores;
import org.stillpoint.record.Id;
import org.stillpoint.record.Refused;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.questionnaire.QuestionnaireScore;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.ClientHead;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.FormWords;
import org.stillpoint.words.QuestionnaireWords;
import org.stillpoint.words.Speaker;

/** The scores of questionnaires: those that are kept, and one more by hand. */
@Controller
class QuestionnairesController {

    private final QuestionnaireReading reading;
    private final ScoreQuestionnaire scoreQuestionnaire;
    private final RemoveScore removeScore;
    private final Speaker speaker;
    private final Clock clock;

    QuestionnairesController(
            QuestionnaireReading reading,
            ScoreQuestionnaire scoreQuestionnaire,
            RemoveScore removeScore,
            Speaker speaker,
            Clock clock) {
        this.reading = reading;
        this.scoreQuestionnaire = scoreQuestionnaire;
        this.removeScore = removeScore;
        this.speaker = speaker;
        this.clock = clock;
    }

    @GetMapping("/clients/{id}/questionnaires")
    String show(Actor actor, @PathVariable String id, @RequestParam @Nullable Integer added, Model model) {
        ClientScores scored = reading.by(actor, Id.of(id));
        Form form = Form.of(Map.of("day", List.of(today().toString())));
        model.addAttribute("page", page(scored, form, added == null ? OptionalInt.empty() : OptionalInt.of(added)));
        return "questionnaires";
    }

    @PostMapping("/clients/{id}/questionnaires")
    String addOne(
            Actor actor,
            @PathVariable String id,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        ClientScores scored = reading.by(actor, Id.of(id));
        Form form = Form.of(request);
        Optional<QuestionnaireScore> score = score(scored, form);
        if (score.isEmpty()) {
            return again(scored, form, response, model);
        }
        return add(actor, scored, form, score.get(), response, model);
    }

    private String add(
            Actor actor,
            ClientScores scored,
            Form form,
            QuestionnaireScore typed,
            HttpServletResponse response,
            Model model) {
        List<ScoreQuestionnaire.Score> wanted =
                List.of(new ScoreQuestionnaire.Score(typed.instrument(), typed.day(), typed.score(), selfHarm(form)));
        Id<Client> client = scored.client().id();
        return switch (scoreQuestionnaire.by(actor, new ScoreQuestionnaire.Command(form.key(), client, wanted))) {
            case Answer.Done<KeptScores> done -> added(client, done.kept());
            case Answer.Again<KeptScores> again -> added(client, again.kept());
            case Answer.Other<KeptScores> other -> changed(scored, form, response, model);
            case Answer.Changed<KeptScores> changed -> changed(scored, form, response, model);
            case Answer.No<KeptScores> no -> throw new Refused(no.rule(), client);
        };
    }

    private String changed(ClientScores scored, Form form, HttpServletResponse response, Model model) {
        form.problems().add("score", QuestionnaireWords.ANOTHER_KEPT);
        return again(scored, form, response, model);
    }

    private Optional<QuestionnaireScore> score(ClientScores scored, Form form) {
        Optional<Questionnaire> instrument = Questionnaire.find(form.raw("instrument"));
        if (instrument.isEmpty()) {
            form.problems().add("instrument", QuestionnaireWords.CHOOSE_ONE);
        }
        Optional<LocalDate> day = day(form);
        OptionalDouble value = instrument
                .map(known -> form.number("score", known.low(), known.high()))
                .orElse(OptionalDouble.empty());
        if (value.isEmpty() && instrument.isPresent()) {
            form.problems().add("score", FormWords.NUMBER_NEEDED);
        }
        selfHarm(form);
        if (!form.good()) {
            return Optional.empty();
        }
        QuestionnaireScore score = QuestionnaireScore.of(
                scored.client().id(), instrument.orElseThrow().key(), day.orElseThrow(), value.orElseThrow());
        other(scored.scores(), score)
                .ifPresent(kept -> form.problems().add("score", new QuestionnaireWords.KeptForThatDay(kept.score())));
        return form.good() ? Optional.of(score) : Optional.empty();
    }

    /** Of a PHQ-9 the answer about thoughts of self-harm, which its sum hides. */
    private static OptionalInt selfHarm(Form form) {
        if (!form.raw("instrument").equals(Questionnaire.PHQ9)) {
            return OptionalInt.empty();
        }
        OptionalDouble typed = form.number("selfHarm", 0, 3);
        return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of((int) Math.ceil(typed.getAsDouble()));
    }

    private Optional<LocalDate> day(Form form) {
        try {
            LocalDate day = LocalDate.parse(form.raw("day").strip());
            if (day.isAfter(today()) || day.isBefore(QuestionnaireTable.EARLIEST)) {
                form.problems().add("day", new FormWords.DayBetween(QuestionnaireTable.EARLIEST, today()));
            }
            return Optional.of(day);
        } catch (DateTimeParseException notADay) {
            form.problems().add("day", new FormWords.DayNeeded(today().toString()));
            return Optional.empty();
        }
    }

    /** Another score that is kept for the same instrument and day. */
    private static Optional<QuestionnaireScore> other(List<QuestionnaireScore> kept, QuestionnaireScore score) {
        return kept.stream()
                .filter(one -> one.isOfSameDay(score) && one.score() != score.score())
                .findFirst();
    }

    @PostMapping("/clients/{id}/questionnaires/{score}/remove")
    String remove(Actor actor, @PathVariable String id, @PathVariable String score, HttpServletRequest request) {
        Id<Client> client = Id.of(id);
        removeScore.by(actor, new RemoveScore.Command(Form.of(request).key(), client, Id.of(score)));
        return "redirect:/clients/" + client + "/questionnaires";
    }

    private static String added(Id<Client> client, KeptScores kept) {
        return kept.flag()
                ? "redirect:/help-now?for=" + client
                : "redirect:/clients/" + client + "/questionnaires?added=" + kept.added();
    }

    private String again(ClientScores scored, Form form, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute("page", page(scored, form, OptionalInt.empty()));
        return "questionnaires";
    }

    private QuestionnairesPage page(ClientScores scored, Form form, OptionalInt added) {
        List<QuestionnaireScore> kept = scored.scores().reversed();
        return new QuestionnairesPage(
                ClientHead.of(scored.client(), today()),
                Questionnaire.all(),
                kept.stream()
                        .map(score -> new QuestionnairesPage.ScoreRow(
                                score.id().toString(),
                                speaker.shortDay(score.day()),
                                Questionnaire.find(score.instrument())
                                        .map(Questionnaire::name)
                                        .orElse(score.instrument()),
                                speaker.number(score.score())))
                        .toList(),
                form,
                added,
                kept.stream().anyMatch(score -> score.instrument().equals(Questionnaire.PHQ9)),
                today().toString());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
