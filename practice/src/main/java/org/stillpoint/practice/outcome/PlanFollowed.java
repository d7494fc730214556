package org.stillpoint.practice.outcome;

import java.util.Collections;
import java.util.Optional;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.practice.session.SessionFacts;
import org.stillpoint.record.plan.SessionPlan;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Site;

/** Whether a session began where its plan said. */
public enum PlanFollowed {
    FOLLOWED,
    NOT_FOLLOWED,
    NO_PLAN;

    /** Own choice, 2026. */
    private static final int FIRST_PLACES = 3;

    /**
     * A plan was followed where the first place that hands came to is among the first three planned places, with the therapist's choice. A muscle
     * and a region count as one place where the muscle lies under the region. Empty where hands came to no place.
     */
    public static Optional<PlanFollowed> of(Session session, Optional<SessionPlan> plan) {
        return SessionFacts.of(session).sites().stream()
                .findFirst()
                .map(first -> plan.map(kept ->
                                kept.order().stream().limit(FIRST_PLACES).anyMatch(site -> isOne(site, first.site()))
                                        ? FOLLOWED
                                        : NOT_FOLLOWED)
                        .orElse(NO_PLAN));
    }

    private static boolean isOne(Site planned, Site engaged) {
        boolean bothMuscles = planned instanceof Site.MuscleSite && engaged instanceof Site.MuscleSite;
        return planned.equals(engaged)
                || !bothMuscles && !Collections.disjoint(RegionsOfSite.of(planned), RegionsOfSite.of(engaged));
    }
}
