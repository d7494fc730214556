package org.stillpoint.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.anatomy.Side;
import org.stillpoint.practice.body.RouteLine;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.session.Site;
import org.stillpoint.strain.Carrier;

/** What people call the places of an atlas. What the atlas does not know (any more) is called by its id. */
public final class PlaceNames {

    private static final Pattern BRACKETED = Pattern.compile("(.+) \\((right|left)\\)");

    private final Atlas atlas;

    public PlaceNames(Atlas atlas) {
        this.atlas = atlas;
    }

    public Message muscle(String id) {
        return atlas.muscles().find(id).map(PlaceNames::of).orElseGet(() -> byId(id));
    }

    /**
     * What a therapist calls the place where a hand feels this muscle: that of all muscles which it does not tell from it. What the atlas does
     * not know (any more) is called by its id.
     */
    public Message hand(String muscle) {
        Optional<Muscle> known = atlas.muscles().find(muscle);
        return known.<Message>flatMap(each -> called(atlas.handPlace(each.id()).name())
                        .map(name -> new PlaceWords.HandSided(name, each.side())))
                .orElseGet(() -> muscle(muscle));
    }

    private static Optional<PlaceWords> called(String place) {
        return Arrays.stream(PlaceWords.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(place))
                .findFirst();
    }

    public Message region(RegionCode code) {
        return atlas.regions().find(code.value()).map(PlaceNames::of).orElseGet(() -> byId(code.value()));
    }

    public Message joint(String id) {
        return atlas.joints().find(id).map(joint -> sided(joint.name())).orElseGet(() -> byId(id));
    }

    /** A segment of the body, or the ground. */
    public Message segment(String id) {
        return id.equals(RouteLine.GROUND)
                ? PlaceWords.GROUND
                : atlas.bodies()
                        .find(id)
                        .map(segment -> sided(segment.name()))
                        .orElseGet(() -> new CommonWords.Verbatim(id));
    }

    public Message site(Site site) {
        return switch (site) {
            case Site.MuscleSite(MuscleId id) -> muscle(id.value());
            case Site.RegionSite(RegionCode code) -> region(code);
        };
    }

    /** Several regions as one phrase. */
    public Message regions(List<RegionCode> codes) {
        return new PlaceWords.Several(codes.stream().map(this::region).toList());
    }

    /**
     * Where a map says that it hurts most, the worst first.
     *
     * @param atMost how many places
     */
    public List<Message> hurting(BodyMap map, int atMost) {
        List<Message> worst = map.pain().entrySet().stream()
                .filter(place -> place.getValue().compareTo(Score0To10.NONE) > 0)
                .sorted((one, other) -> other.getValue().compareTo(one.getValue()))
                .limit(atMost)
                .<Message>map(place -> new ClientWords.PainIn(region(place.getKey()), place.getValue()))
                .toList();
        return worst.isEmpty() ? List.of(ClientWords.NOWHERE) : worst;
    }

    /** What carries load between segments. */
    public Message carrier(Carrier carrier) {
        return switch (carrier) {
            case Carrier.MuscleFibres fibres -> muscle(fibres.muscle().value());
            case Carrier.FascialContinuity continuity -> sided(continuity.name());
            case Carrier.JointTissue joint -> sided(joint.name());
            case Carrier.ScarStrand scar -> new CommonWords.Verbatim(scar.id());
            case Carrier.Ground ground -> PlaceWords.SOLE_ON_GROUND;
            case Carrier.PostureControl posture -> PlaceWords.POSTURE_CONTROL;
        };
    }

    public static Message of(PainRegion region) {
        return new PlaceWords.Sided(PlaceName.of(region.name()), region.side());
    }

    public static Message of(Muscle muscle) {
        return new PlaceWords.Sided(PlaceName.of(muscle.name()), muscle.side());
    }

    private static Message byId(String id) {
        return new CommonWords.Verbatim(id.replace('_', ' '));
    }

    /** Of a joint, a segment or a fascial line, whose tables put the side behind the name in brackets. */
    private static Message sided(String name) {
        Matcher found = BRACKETED.matcher(name);
        return found.matches()
                ? new PlaceWords.Sided(
                        PlaceName.of(found.group(1)),
                        Side.valueOf(found.group(2).toUpperCase(Locale.ROOT)))
                : new PlaceWords.Unsided(PlaceName.of(name));
    }

    /** A name as it stands inside a sentence; abbreviations keep their capitals. */
    static Message inside(Message place) {
        return switch (place) {
            case PlaceWords.Sided(PlaceName name, var side) -> new PlaceWords.Sided(name.within(), side);
            case PlaceWords.Unsided(PlaceName name) -> new PlaceWords.Unsided(name.within());
            case PlaceWords.SOLE_ON_GROUND -> PlaceWords.SOLE_INSIDE;
            case PlaceWords.POSTURE_CONTROL -> PlaceWords.POSTURE_INSIDE;
            default -> place;
        };
    }
}
