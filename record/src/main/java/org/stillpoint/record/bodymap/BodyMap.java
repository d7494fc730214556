package org.stillpoint.record.bodymap;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;

/**
 * Where it hurts at one instant, and how much.
 *
 * @param at when it was so
 * @param pain pain by region, 0 to 10; a region that is not named is painless
 * @param quality how it feels, where somebody said so; of a region that is painless nothing is kept
 * @param version grows with each change
 */
public record BodyMap(
        Id<BodyMap> id,
        Id<Client> client,
        Instant at,
        SortedMap<RegionCode, Score0To10> pain,
        SortedMap<RegionCode, PainQuality> quality,
        Version version) {

    public BodyMap {
        pain = Collections.unmodifiableSortedMap(new TreeMap<>(pain));
        SortedMap<RegionCode, PainQuality> felt = new TreeMap<>(quality);
        felt.keySet().retainAll(pain.keySet());
        quality = Collections.unmodifiableSortedMap(felt);
    }

    /** Where nobody said how it feels. */
    public BodyMap(
            Id<BodyMap> id, Id<Client> client, Instant at, SortedMap<RegionCode, Score0To10> pain, Version version) {
        this(id, client, at, pain, new TreeMap<>(), version);
    }

    /** A new map. */
    public static BodyMap drawn(Id<Client> client, Map<RegionCode, Score0To10> pain, Instant at) {
        return new BodyMap(Id.random(), client, at, new TreeMap<>(pain), Version.FIRST);
    }

    /** The same map with other pain, which feels as it did where it is still there; hand it to {@link BodyMaps#update}. */
    public BodyMap with(Map<RegionCode, Score0To10> newPain) {
        return with(newPain, quality);
    }

    /** The same map with other pain that feels otherwise; hand it to {@link BodyMaps#update}. */
    public BodyMap with(Map<RegionCode, Score0To10> newPain, Map<RegionCode, PainQuality> newQuality) {
        return new BodyMap(id, client, at, new TreeMap<>(newPain), new TreeMap<>(newQuality), version);
    }

    /** The same map, as seen at another version: what a page that was opened earlier rests on. */
    public BodyMap seenAt(Version seen) {
        return new BodyMap(id, client, at, pain, quality, seen);
    }

    /** Whether it says the same of the pain as another, whenever that was. */
    public boolean saysAs(BodyMap other) {
        return pain.equals(other.pain) && quality.equals(other.quality);
    }

    /** The pain in a region; none where the map does not name it. */
    public Score0To10 painIn(RegionCode region) {
        return pain.getOrDefault(region, Score0To10.NONE);
    }
}
