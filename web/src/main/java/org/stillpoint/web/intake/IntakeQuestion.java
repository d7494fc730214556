package org.stillpoint.web.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.contact.Contact;
import org.stillpoint.record.intake.IntakeStep;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.web.consent.PaperToSign;
import org.stillpoint.web.touch.AskedTouch;
import org.stillpoint.web.view.Form;
import org.stillpoint.words.Message;

/**
 * One question of an intake, whoever answers it.
 *
 * @param action where the answer is sent
 * @param step which
 * @param number its place among those that are asked, from 1
 * @param all how many are asked
 * @param form what was typed so far
 * @param flags the red flags that are asked for with it; none where it is not asked
 * @param contacts whom to ring at once
 * @param events what happened, where that is asked
 * @param pain the places, where it is asked what hurts
 * @param touch where touch is welcome, where that is asked
 * @param paper what is read and signed, where that is asked and nothing is in force
 * @param agreed the consent that is in force, in a sentence
 * @param seenFrom from where most of the pain is seen
 */
public record IntakeQuestion(
        String action,
        IntakeStep step,
        int number,
        int all,
        Form form,
        List<Condition> flags,
        List<Contact> contacts,
        Optional<AskedEvents> events,
        Optional<AskedPain> pain,
        Optional<AskedTouch> touch,
        Optional<PaperToSign> paper,
        Optional<Message> agreed,
        String seenFrom) {

    public boolean isFirst() {
        return number == 1;
    }

    /** From where most of what was marked is seen. */
    public String view() {
        return touch.map(AskedTouch::view).orElse(seenFrom);
    }

    /** The words for how pain feels. */
    public static List<PainQuality> qualities() {
        return List.of(PainQuality.values());
    }

    /** Where one goes from a step: the one before or after it among those that are asked; empty after the last. */
    public static Optional<IntakeStep> next(List<IntakeStep> asked, IntakeStep step, boolean back) {
        int at = asked.indexOf(step) + (back ? -1 : 1);
        return at >= asked.size() ? Optional.empty() : Optional.of(asked.get(Math.max(0, at)));
    }

    public static String address(IntakeStep step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    public static Optional<IntakeStep> step(String address) {
        return Arrays.stream(IntakeStep.values())
                .filter(step -> address(step).equals(address))
                .findFirst();
    }
}
