package org.stillpoint.practice.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

/**
 * What was marked in a session and stands, gathered by what it is, in the order of the taps: a mark that arrived late stands where it was
 * tapped. Nothing is judged.
 *
 * @param sites where hands were, in the order in which they came there
 * @param elsewhere what is of no place: that work rested, was stopped or went on, and what was noted before hands were anywhere
 * @param distress empty where none was told
 * @param awareness empty where none was told
 */
public record SessionFacts(
        List<WorkedSite> sites, List<Mark> elsewhere, Optional<FeltCourse> distress, Optional<FeltCourse> awareness) {

    /**
     * A place where hands were.
     *
     * @param marks that they came there, what was noted as long as they stayed, and what let go
     */
    public record WorkedSite(Site site, List<Mark> marks) {

        /** The share that let go there, as it was judged last; empty where nothing was said. */
        public OptionalDouble released() {
            return marks.stream()
                    .filter(mark -> mark.moment() instanceof Moment.Release)
                    .mapToDouble(mark -> ((Moment.Release) mark.moment()).extent())
                    .reduce((before, last) -> last);
        }
    }

    /** A score as it was told first and last. */
    public record FeltCourse(Score0To10 from, Score0To10 to) {}

    public static SessionFacts of(Session session) {
        List<Mark> marks = inOrder(session);
        Map<Site, List<Mark>> sites = new LinkedHashMap<>();
        List<Mark> elsewhere = new ArrayList<>();
        List<Mark> here = elsewhere;
        for (Mark mark : marks) {
            switch (mark.moment()) {
                case Moment.SiteEngaged(Site site, var technique) -> {
                    here = sites.computeIfAbsent(site, each -> new ArrayList<>());
                    here.add(mark);
                }
                case Moment.Release(Site site, double extent) -> {
                    here = sites.computeIfAbsent(site, each -> new ArrayList<>());
                    here.add(mark);
                }
                case Moment.ReleaseFelt(Site site, double extent) -> {
                    here = sites.computeIfAbsent(site, each -> new ArrayList<>());
                    here.add(mark);
                }
                case Moment.SignOfRelease any -> here.add(mark);
                case Moment.ImageAppeared any -> here.add(mark);
                case Moment.EmotionFelt any -> here.add(mark);
                case Moment.PositionTaken any -> here.add(mark);
                case Moment.Observed any -> here.add(mark);
                case Moment.Dialogue any -> here.add(mark);
                case Moment.Stillpoint any -> here.add(mark);
                case Moment.SignificanceStop any -> here.add(mark);
                case Moment.MemorySurfaced any -> here.add(mark);
                case Moment.Settled any -> elsewhere.add(mark);
                case Moment.Arced any -> elsewhere.add(mark);
                case Moment.Integrated any -> elsewhere.add(mark);
                case Moment.GroundingStep any -> elsewhere.add(mark);
                case Moment.Paused any -> elsewhere.add(mark);
                case Moment.Resumed any -> elsewhere.add(mark);
                case Moment.StopSignal any -> elsewhere.add(mark);
                case Moment.ConsentEnded any -> elsewhere.add(mark);
                case Moment.TouchAsked any -> elsewhere.add(mark);
                case Moment.Grounded any -> elsewhere.add(mark);
                case Moment.SignNoticed any -> here.add(mark);
                case Moment.StepTaken any -> elsewhere.add(mark);
                case Moment.AskedAfterStop any -> elsewhere.add(mark);
                case Moment.HelpCalled any -> elsewhere.add(mark);
                case Moment.Awareness any -> {} // told as a course
                case Moment.Distress any -> {} // told as a course
                case Moment.HandTaken any -> {} // nothing that happened
                case Moment.AfterSigning any -> {} // does not stand
                case Moment.Annotated any -> {} // stands beside its mark
                case Moment.Undone any -> {} // does not stand
                case Moment.Amended any -> {} // does not stand
            }
        }
        return new SessionFacts(
                sites.entrySet().stream()
                        .map(each -> new WorkedSite(each.getKey(), List.copyOf(each.getValue())))
                        .toList(),
                List.copyOf(elsewhere),
                course(marks, SessionFacts::distress),
                course(
                        marks,
                        moment -> moment instanceof Moment.Awareness(Score0To10 score)
                                ? Optional.of(score)
                                : Optional.empty()));
    }

    /** The marks that stand, in the order of the taps. */
    public static List<Mark> inOrder(Session session) {
        return session.standingMarks().stream()
                .sorted(Comparator.comparing(Mark::tappedAt))
                .toList();
    }

    /** The distress that a mark tells of. */
    public static Optional<Score0To10> distress(Moment moment) {
        return switch (moment) {
            case Moment.Distress(Score0To10 score) -> Optional.of(score);
            case Moment.Grounded(Score0To10 score) -> Optional.of(score);
            default -> Optional.empty();
        };
    }

    /** Whether the client gave the stop signal, or took their consent back. */
    public boolean stopped() {
        return elsewhere.stream()
                .anyMatch(mark ->
                        mark.moment() instanceof Moment.StopSignal || mark.moment() instanceof Moment.ConsentEnded);
    }

    private static Optional<FeltCourse> course(List<Mark> marks, Function<Moment, Optional<Score0To10>> of) {
        List<Score0To10> told =
                marks.stream().flatMap(mark -> of.apply(mark.moment()).stream()).toList();
        return told.isEmpty() ? Optional.empty() : Optional.of(new FeltCourse(told.getFirst(), told.getLast()));
    }
}
