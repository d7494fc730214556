package org.stillpoint.record.session;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How far a client is grounded since they said stop last, whether the work went on since or not: step by step, then what is asked, then
 * their distress. What was done on one device is done for every other.
 *
 * @param stop the last stop, or that the consent was taken back; empty where there was none, and nothing is owed
 * @param steps how many steps there are
 * @param taken those that were gone through, counted from 1
 * @param answers what was answered last to what is asked
 * @param distressAsked whether distress was asked again
 * @param emergency whether the page for emergencies was acknowledged in their place
 */
public record Grounding(
        Optional<Mark> stop,
        int steps,
        Set<Integer> taken,
        Map<AfterStop, Boolean> answers,
        boolean distressAsked,
        boolean emergency) {

    public Grounding {
        taken = Set.copyOf(taken);
        answers = Map.copyOf(answers);
    }

    /** @param steps how many the practice goes through */
    public static Grounding of(Session session, int steps) {
        List<Mark> standing = session.standingMarks().stream()
                .sorted(Comparator.comparing(Mark::tappedAt))
                .toList();
        Optional<Mark> stop = standing.stream()
                .filter(mark ->
                        mark.moment() instanceof Moment.StopSignal || mark.moment() instanceof Moment.ConsentEnded)
                .reduce((before, last) -> last);
        Set<Integer> taken = new HashSet<>();
        Map<AfterStop, Boolean> answers = new EnumMap<>(AfterStop.class);
        boolean distressAsked = false;
        boolean emergency = false;
        for (Mark mark : standing) {
            if (stop.isEmpty() || mark.tappedAt().isBefore(stop.get().tappedAt())) {
                continue;
            }
            switch (mark.moment()) {
                case Moment.StepTaken(int number, var sentence) -> taken.add(number);
                case Moment.AskedAfterStop(AfterStop what, boolean yes) -> answers.put(what, yes);
                case Moment.Grounded any -> distressAsked = true;
                case Moment.HelpCalled any -> emergency = true;
                default -> {}
            }
        }
        return new Grounding(stop, steps, taken, answers, distressAsked, emergency);
    }

    /** Whether the session may end as far as a stop goes. */
    public boolean isDone() {
        return stop.isEmpty() || emergency || next() == screens();
    }

    /** How many screens it takes: each step, each question, and distress. */
    public int screens() {
        return steps + AfterStop.values().length + 1;
    }

    /** The first screen that is open still, counted from 0; {@link #screens()} where none is. */
    public int next() {
        return IntStream.range(0, screens())
                .filter(each -> !isDone(each))
                .findFirst()
                .orElse(screens());
    }

    private boolean isDone(int screen) {
        if (screen < steps) {
            return taken.contains(screen + 1);
        }
        int question = screen - steps;
        return question < AfterStop.values().length ? isAnswered(AfterStop.values()[question]) : distressAsked;
    }

    private boolean isAnswered(AfterStop what) {
        Optional<Boolean> answer = Optional.ofNullable(answers.get(what));
        return answer.isPresent() && (answer.get() || !what.needsYes());
    }
}
