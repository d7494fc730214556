package org.stillpoint.web.questionnaire;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.asking.AskedSheet;
import org.stillpoint.practice.asking.SheetItem;
import org.stillpoint.practice.asking.SheetItem.ByTap;
import org.stillpoint.practice.asking.SheetItem.ByTicks;
import org.stillpoint.practice.asking.SheetItem.ByTyping;
import org.stillpoint.practice.asking.SheetItem.OnScale;
import org.stillpoint.practice.asking.SheetItem.SheetChoice;
import org.stillpoint.practice.questionnaire.AnswerQuestion;
import org.stillpoint.practice.questionnaire.HandInQuestionnaire;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.questionnaire.FilledQuestionnaire;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.questionnaire.QuestionPages.Screen;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.AskingWords;
import org.stillpoint.words.Speaker;

/** Asks the questions of a questionnaire at whatever door, and brings each answer to its act. */
@Component
public final class QuestionAsking {
    private static final String ACTIVITY = "activity-";

    private final AnswerQuestion answerQuestion;
    private final HandInQuestionnaire handIn;
    private final Speaker speaker;

    QuestionAsking(AnswerQuestion answerQuestion, HandInQuestionnaire handIn, Speaker speaker) {
        this.answerQuestion = answerQuestion;
        this.handIn = handIn;
        this.speaker = speaker;
    }

    /** What came of what was sent. */
    public sealed interface QuestionTurn {
        /**
         * It is kept.
         *
         * @param to where it goes on
         * @param flagged whether thoughts of self-harm were told with it
         */
        record Onwards(String to, boolean flagged) implements QuestionTurn {}

        /** What is typed is saved, and no page follows. */
        record SavedOnly() implements QuestionTurn {}

        /** The questionnaire is handed in. */
        record HandedIn() implements QuestionTurn {}

        /** Nothing is kept; the form says why. */
        record SentWrong(int status, Form form) implements QuestionTurn {}
    }

    /** The screen as it stands. */
    public Screen screen(AskedQuestion asked) {
        return screen(
                asked,
                asked.step() instanceof QuestionStep.OneItem item
                        ? TypedAnswer.before(asked.sheet(), item.number())
                        : activities(asked.sheet()));
    }

    /** @param form of what is typed, with what is wrong with it */
    public Screen screen(AskedQuestion asked, Form form) {
        AskedSheet sheet = asked.sheet();
        String language = sheet.filled().language().locale().getLanguage();
        return switch (asked.step()) {
            case QuestionStep.OwnActivities own ->
                new Screen.NamingScreen(new QuestionPages.NamedOwn(
                        asked.address(),
                        language,
                        asked.number(),
                        asked.all(),
                        sheet.namingStem(),
                        fields(sheet),
                        form));
            case QuestionStep.OneItem item -> new Screen.ItemScreen(item(asked, item.number(), language, form));
            case QuestionStep.ReadOver read ->
                new Screen.ReadingScreen(new QuestionPages.ReadAnswers(
                        asked.address(),
                        language,
                        sheet.name(),
                        sheet.answered(),
                        rows(sheet, asked),
                        asked.back().orElse(""),
                        sheet.requiredMissing(),
                        sheet.ending(),
                        sheet.credit()));
        };
    }

    private QuestionPages.AskedItem item(AskedQuestion asked, int item, String language, Form form) {
        AskedSheet sheet = asked.sheet();
        SheetItem told = sheet.item(item);
        return new QuestionPages.AskedItem(
                asked.address(),
                language,
                asked.number(),
                asked.all(),
                told.above(),
                told.text(),
                told.required(),
                switch (told.input()) {
                    case ByTap tap ->
                        new QuestionPages.ItemInput.Buttons(choices(sheet, item, tap.choices()), tap.orOwnWords());
                    case ByTicks ticks ->
                        new QuestionPages.ItemInput.TickBoxes(
                                choices(sheet, item, ticks.choices()), ticks.orOwnWords());
                    case OnScale scale ->
                        new QuestionPages.ItemInput.NumberButtons(
                                choices(sheet, item, scale.numbers()), scale.low(), scale.high());
                    case ByTyping typing -> new QuestionPages.ItemInput.Typed(typing.way());
                },
                form,
                asked.back().orElse(""),
                sheet.filled().leftOut().contains(item));
    }

    private List<QuestionPages.ItemChoice> choices(AskedSheet sheet, int item, List<SheetChoice> choices) {
        return choices.stream()
                .map(choice -> new QuestionPages.ItemChoice(
                        TypedAnswer.code(choice.answer()),
                        AnswerTold.of(
                                choice.answer(), Optional.of(choice.text()).filter(text -> !text.isEmpty()), speaker),
                        choice.text().isEmpty(),
                        sheet.answer(item).filter(choice.answer()::equals).isPresent()))
                .toList();
    }

