package org.stillpoint.practice.body;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.record.session.Site;

/** Which regions hands are at, where they are at a site: a muscle lies under those that a good part of it runs through. */
public final class RegionsOfSite {

    /** Share of a muscle's length from which it lies under a region. Own choice, 2026: so that one which only begins there does not. */
    private static final double LEAST = 0.2;

    /** Worked out once. */
    private static final class OfStandardBody {
        static final Map<String, Set<RegionCode>> REGIONS = ofMuscles(Atlas.standard());
    }

    private RegionsOfSite() {}

    /** None of a site that the atlas does not know (any more). */
    public static Set<RegionCode> of(Site site) {
        return switch (site) {
            case Site.RegionSite(RegionCode code) -> Set.of(code);
            case Site.MuscleSite(var muscle) -> OfStandardBody.REGIONS.getOrDefault(muscle.value(), Set.of());
        };
    }

    private static Map<String, Set<RegionCode>> ofMuscles(Atlas atlas) {
        PainMapping mapping = PainMapping.of(atlas);
        List<PainRegion> regions = atlas.regions().list();
        List<Muscle> muscles = atlas.muscles().list();
        Map<String, Set<RegionCode>> under = new HashMap<>();
        for (int m = 0; m < muscles.size(); m++) {
            double[] shares = mapping.under(m);
            Set<RegionCode> over = new HashSet<>();
            for (int r = 0; r < shares.length; r++) {
                if (shares[r] >= LEAST) {
                    over.add(new RegionCode(regions.get(r).code()));
                }
            }
            under.put(muscles.get(m).id(), Set.copyOf(over));
        }
        return Map.copyOf(under);
    }
}
