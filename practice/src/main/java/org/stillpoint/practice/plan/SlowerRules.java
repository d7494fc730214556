package org.stillpoint.practice.plan;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.plan.SlowerReason;

/** One rule for each {@link SlowerReason}. */
final class SlowerRules {

    /** In the order in which they are said. */
    static final List<Function<PlanFacts, Optional<Slower>>> IN_ORDER =
            List.of(SlowerRules::stopped, SlowerRules::worse, SlowerRules::first, SlowerRules::safety);

    private SlowerRules() {}

    static Optional<Slower> stopped(PlanFacts facts) {
        return facts.last()
                .filter(last -> SessionFacts.of(last).stopped())
                .map(last -> new Slower(SlowerReason.STOPPED, facts.day(last.startedAt())));
    }

    /** Said or judged since the last session, whether or not somebody has seen to it. */
    static Optional<Slower> worse(PlanFacts facts) {
        return facts.diary().stream()
                .filter(given ->
                        facts.last().stream().allMatch(last -> given.at().isAfter(last.startedAt())))
                .filter(given -> given.saysWorse() || given.turnedWorse())
                .map(CheckIn::at)
                .reduce((before, latest) -> latest)
                .map(at -> new Slower(SlowerReason.WORSE, facts.day(at)));
    }

    static Optional<Slower> first(PlanFacts facts) {
        return facts.held().isEmpty() ? Optional.of(new Slower(SlowerReason.FIRST, facts.today())) : Optional.empty();
    }

    /** Whatever the latest check found, even where somebody answered for it. */
    static Optional<Slower> safety(PlanFacts facts) {
        return facts.check()
                .filter(check -> !check.found().isEmpty())
                .map(check -> new Slower(SlowerReason.SAFETY, facts.day(check.at())));
    }
}
