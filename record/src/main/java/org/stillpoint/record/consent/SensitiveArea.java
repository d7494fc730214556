package org.stillpoint.record.consent;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.stillpoint.record.Refused;
import org.stillpoint.record.session.Site;

/**
 * Places where touch is agreed to by a signature of its own. Source: College of Massage Therapists of Ontario, consent and sensitive areas: chest
 * wall, breast and upper inner thigh before each session, gluteal before the first; work inside the mouth stands apart. Which muscles and regions
 * of the atlas belong to which is our own choice, 2026. The breast is no site of the atlas and has
 * no muscle of its own: what lies under it is the chest wall. A constant's name is kept.
 */
public enum SensitiveArea {
    CHEST_WALL(
            true,
            Set.of("X108", "X109"),
            "pectoralis_(major|minor)|(external|internal)_intercostals|transversus_thoracis|serratus_anterior",
            Refused.Rule.CHEST_WALL_IS_NOT_SIGNED),
    BREAST(true, Set.of(), "", Refused.Rule.BREAST_IS_NOT_SIGNED),
    UPPER_INNER_THIGH(
            true,
            Set.of("X121", "X122"),
            "adductor_(brevis|longus|magnus)|gracilis|pectineus|obturator_externus",
            Refused.Rule.INNER_THIGH_IS_NOT_SIGNED),
    /** No area of the source; own choice, 2026: stricter than the source, for the atlas has its muscles. */
    PELVIC_FLOOR(
            true,
            Set.of(),
            "(ilio|pubo)?coccygeus|puborectalis|bulbospongiosus|superficial_transverse_perineal|obturator_internus",
            Refused.Rule.PELVIC_FLOOR_IS_NOT_SIGNED),
    GLUTEAL(
            false,
            Set.of("X223", "X224"),
            "gluteus_(maximus|medius|minimus)|piriformis|gemellus_(superior|inferior)|quadratus_femoris",
            Refused.Rule.GLUTEAL_IS_NOT_SIGNED),
    INSIDE_THE_MOUTH(false, Set.of(), "(lateral|medial)_pterygoid", Refused.Rule.MOUTH_IS_NOT_SIGNED);

    private final boolean eachSession;
    private final Set<String> regions;
    private final Pattern muscles;
    private final Refused.Rule missing;

    SensitiveArea(boolean eachSession, Set<String> regions, String muscles, Refused.Rule missing) {
        this.eachSession = eachSession;
        this.regions = regions;
        this.muscles = Pattern.compile("(" + muscles + ")(_.*)?");
        this.missing = missing;
    }

    /** Whether it is signed on the day of each session; else once, until the consent is withdrawn. */
    public boolean eachSession() {
        return eachSession;
    }

    /** What refuses a touch there without a signature. */
    public Refused.Rule missing() {
        return missing;
    }

    /** The area that a site lies in. */
    public static Optional<SensitiveArea> of(Site site) {
        return Arrays.stream(values()).filter(area -> area.has(site)).findFirst();
    }

    /** The area that a rule asks a signature for. */
    public static Optional<SensitiveArea> of(Refused.Rule rule) {
        return Arrays.stream(values()).filter(area -> area.missing == rule).findFirst();
    }

    private boolean has(Site site) {
        return switch (site) {
            case Site.RegionSite(var code) -> regions.contains(code.value());
            case Site.MuscleSite(var muscle) -> muscles.matcher(muscle.value()).matches();
        };
    }
}
