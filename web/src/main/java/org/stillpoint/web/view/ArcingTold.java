package org.stillpoint.web.view;

import java.util.Optional;
import org.stillpoint.practice.session.Arcing;
import org.stillpoint.practice.session.Arcing.ArcMeeting;
import org.stillpoint.words.ArcingWords;
import org.stillpoint.words.Message;

/** What arcing says, in words. */
public final class ArcingTold {
    private ArcingTold() {}

    public static Message of(Arcing arcing, Places places) {
        return switch (arcing.meeting()) {
            case ArcMeeting.OneRay() -> ArcingWords.ONE_RAY;
            case ArcMeeting.NearlyParallel() -> ArcingWords.NEARLY_PARALLEL;
            case ArcMeeting.PointApart() -> ArcingWords.POINT_APART;
            case ArcMeeting.MeetAt(var at, double spreadCm, var region) ->
                new ArcingWords.MeetNear(arcing.rays().size(), places.name(region), (int) Math.ceil(spreadCm));
        };
    }

    /** That the trace had been opened in this visit before. */
    public static Optional<Message> traceSeen(Arcing arcing) {
        return arcing.traceSeen() ? Optional.of(ArcingWords.TRACE_SEEN) : Optional.empty();
    }
}
