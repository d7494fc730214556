package org.stillpoint.web.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.intake.AnswerIntakeStep;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.practice.intake.ToldPain;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.AboutWords;
import org.stillpoint.words.IntakeWords;
import org.stillpoint.words.Message;
import org.stillpoint.words.Speaker;

/** What was told at a step of an intake, in lines. What is kept elsewhere stands there, and not among them. */
public final class IntakeTold {
    private final Places places;
    private final Speaker speaker;

    public IntakeTold(Places places) {
        this.places = places;
        this.speaker = places.speaker();
    }

    /** As it was told at one step, by question where there are several. */
    public List<String> lines(IntakeStep step, StepAnswer answer) {
        List<String> lines = new ArrayList<>();
        switch (step) {
            case EVENTS -> EventInIntake.of(answer.typed()).forEach(event -> lines.add(event(event)));
            case PAIN -> {
                ToldPain told = ToldPain.of(answer.typed());
                told.pain()
                        .forEach((place, score) -> lines.add(
                                speaker.say(painAt(place, score, told.quality().get(place)))));
            }
            case REASON, HEALTH, MEDICATION, CARE, TOUCH, EXPECTATION, CONSENT -> {
                // in words or as a number alone, or kept elsewhere
            }
        }
        String words = answer.text(AnswerIntakeStep.TEXT) + answer.text(AnswerIntakeStep.SCORE);
        if (!words.isEmpty()) {
            lines.add(words);
        }
        return lines;
    }

    private Message painAt(RegionCode place, Score0To10 score, @Nullable PainQuality quality) {
        return quality == null
                ? new IntakeWords.PainAt(places.name(place), score)
                : new IntakeWords.PainFeltAt(places.name(place), score, speaker.name(quality));
    }

    /** All that was said of an event, in one line. */
    public String event(EventInIntake event) {
        return facts(event).entrySet().stream()
                .map(fact -> speaker.say(fact.getKey()) + " " + fact.getValue())
                .collect(Collectors.joining(" "));
    }

    /** What was said of an event, by what was asked. */
    public Map<Message, String> facts(EventInIntake event) {
        Map<Message, String> facts = new LinkedHashMap<>();
        for (EventQuestion question : event.asked()) {
            if (event.said().containsKey(question)) {
                facts.put(new AboutWords.Labelled(IntakeWords.label(question)), said(event, question));
            }
        }
        return facts;
    }

    private String said(EventInIntake event, EventQuestion question) {
        return switch (question) {
            case KIND -> event.kind().map(speaker::name).orElse("");
            case CODED -> event.coded().map(speaker::name).orElse("");
            case WHEN -> event.when().map(speaker::when).orElse(event.text(question));
            case WHERE ->
                places.names(event.where().stream()
                        .filter(places::hasRegion)
                        .map(RegionCode::new)
                        .toList());
            case FORCE -> event.force().stream().map(speaker::name).collect(Collectors.joining(", "));
            case WHAT, POSTURE, FELT -> event.text(question);
        };
    }
}
