package org.stillpoint.record.touch;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;

/**
 * Where touch is welcome, as a client says it. Each map is kept as it was; the latest holds.
 *
 * @param wishes by region; of a region that is not named nothing was said
 * @param by whose hand said it: the therapist's with them, or their own
 * @param version how many there are of this client, this one included
 */
public record TouchMap(
        Id<TouchMap> id,
        Id<Client> client,
        Instant at,
        Map<RegionCode, TouchWish> wishes,
        IntakeHand by,
        Version version) {

    public TouchMap {
        wishes = Map.copyOf(wishes);
    }

    /** The strictest of what was said of some regions; empty where nothing was said of any. */
    public Optional<TouchWish> strictest(Collection<RegionCode> regions) {
        return regions.stream()
                .flatMap(region -> Stream.ofNullable(wishes.get(region)))
                .max(Comparator.naturalOrder());
    }

    /** The name of each wish by the code of its region: the wishes as a form has them. */
    public Map<String, String> typed() {
        return wishes.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        wish -> wish.getKey().value(), wish -> wish.getValue().name()));
    }

    /** Hides what was said. */
    @Override
    public String toString() {
        return "TouchMap[" + id + ", " + version + "]";
    }
}
