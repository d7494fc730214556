package org.stillpoint.practice.intake;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.PainQuality;

/**
 * Where it hurts and how, as it is told within an intake.
 *
 * @param pain by region, above 0
 * @param quality of those regions, where it was said
 */
public record ToldPain(SortedMap<RegionCode, Score0To10> pain, SortedMap<RegionCode, PainQuality> quality) {
    private static final String REGION = "X\\d{3}";
    private static final String NUMBER = "\\d{1,2}([.,]\\d{1,3})?";

    /** The field in which it is said how it feels at a region. */
    public static String quality(String region) {
        return "kind-" + region;
    }

    /** As it was typed: a score by the code of its region; what is none is left out. */
    public static ToldPain of(Map<String, String> typed) {
        SortedMap<RegionCode, Score0To10> pain = new TreeMap<>();
        SortedMap<RegionCode, PainQuality> quality = new TreeMap<>();
        typed.forEach((field, text) -> {
            if (field.matches(REGION) && text.strip().matches(NUMBER)) {
                double score = Double.parseDouble(text.strip().replace(',', '.'));
                if (score > Score0To10.LEAST && score <= Score0To10.MOST) {
                    pain.put(new RegionCode(field), Score0To10.of(score));
                    Arrays.stream(PainQuality.values())
                            .filter(each -> each.name().equals(typed.getOrDefault(quality(field), "")))
                            .findFirst()
                            .ifPresent(felt -> quality.put(new RegionCode(field), felt));
                }
            }
        });
        return new ToldPain(pain, quality);
    }

    public boolean isEmpty() {
        return pain.isEmpty();
    }

    /** Whether a map says the same. */
    public boolean isOn(BodyMap map) {
        return pain.equals(map.pain()) && quality.equals(map.quality());
    }
}
