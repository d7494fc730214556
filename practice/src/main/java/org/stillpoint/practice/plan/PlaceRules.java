package org.stillpoint.practice.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.practice.session.SessionFacts.WorkedSite;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.plan.PlanReason;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Site;

/** One rule for each {@link PlanReason}: which places it names, in its own order, each with the day of its fact. */
final class PlaceRules {

    /** From this grade on a restriction is a reason: the middle one of those that speak for a muscle. */
    private static final int CLEAR = 2;

    /** Own choice, 2026: what the trace says of further places is little. */
    private static final int MOST_TRACED = 3;

    /** In the order in which places are taken. */
    static final List<Function<PlanFacts, Stream<PlannedPlace>>> IN_ORDER =
            List.of(PlaceRules::unfinished, PlaceRules::found, PlaceRules::traced, PlaceRules::letGo, PlaceRules::told);

    private PlaceRules() {}

    /** Where hands were last time and not all of it let go, in the order in which they came there. */
    static Stream<PlannedPlace> unfinished(PlanFacts facts) {
        return facts.last().stream()
                .flatMap(last -> SessionFacts.of(last).sites().stream()
                        .filter(worked -> worked.released().orElse(0) < 1)
                        .map(worked -> place(facts, worked, last, PlanReason.UNFINISHED)));
    }

    /** Where a hand found a clear restriction or a strong one, the strongest first. */
    static Stream<PlannedPlace> found(PlanFacts facts) {
        return facts.found().stream()
                .flatMap(examination -> examination.findings().entrySet().stream()
                        .filter(each -> grade(each.getValue()) >= CLEAR)
                        .sorted(Comparator.comparing((Map.Entry<MuscleId, Finding> each) -> grade(each.getValue()))
                                .reversed()
                                .thenComparing(each -> each.getKey().value()))
                        .map(each -> new PlannedPlace(
                                new Site.MuscleSite(each.getKey()),
                                PlanReason.FOUND,
                                facts.day(examination.at()),
                                false)));
    }

    /** The first places of the trace. */
    static Stream<PlannedPlace> traced(PlanFacts facts) {
        return facts.trace().stream()
                .flatMap(trace -> trace.sites().stream()
                        .limit(MOST_TRACED)
                        .map(site -> new PlannedPlace(site, PlanReason.TRACED, facts.day(trace.marked()), false)));
    }

    /** Where something let go before, the latest first. */
    static Stream<PlannedPlace> letGo(PlanFacts facts) {
        return facts.held().reversed().stream()
                .flatMap(session -> SessionFacts.of(session).sites().stream()
                        .filter(worked -> worked.released().orElse(0) > 0)
                        .map(worked -> place(facts, worked, session, PlanReason.LET_GO)));
    }

    /** Where told events struck, in the order in which they were told. */
    static Stream<PlannedPlace> told(PlanFacts facts) {
        return facts.told().stream()
                .flatMap(event -> event.told().places().stream()
                        .map(region -> new PlannedPlace(
                                new Site.RegionSite(region), PlanReason.TOLD, facts.day(event.recordedAt()), false)));
    }

    private static PlannedPlace place(PlanFacts facts, WorkedSite worked, EndedSession session, PlanReason why) {
        return new PlannedPlace(worked.site(), why, facts.day(session.startedAt()), false);
    }

    private static int grade(Finding finding) {
        return finding.restriction().map(grade -> grade.value()).orElse(0);
    }
}
