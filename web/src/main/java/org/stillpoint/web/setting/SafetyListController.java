package org.stillpoint.web.setting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.safety.ChangeSafetyList;
import org.stillpoint.practice.setting.SettingReading;
import org.stillpoint.record.Id;
import org.stillpoint.record.NotAllowed;
import org.stillpoint.record.Refused;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.safety.SafetyList;
import org.stillpoint.record.safety.SafetyList.RowChoice;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.ConditionWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.SafetyListWords;
import org.stillpoint.words.SettingWords;
import org.stillpoint.words.Speaker;

/** The owner chooses what is asked before a session. */
@Controller
class SafetyListController {
    private static final String PAGE = "/practice/safety-list";
    private static final String WEEKS = "weeks";
    private static final int WEEK_DAYS = 7;

    private final SettingReading reading;
    private final ChangeSafetyList change;
    private final Speaker speaker;

    SafetyListController(SettingReading reading, ChangeSafetyList change, Speaker speaker) {
        this.reading = reading;
        this.change = change;
        this.speaker = speaker;
    }

    @GetMapping(PAGE)
    String show(Actor actor, HttpServletRequest request, Model model) {
        requireOwner(actor);
        Optional<Message> said =
                request.getParameter("saved") == null ? Optional.empty() : Optional.of(SettingWords.SAVED);
        SafetyList kept = reading.safetyList(actor);
        return page(kept, typed(kept), kept.version().number(), said, model);
    }

    @PostMapping(PAGE)
    String write(Actor actor, HttpServletRequest request, HttpServletResponse response, Model model) {
        requireOwner(actor);
        Form form = Form.of(request);
        SafetyList kept = reading.safetyList(actor);
        List<Condition> own = new ArrayList<>(kept.own());
        added(form).ifPresent(own::add);
        Map<ConditionId, RowChoice> choices = choices(form, kept);
        if (!form.good()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(kept, form, form.version().number(), Optional.empty(), model);
        }
        var wanted = new ChangeSafetyList.Command(form.key(), new SafetyList(choices, own, form.version()));
        return switch (change.by(actor, wanted)) {
            case Answer.Done<SafetyList> done -> "redirect:" + PAGE + "?saved";
            case Answer.Again<SafetyList> again -> "redirect:" + PAGE + "?saved";
            case Answer.Changed<SafetyList> changed -> stale(changed.kept(), response, model);
            case Answer.Other<SafetyList> other -> stale(other.kept(), response, model);
            case Answer.No<SafetyList> no -> throw new Refused(no.rule(), form.key());
        };
    }

    private static void requireOwner(Actor actor) {
        if (!Membership.runsThePractice(actor)) {
            throw new NotAllowed(Act.CHANGE_SAFETY_LIST.name());
        }
    }

    private String stale(SafetyList kept, HttpServletResponse response, Model model) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return page(kept, typed(kept), kept.version().number(), Optional.of(SettingWords.CHANGED), model);
    }

    /** What differs from how the list stands by itself. */
    private static Map<ConditionId, RowChoice> choices(Form form, SafetyList kept) {
        Map<ConditionId, RowChoice> choices = new HashMap<>();
        for (Condition row : new SafetyList(Map.of(), kept.own(), kept.version()).rows()) {
            if (row.level() == SafetyLevel.RED_FLAG) {
                continue;
            }
            boolean asked = form.chosen("asked", row.id().value());
            OptionalInt window = window(form, row.id().value());
            if (!asked || !window.equals(row.windowDays())) {
                choices.put(row.id(), new RowChoice(asked, window));
            }
        }
        return choices;
    }

    private static OptionalInt window(Form form, String row) {
        int unit = form.chosen("unit-" + row, WEEKS) ? WEEK_DAYS : 1;
        OptionalDouble typed = form.number("window-" + row, 1, Condition.LONGEST_WINDOW_DAYS);
        if (typed.isEmpty()) {
            return OptionalInt.empty();
        }
        double days = typed.getAsDouble() * unit;
        if (days != Math.rint(days) || days > Condition.LONGEST_WINDOW_DAYS) {
            form.problems().add("window-" + row, new SafetyListWords.WindowBetween(Condition.LONGEST_WINDOW_DAYS));
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) days);
    }

    private Optional<Condition> added(Form form) {
        String words = form.raw("words").strip();
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String source = form.raw("source").strip();
        OptionalInt window = window(form, "new");
        Optional<SafetyLevel> level = Arrays.stream(SafetyLevel.values())
                .filter(each -> form.chosen("level", each.name()))
                .findFirst();
        if (words.length() > Condition.MOST_CHARACTERS
                || source.length() > Condition.MOST_CHARACTERS
                || level.isEmpty()) {
            form.problems().add("words", SafetyListWords.WORDS_NEEDED);
            return Optional.empty();
        }
        return Optional.of(new Condition(
                new ConditionId("own-" + Id.random()),
                level.get(),
                level.get() == SafetyLevel.RED_FLAG ? OptionalInt.empty() : window,
                source.isEmpty() ? speaker.say(SafetyListWords.OWN_SOURCE) : source,
                Optional.of(words)));
    }

    /** As it is kept: with its windows, in weeks where they are whole weeks. */
    private static Form typed(SafetyList kept) {
        Map<String, List<String>> values = new HashMap<>();
        values.put("asked", kept.asked().stream().map(row -> row.id().value()).toList());
        kept.rows()
                .forEach(row -> row.windowDays().ifPresent(days -> {
                    boolean weeks = days % WEEK_DAYS == 0;
                    values.put("window-" + row.id(), List.of(String.valueOf(weeks ? days / WEEK_DAYS : days)));
                    values.put("unit-" + row.id(), List.of(weeks ? WEEKS : "days"));
                }));
        return Form.of(values);
    }

    private String page(SafetyList kept, Form form, int version, Optional<Message> said, Model model) {
        List<SafetyListPage.ListLevel> levels = Arrays.stream(SafetyLevel.values())
                .map(level -> new SafetyListPage.ListLevel(
                        level,
                        kept.rows().stream()
                                .filter(row -> row.level() == level)
                                .map(this::row)
                                .toList()))
                .toList();
        model.addAttribute("page", new SafetyListPage(form, version, levels, said));
        return "safetylist";
    }

    private SafetyListPage.ListRow row(Condition row) {
        List<Message> sources = new ArrayList<>(List.of(new SafetyListWords.SourceOf(row.source())));
        String window = ProgramConditions.windowSource(row.id());
        if (!window.isEmpty()) {
            sources.add(new SafetyListWords.WindowSource(window));
        }
        return new SafetyListPage.ListRow(row.id().value(), speaker.say(ConditionWords.bare(row)), sources);
    }
}
