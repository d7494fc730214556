package org.stillpoint.practice.intake;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Mechanism;

/**
 * One event as a client tells it within an intake, as far as they have come with it.
 *
 * @param number by which it is known within its intake, from 1
 * @param said what was answered, by question; what was left out is not in it
 */
public record EventInIntake(int number, Map<EventQuestion, String> said) {
    /** As many as one intake takes. Own choice, 2026: more than anybody told in the cases at hand; further ones are told as events. */
    public static final int MOST = 20;

    public EventInIntake {
        said = Map.copyOf(said);
    }

    /** The field in which a question of an event is answered. */
    public static String field(int number, EventQuestion question) {
        return number + "." + question.word();
    }

    /** Those that were told, in their order. */
    public static List<EventInIntake> of(Map<String, String> typed) {
        return IntStream.rangeClosed(1, MOST)
                .mapToObj(number -> of(typed, number))
                .filter(event -> !event.said.isEmpty())
                .toList();
    }

    /** One of them, told or not. */
    public static EventInIntake of(Map<String, String> typed, int number) {
        Map<EventQuestion, String> said = new EnumMap<>(EventQuestion.class);
        for (EventQuestion question : EventQuestion.values()) {
            String text = typed.getOrDefault(field(number, question), "");
            if (!text.isBlank()) {
                said.put(question, text);
            }
        }
        return new EventInIntake(number, said);
    }

    public String text(EventQuestion question) {
        return said.getOrDefault(question, "");
    }

    public Optional<EventKind> kind() {
        return one(EventKind.values(), EventQuestion.KIND);
    }

    /** One of its kind; empty where none was chosen. */
    public Optional<Mechanism> coded() {
        return one(Mechanism.values(), EventQuestion.CODED).filter(coded -> kind().equals(Optional.of(coded.kind())));
    }

    private <T extends Enum<T>> Optional<T> one(T[] all, EventQuestion question) {
        return Arrays.stream(all)
                .filter(each -> each.name().equals(text(question)))
                .findFirst();
    }

    /** Empty where it was left out, or is no date yet. */
    public Optional<EventDate> when() {
        try {
            return text(EventQuestion.WHEN).isEmpty()
                    ? Optional.empty()
                    : Optional.of(EventDate.parse(text(EventQuestion.WHEN)));
        } catch (BadValue notYet) {
            return Optional.empty();
        }
    }

    /** The codes of the places. */
    public List<String> where() {
        return words(EventQuestion.WHERE).toList();
    }

    public Set<ForceDirection> force() {
        Set<ForceDirection> force = EnumSet.noneOf(ForceDirection.class);
        words(EventQuestion.FORCE)
                .flatMap(word -> Arrays.stream(ForceDirection.values())
                        .filter(each -> each.name().equals(word)))
                .forEach(force::add);
        return force;
    }

    private Stream<String> words(EventQuestion question) {
        return Arrays.stream(text(question).split(" ")).filter(word -> !word.isEmpty());
    }

    /** The questions that are asked of it, in their order: the ways of its kind once a kind is said that has any. */
    public List<EventQuestion> asked() {
        boolean hasWays = kind().filter(kind -> !Mechanism.of(kind).isEmpty()).isPresent();
        return Arrays.stream(EventQuestion.values())
                .filter(question -> question != EventQuestion.CODED || hasWays)
                .toList();
    }
}
