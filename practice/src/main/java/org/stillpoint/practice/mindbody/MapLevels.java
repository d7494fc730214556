package org.stillpoint.practice.mindbody;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.session.Site;

/**
 * Both maps on the same four levels: 0 nothing, 1 slight, 2 clear, 3 strong. The rhythm has no level: it never enters a statistic. A region that is
 * not named is at 0.
 */
final class MapLevels {
    static final int LEVELS = Grade.MOST + 1;

    /**
     * Pain from which it is moderate, and from which it is severe, 0 to 10. Source: Boonstra et al. 2014 (Pain 155:2545), chronic musculoskeletal
     * pain on a visual scale: up to 3.4 mild interference with functioning, 3.5 to 6.4 moderate, from 6.5 severe (abstract read). On a numeric scale
     * they found up to 5, 6 and 7, from 8 (Boonstra et al. 2016, Frontiers in Psychology 7:1466, abstract read): cuts disagree.
     */
    private static final double MODERATE = 3.5;

    private static final double SEVERE = 6.5;

    private MapLevels() {}

    /** What the client marked. */
    static SortedMap<RegionCode, Integer> of(BodyMap map) {
        SortedMap<RegionCode, Integer> levels = new TreeMap<>();
        map.pain().forEach((region, score) -> {
            if (score.value() > 0) {
                levels.put(region, level(score));
            }
        });
        return levels;
    }

    private static int level(Score0To10 score) {
        return score.value() < MODERATE ? 1 : score.value() < SEVERE ? 2 : Grade.MOST;
    }

    /** What the hands found, at each region that a muscle lies under: the strongest of what was found there. */
    static SortedMap<RegionCode, Integer> of(Examination examination) {
        SortedMap<RegionCode, Integer> levels = new TreeMap<>();
        examination.findings().forEach((muscle, finding) -> {
            int grade = strongest(finding);
            if (grade > 0) {
                regions(muscle).forEach(region -> levels.merge(region, grade, Math::max));
            }
        });
        return levels;
    }

    private static int strongest(Finding finding) {
        return Stream.of(finding.restriction(), finding.tenderness(), finding.tension())
                .flatMap(Optional::stream)
                .mapToInt(Grade::value)
                .max()
                .orElse(0);
    }

    private static List<RegionCode> regions(MuscleId muscle) {
        return RegionsOfSite.of(new Site.MuscleSite(muscle)).stream().sorted().toList();
    }

    /** In the order of the regions. */
    static int[] inOrder(SortedMap<RegionCode, Integer> levels, List<RegionCode> regions) {
        return regions.stream()
                .mapToInt(region -> levels.getOrDefault(region, 0))
                .toArray();
    }
}
