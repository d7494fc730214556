package org.stillpoint.web.plan;

import java.util.List;
import org.springframework.stereotype.Component;
import org.stillpoint.record.plan.LeftOutPlace;
import org.stillpoint.record.plan.PlanDraft;
import org.stillpoint.record.plan.PlannedPlace;
import org.stillpoint.record.plan.Slower;
import org.stillpoint.record.session.Site;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.Message;
import org.stillpoint.words.SessionPlanWords;
import org.stillpoint.words.Speaker;

/** Says a plan: each line with its reason. */
@Component
public final class PlanTold {
    private final Places places;
    private final Speaker speaker;

    PlanTold(Places places, Speaker speaker) {
        this.places = places;
        this.speaker = speaker;
    }

    /** What a therapist calls the place. */
    public String name(Site site) {
        return site instanceof Site.MuscleSite(var muscle) ? places.hand(muscle.value()) : places.name(site);
    }

    /** A region's code or a muscle's id, as pages send it. */
    public static String code(Site site) {
        return switch (site) {
            case Site.MuscleSite(var muscle) -> muscle.value();
            case Site.RegionSite(var region) -> region.value();
        };
    }

    public Message why(PlannedPlace place) {
        return new SessionPlanWords.Because(place.reason(), speaker.shortDay(place.day()));
    }

    List<Message> leftOut(PlanDraft draft) {
        return draft.leftOut().stream().map(this::leftOut).toList();
    }

    private Message leftOut(LeftOutPlace place) {
        String day = speaker.shortDay(place.day());
        return switch (place.why()) {
            case NEVER_WELCOME -> new SessionPlanWords.NeverSince(name(place.site()), day);
            case NOT_SIGNED -> new SessionPlanWords.NotSigned(name(place.site()), day);
        };
    }

    List<Message> slower(PlanDraft draft) {
        return draft.slower().stream().map(this::slower).toList();
    }

    private Message slower(Slower each) {
        String day = speaker.shortDay(each.day());
        return switch (each.why()) {
            case STOPPED -> new SessionPlanWords.Stopped(day);
            case WORSE -> new SessionPlanWords.Worse(day);
            case FIRST -> new SessionPlanWords.First();
            case SAFETY -> new SessionPlanWords.Safety(day);
        };
    }

    static Message length(PlanDraft draft) {
        return new SessionPlanWords.Length(
                draft.length().least(), draft.length().most());
    }
}
