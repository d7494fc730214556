package org.stillpoint.strain.remote;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.strain.Load;

/**
 * Every named muscle, joint and segment exchanged for another of its kind, the same exchange on both sides: what a body of the same
 * stiffness would say that knows nothing of which part is which.
 */
final class Shuffle {

    private final Map<String, String> muscles;
    private final Map<String, String> joints;
    private final Map<String, String> segments;

    Shuffle(Atlas atlas, Random random) {
        muscles = exchange(atlas.muscles().list().stream().map(m -> m.id()).toList(), random);
        joints = exchange(atlas.joints().list().stream().map(j -> j.id()).toList(), random);
        segments = exchange(atlas.bodies().list().stream().map(b -> b.id()).toList(), random);
    }

    /** Parts of the sides among themselves, those of the midline among themselves. */
    private static Map<String, String> exchange(List<String> ids, Random random) {
        List<String> right = ids.stream().filter(id -> id.endsWith("_right")).toList();
        List<String> middle =
                ids.stream().filter(id -> Atlas.mirror(id).equals(id)).toList();
        Map<String, String> map = new HashMap<>();
        List<String> drawn = new ArrayList<>(right);
        Collections.shuffle(drawn, random);
        for (int i = 0; i < right.size(); i++) {
            map.put(right.get(i), drawn.get(i));
            map.put(Atlas.mirror(right.get(i)), Atlas.mirror(drawn.get(i)));
        }
        drawn = new ArrayList<>(middle);
        Collections.shuffle(drawn, random);
        for (int i = 0; i < middle.size(); i++) {
            map.put(middle.get(i), drawn.get(i));
        }
        return map;
    }

    List<Load> of(List<Load> loads) {
        return loads.stream().map(this::of).toList();
    }

    private Load of(Load load) {
        return switch (load) {
            case Load.MuscleLoad m ->
                new Load.MuscleLoad(new MuscleId(
                        muscles.getOrDefault(m.muscle().value(), m.muscle().value())));
            case Load.JointLoad j ->
                new Load.JointLoad(
                        new JointId(
                                joints.getOrDefault(j.joint().value(), j.joint().value())),
                        j.axis(),
                        j.sign());
            case Load.OnSegment s ->
                new Load.OnSegment(segments.getOrDefault(s.segment(), s.segment()), s.axis(), s.sign());
            case Load.SegmentPairLoad b ->
                new Load.SegmentPairLoad(
                        segments.getOrDefault(b.from(), b.from()),
                        segments.getOrDefault(b.to(), b.to()),
                        b.axis(),
                        b.sign());
            case Load.ContinuityLoad c -> c;
            case Load.LiftLoad l -> l;
        };
    }
}
