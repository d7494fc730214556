package org.stillpoint.web.session;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.anatomy.Point;
import org.stillpoint.practice.session.Arcing;
import org.stillpoint.practice.session.Arcing.ArcMeeting;
import org.stillpoint.practice.session.Arcing.ArcingRay;
import org.stillpoint.web.view.ArcingTold;
import org.stillpoint.web.view.Places;

/**
 * What arcing says, as its page shows it.
 *
 * @param said where the rays meet, or why they do not; and that the trace had been opened before
 * @param rays both ends of each ray, x, y and z in metres, in the frame of the atlas
 */
public record ArcingShown(List<String> said, List<List<Double>> rays) {

    /** How far a ray is drawn that meets no other. Own choice, 2026: it leaves the trunk on any side. */
    private static final double ALONE_M = 0.4;

    static ArcingShown of(Arcing arcing, Places places) {
        List<String> said = new ArrayList<>();
        said.add(places.speaker().say(ArcingTold.of(arcing, places)));
        ArcingTold.traceSeen(arcing).ifPresent(seen -> said.add(places.speaker().say(seen)));
        return new ArcingShown(
                said,
                arcing.rays().stream().map(ray -> ends(ray, arcing.meeting())).toList());
    }

    private static List<Double> ends(ArcingRay ray, ArcMeeting meeting) {
        Point from = ray.from();
        double length = meeting instanceof ArcMeeting.MeetAt met ? from.distanceTo(met.at()) : ALONE_M;
        return List.of(
                from.x(),
                from.y(),
                from.z(),
                from.x() + length * ray.towards().x(),
                from.y() + length * ray.towards().y(),
                from.z() + length * ray.towards().z());
    }
}
