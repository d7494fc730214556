package org.stillpoint.practice.checkin;

import java.util.SortedMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;

/** Where it hurts, as said with a check-in. */
public sealed interface PainSaid {

    /**
     * The map that a check-in began with.
     *
     * @param version that was shown
     */
    record ShownMap(Id<BodyMap> map, Version version) {
        public static ShownMap of(BodyMap map) {
            return new ShownMap(map.id(), map.version());
        }
    }

    /** It hurts as on the map that was shown. */
    record StillSo(ShownMap shown) implements PainSaid {}

    /**
     * It hurts otherwise now.
     *
     * @param shown from which the marks were taken
     * @param pain by region; a region that is not named is painless
     */
    record MarkedNow(ShownMap shown, SortedMap<RegionCode, Score0To10> pain) implements PainSaid {}

    /**
     * It hurts so now; no map was shown, or there was none.
     *
     * @param pain by region; a region that is not named is painless
     */
    record MarkedAnew(SortedMap<RegionCode, Score0To10> pain) implements PainSaid {}
}
