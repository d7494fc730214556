package org.stillpoint.web.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.practice.intake.IntakeReading.IntakeView;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.Intake;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.intake.StepAnswer;
import org.stillpoint.web.view.Form;

/**
 * A step of an intake as it is asked at one of its doors.
 *
 * @param intake the one that goes on
 * @param all the steps that are asked there, this one among them
 * @param base the address under which the steps stand
 * @param hand whose hand answers there
 * @param part the question of an event, where one is being told
 */
public record AskedStep(
        IntakeView view,
        Intake intake,
        List<IntakeStep> all,
        IntakeStep step,
        String base,
        IntakeHand hand,
        Optional<EventPart> part) {

    Id<Client> client() {
        return view.client().id();
    }

    public String address() {
        return base + "/" + IntakeQuestion.address(step);
    }

    /** Where one goes from it; empty after the last. */
    public Optional<String> next(Form form) {
        boolean back = form.raw("then").equals("back");
        if (step == IntakeStep.EVENTS && part.isPresent()) {
            Map<String, String> typed = new HashMap<>(typed());
            typed.put(
                    EventInIntake.field(part.get().event(), part.get().question()),
                    form.raw("then").equals("skip")
                            ? ""
                            : form.raw(part.get().question().word()));
            return Optional.of(address()
                    + part.get()
                            .next(EventInIntake.of(typed, part.get().event()), back)
                            .map(EventPart::query)
                            .orElse(""));
        }
        if (step == IntakeStep.EVENTS && form.raw("then").equals("tell")) {
            return Optional.of(address() + another().map(EventPart::query).orElse(""));
        }
        return IntakeQuestion.next(all, step, back).map(next -> base + "/" + IntakeQuestion.address(next));
    }

    /** What stands at the step. */
    Map<String, String> typed() {
        return intake.find(step).map(StepAnswer::typed).orElse(Map.of());
    }

    /** Where one more event begins; empty where there is no room. */
    Optional<EventPart> another() {
        int next = EventInIntake.of(typed()).stream()
                        .mapToInt(EventInIntake::number)
                        .max()
                        .orElse(0)
                + 1;
        return next > EventInIntake.MOST ? Optional.empty() : Optional.of(new EventPart(next, EventQuestion.WHAT));
    }

    boolean isForTherapist() {
        return hand == IntakeHand.THERAPIST;
    }
}