    private List<QuestionPages.ReadAnswer> rows(AskedSheet sheet, AskedQuestion asked) {
        return sheet.asked().stream()
                .map(item -> new QuestionPages.ReadAnswer(
                        sheet.item(item).text(),
                        AnswerTold.of(sheet, item, speaker),
                        sheet.filled().leftOut().contains(item),
                        asked.address(new QuestionStep.OneItem(item))))
                .toList();
    }

    private static List<String> fields(AskedSheet sheet) {
        return IntStream.rangeClosed(1, sheet.mostActivities())
                .mapToObj(number -> ACTIVITY + number)
                .toList();
    }

    private static Form activities(AskedSheet sheet) {
        Map<String, List<String>> typed = new HashMap<>();
        for (int i = 0; i < sheet.activities().size(); i++) {
            typed.put(ACTIVITY + (i + 1), List.of(sheet.activities().get(i).value()));
        }
        return Form.of(typed);
    }

    /** Takes what was sent with the press of a button. */
    public QuestionTurn answer(Actor actor, AskedQuestion asked, Form form) {
        return switch (asked.step()) {
            case QuestionStep.OwnActivities own -> name(actor, asked, form);
            case QuestionStep.OneItem item -> answer(actor, asked, item.number(), form);
            case QuestionStep.ReadOver read -> handIn(actor, asked, form);
        };
    }

    private QuestionTurn answer(Actor actor, AskedQuestion asked, int item, Form form) {
        boolean saving = form.raw("then").equals("save");
        Optional<ItemAnswer> answer =
                TypedAnswer.isLeftOut(form) ? Optional.empty() : TypedAnswer.of(asked.sheet(), item, form);
        if (saving && answer.isEmpty() && form.raw(TypedAnswer.FIELD).isBlank()) {
            return new QuestionTurn.SavedOnly();
        }
        if (!form.good()) {
            return new QuestionTurn.SentWrong(HttpServletResponse.SC_BAD_REQUEST, form);
        }
        boolean flagged = answer.filter(given -> asked.sheet().tellsOfSelfHarm(item, given))
                .isPresent();
        // A tap says what the answer is now: saying it again changes nothing, and a page that was gone back to may say
        // another.
        var wanted = new AnswerQuestion.Command(
                Id.random(), asked.client(), asked.sheet().filled().id(), item, answer, asked.hand());
        FilledQuestionnaire kept = kept(answerQuestion.by(actor, wanted), asked);
        return saving ? new QuestionTurn.SavedOnly() : new QuestionTurn.Onwards(asked.after(item, kept), flagged);
    }

    private QuestionTurn name(Actor actor, AskedQuestion asked, Form form) {
        List<PrivateText> named = new ArrayList<>();
        for (String field : fields(asked.sheet())) {
            PrivateText typed = form.text(field);
            if (typed.value().length() > FilledQuestionnaire.MOST_CHARACTERS) {
                form.problems().add(field, AskingWords.ACTIVITY_TOO_LONG);
            } else if (!typed.isEmpty() && !named.contains(typed)) {
                named.add(typed);
            }
        }
        boolean saving = form.raw("then").equals("save");
        if (saving && named.isEmpty() && form.good()) {
            return new QuestionTurn.SavedOnly();
        }
        if (named.isEmpty() && form.good()) {
            form.problems().add(ACTIVITY + 1, AskingWords.ACTIVITY_NEEDED);
        }
        if (!form.good()) {
            return new QuestionTurn.SentWrong(HttpServletResponse.SC_BAD_REQUEST, form);
        }
        var wanted = new AnswerQuestion.NamedActivities(
                Id.random(), asked.client(), asked.sheet().filled().id(), named, asked.hand());
        kept(answerQuestion.by(actor, wanted), asked);
        return saving
                ? new QuestionTurn.SavedOnly()
                : new QuestionTurn.Onwards(asked.address(new QuestionStep.OneItem(1)), false);
    }

    private QuestionTurn handIn(Actor actor, AskedQuestion asked, Form form) {
        if (asked.sheet().answered() == 0) {
            form.problems().add("answers", AskingWords.NOTHING_YET);
            return new QuestionTurn.SentWrong(HttpServletResponse.SC_BAD_REQUEST, form);
        }
        kept(
                handIn.by(
                        actor,
                        new HandInQuestionnaire.Command(
                                form.key(),
                                asked.client(),
                                asked.sheet().filled().id())),
                asked);
        return new QuestionTurn.HandedIn();
    }

    private static FilledQuestionnaire kept(Answer<FilledQuestionnaire> answer, AskedQuestion asked) {
        return switch (answer) {
            case Answer.Done<FilledQuestionnaire> done -> done.kept();
            case Answer.Again<FilledQuestionnaire> again -> again.kept();
            case Answer.Other<FilledQuestionnaire> other -> throw new AlreadyThere("questionnaire", asked.client());
            case Answer.Changed<FilledQuestionnaire> changed -> throw new AlreadyThere("questionnaire", asked.client());
            case Answer.No<FilledQuestionnaire> no -> throw new Refused(no.rule(), asked.client());
        };
    }
}
