package org.stillpoint.web.view;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.session.Site;
import org.stillpoint.words.PlaceNames;
import org.stillpoint.words.PlaceSearch;
import org.stillpoint.words.PlaceSearch.PlaceFound;
import org.stillpoint.words.Speaker;

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
    private final PlaceNames names;
    private final Speaker speaker;
    private final PlaceSearch search;

    public Places(Atlas atlas, Speaker speaker) {
        this.atlas = atlas;
        this.names = new PlaceNames(atlas);
        this.speaker = speaker;
        this.search = new PlaceSearch(atlas, speaker);
    }

    public Atlas atlas() {
        return atlas;
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

    /** The one search of all pages; see {@link PlaceSearch#find}. */
    public List<PlaceFound> search(String typed, boolean musclesOnly) {
        return search.find(typed, musclesOnly);
    }

    /** Whether the atlas has a region of this code, whatever text it is. */
    public boolean hasRegion(String code) {
        return atlas.regions().find(code).isPresent();
    }

    /** The region of this code, whatever text it is. */
    public Optional<PainRegion> region(String code) {
        return atlas.regions().find(code);
    }

    /** The site of this region's code or muscle's id; empty of whatever else it is. */
    public Optional<Site> site(String code) {
        if (hasMuscle(code)) {
            return Optional.of(new Site.MuscleSite(new MuscleId(code)));
        }
        return hasRegion(code) ? Optional.of(new Site.RegionSite(new RegionCode(code))) : Optional.empty();
    }

    /** Whether this region is drawn on the back. */
    boolean isBack(String code) {
        return atlas.regions()
                .find(code)
                .filter(region -> region.view() == PainRegion.View.BACK)
                .isPresent();
    }

    /** From where the most of these regions are seen: {@code back}, or {@code front} where it makes no difference. */
    public String view(Collection<String> codes) {
        long back = codes.stream().filter(this::isBack).count();
        return 2 * back > codes.size() ? "back" : "front";
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
        return speaker.say(names.joint(id));
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

    public Speaker speaker() {
        return speaker;
    }

    /** What the messages of this room are made with. */
    public PlaceNames names() {
        return names;
    }

    /** The region's name with its side; its code where the atlas does not know it (any more). */
    public String name(RegionCode code) {
        return speaker.say(names.region(code));
    }

    public String name(PainRegion region) {
        return speaker.say(PlaceNames.of(region));
    }

    public String muscle(String id) {
        return speaker.say(names.muscle(id));
    }

    /** What a therapist calls the place where a hand feels a muscle. */
    public String hand(String muscle) {
        return speaker.say(names.hand(muscle));
    }

    /** What a hand feels as one with a muscle, that one among them; the muscle alone where the atlas does not know it (any more). */
    public List<String> feltWith(String muscle) {
        return hasMuscle(muscle) ? atlas.handPlace(muscle).muscles() : List.of(muscle);
    }

    public String name(Muscle muscle) {
        return speaker.say(PlaceNames.of(muscle));
    }

    public String name(Site site) {
        return speaker.say(names.site(site));
    }

    /** Several regions as one phrase. */
    public String names(List<RegionCode> codes) {
        return speaker.say(names.regions(codes));
    }
}
