package org.stillpoint.web.view;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.Side;
import org.stillpoint.record.RegionCode;
import org.stillpoint.record.session.Site;
import org.stillpoint.strain.Carrier;

/** The names of the places on the body, as people read them. */
@Component
public final class Places {

    /** How the ids of the joints begin that are examined one by one; ribs, symphyses and membranes are not among them. */
    private static final List<String> MOVED = List.of(
            "temporomandibular",
            "intervertebral",
            "sacroiliac",
            "sternoclavicular",
            "acromioclavicular",
            "glenohumeral",
            "humeroulnar",
            "proximal_radioulnar",
            "radiocarpal",
            "metacarpophalangeal",
            "carpometacarpal",
            "hip_",
            "knee",
            "talocrural",
            "subtalar",
            "metatarsophalangeal");

    private final Atlas atlas;

    public Places(Atlas atlas) {
        this.atlas = atlas;
    }

    public List<PainRegion> regions() {
        return atlas.regions().list();
    }

    /** The regions of one view of the body, front or back, from head to foot as the atlas lists them. */
    public List<PainRegion> regions(PainRegion.View view) {
        return regions().stream().filter(region -> region.view() == view).toList();
    }

    public List<Muscle> muscles() {
        return atlas.muscles().list();
    }

    public boolean has(RegionCode code) {
        return atlas.regions().find(code.value()).isPresent();
    }

    /** Whether this region is drawn on the back. */
    boolean isBack(String code) {
        return atlas.regions()
                .find(code)
                .filter(region -> region.view() == PainRegion.View.BACK)
                .isPresent();
    }

    /** The joints that a hand can move one by one, as the atlas lists them. */
    public List<Joint> movedJoints() {
        return atlas.joints().list().stream()
                .filter(joint -> MOVED.stream().anyMatch(joint.id()::startsWith))
                .toList();
    }

    public boolean hasJoint(String id) {
        return atlas.joints().find(id).isPresent();
    }

    /** The joint's name with its side. */
    public String joint(String id) {
        return atlas.joints().find(id).map(Joint::name).orElse(id.replace('_', ' '));
    }

    public boolean hasMuscle(String id) {
        return atlas.muscles().find(id).isPresent();
    }

    /**
     * Place of a muscle in {@link #muscles()}.
     *
     * @throws java.util.NoSuchElementException if the atlas has none of that id
     */
    public int muscleIndex(String id) {
        return atlas.muscles().indexOf(id);
    }

    /** The region's name with its side; its code where the atlas does not know it (any more). */
    public String name(RegionCode code) {
        return atlas.regions().find(code.value()).map(Places::name).orElse(code.value());
    }

    public static String name(PainRegion region) {
        return named(region.name(), region.side());
    }

    public String muscle(String id) {
        return atlas.muscles().find(id).map(Places::name).orElse(id.replace('_', ' '));
    }

    public static String name(Muscle muscle) {
        return named(muscle.name(), muscle.side());
    }

    public String name(Site site) {
        return switch (site) {
            case Site.Muscle(String id) -> muscle(id);
            case Site.Region(RegionCode code) -> name(code);
        };
    }

    /** What carries load between segments. */
    public String name(Carrier carrier) {
        return switch (carrier) {
            case Carrier.MuscleFibres fibres -> muscle(fibres.muscle());
            case Carrier.FascialContinuity continuity -> continuity.name();
            case Carrier.JointTissue joint -> joint.name();
            case Carrier.ScarStrand scar -> scar.id();
            case Carrier.Ground ground -> "Sole on the ground";
            case Carrier.Posture posture -> "Posture control";
        };
    }

    /** Several regions as one phrase. */
    public String names(List<RegionCode> codes) {
        return codes.stream().map(this::name).collect(Collectors.joining("; "));
    }

    private static String named(String name, Side side) {
        String first = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return side == Side.MIDLINE ? first : first + ", " + side.name().toLowerCase(Locale.ROOT);
    }
}
