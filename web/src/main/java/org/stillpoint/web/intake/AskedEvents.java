package org.stillpoint.web.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.practice.intake.EventInIntake;
import org.stillpoint.practice.intake.EventQuestion;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.web.checkin.AskedPain;
import org.stillpoint.words.Message;

/**
 * What happened, as an intake asks it: event by event, and of each one question a screen.
 *
 * @param told those that were told so far
 * @param another where one more is told; empty where there is no room
 * @param part the question that is asked now; empty where all events stand there
 * @param ways the ways of which it is known what braces, of the kind that was said
 * @param places where it may have been
 */
public record AskedEvents(
        List<EventRow> told, String another, Optional<EventPart> part, List<Mechanism> ways, AskedPain places) {

    /**
     * One that was told.
     *
     * @param facts what was said of it, by what was asked
     * @param change where it is changed
     * @param fields the form by which it becomes an event, field by field
     * @param isWhole whether it can be one as it stands
     */
    public record EventRow(
            int number, Map<Message, String> facts, String change, Map<String, List<String>> fields, boolean isWhole) {}

    static EventRow row(
            EventInIntake event, Map<Message, String> facts, String address, Map<String, List<String>> fields) {
        String change = address + new EventPart(event.number(), EventQuestion.WHAT).query();
        return new EventRow(
                event.number(),
                facts,
                change,
                fields,
                event.kind().isPresent() && event.when().isPresent());
    }

    public static List<EventKind> kinds() {
        return List.of(EventKind.values());
    }

    public static List<ForceDirection> directions() {
        return List.of(ForceDirection.values());
    }
}
