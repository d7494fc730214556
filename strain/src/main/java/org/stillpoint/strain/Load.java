package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.MuscleLine;
import org.stillpoint.anatomy.PathPoint;
import org.stillpoint.anatomy.Side;

/** Something that can be done to the body, or whose answer can be looked at: the one is the work partner of the other. */
public sealed interface Load {

    /** A direction in the frame of the atlas. */
    enum AtlasAxis {
        /** Along x, y or z. */
        TX,
        TY,
        TZ,
        /** About x (side bending), y (turning) or z (flexion and extension). */
        RX,
        RY,
        RZ;

        /** 1 where the mirror image of a load along or about this axis has the same sign, else -1. */
        public int mirrorSign() {
            return this == TZ || this == RX || this == RY ? -1 : 1;
        }
    }

    /** Ids of the segments that it acts on. */
    List<String> segments(Atlas atlas);

    /** A held contraction of a named muscle. */
    record MuscleLoad(MuscleId muscle) implements Load {
        @Override
        public List<String> segments(Atlas atlas) {
            List<String> found = new ArrayList<>();
            for (MuscleLine line : atlas.muscles().get(muscle.value()).lines()) {
                line.points().stream().map(PathPoint::body).forEach(found::add);
            }
            return found.stream().distinct().toList();
        }
    }

    /** A shortening of a continuity. */
    record ContinuityLoad(String link) implements Load {
        @Override
        public List<String> segments(Atlas atlas) {
            FascialLink known = atlas.fascia().get(link);
            return FascialPath.of(atlas, known).points().stream()
                    .map(PathPoint::body)
                    .distinct()
                    .toList();
        }
    }

    /** A pair of opposite forces or moments across a joint. */
    record JointLoad(JointId joint, AtlasAxis axis, int sign) implements Load {
        @Override
        public List<String> segments(Atlas atlas) {
            Joint known = atlas.joints().get(joint.value());
            return List.of(known.parent(), known.child());
        }
    }

    /** Opposite moments on two segments that need not be neighbours. */
    record SegmentPairLoad(String from, String to, AtlasAxis axis, int sign) implements Load {
        public SegmentPairLoad {
            if (axis.ordinal() < AtlasAxis.RX.ordinal()) {
                throw new IllegalArgumentException(
                        "a load between two segments is a moment: rx, ry or rz, not " + axis);
            }
        }

        @Override
        public List<String> segments(Atlas atlas) {
            return List.of(atlas.bodies().get(from).id(), atlas.bodies().get(to).id());
        }
    }

    /** Something under one sole. */
    record LiftLoad(Side side) implements Load {
        @Override
        public List<String> segments(Atlas atlas) {
            return List.of("calcaneus_" + side.name().toLowerCase(Locale.ROOT));
        }
    }

    /** A force or moment on one segment, at its centre. */
    record OnSegment(String segment, AtlasAxis axis, int sign) implements Load {
        @Override
        public List<String> segments(Atlas atlas) {
            return List.of(atlas.bodies().get(segment).id());
        }
    }
}
