package org.stillpoint.practice.mindbody;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.evidence.agreement.TwoMaps;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;

/**
 * The client's map beside the hands' map of one state of the body. None of both is called right.
 *
 * @param at when the hands began
 * @param client by region, 1 to 3
 * @param hands by region, 1 to 3
 * @param maps both as the estimators see them, over every region of the atlas
 * @param kappa agreement beyond chance
 * @param overlap places on both, as a share of those on either
 * @param first who was first
 */
public record MapsCompared(
        Instant at,
        SortedMap<RegionCode, Integer> client,
        SortedMap<RegionCode, Integer> hands,
        TwoMaps maps,
        TwoMaps.Agreement kappa,
        TwoMaps.Agreement overlap,
        WhoMapped first) {

    /** Places on each map below which nothing is said of chance. Own choice, 2026: with two, one place more or less is half of a map. */
    public static final int LEAST_MARKED = 3;

    /** Who made their map first, by the instants that are kept. */
    public enum WhoMapped {
        CLIENT,
        HANDS,
        /** At one instant, or one of both was changed after the other had begun. */
        NOT_KNOWN
    }

    /** What may be said of chance. */
    public enum BesideChance {
        MORE,
        /** The interval holds what chance would give. That is not to say that it was chance: three of three places may look so. */
        MAY_BE_CHANCE,
        TOO_FEW
    }

    static MapsCompared of(BodyMap map, Examination examination, List<RegionCode> regions, ZoneId zone) {
        SortedMap<RegionCode, Integer> client = MapLevels.of(map);
        SortedMap<RegionCode, Integer> hands = MapLevels.of(examination);
        TwoMaps maps =
                new TwoMaps(MapLevels.inOrder(client, regions), MapLevels.inOrder(hands, regions), MapLevels.LEVELS);
        return new MapsCompared(
                examination.at(),
                client,
                hands,
                maps,
                maps.weightedKappa(),
                maps.overlap(),
                first(map, examination, zone));
    }

    private static WhoMapped first(BodyMap map, Examination examination, ZoneId zone) {
        boolean sameDay = map.at()
                .atZone(zone)
                .toLocalDate()
                .equals(examination.at().atZone(zone).toLocalDate());
        boolean changed = sameDay && map.version().number() > Version.FIRST.number();
        int order = map.at().compareTo(examination.at());
        return order == 0 || changed ? WhoMapped.NOT_KNOWN : order < 0 ? WhoMapped.CLIENT : WhoMapped.HANDS;
    }

    /** How many places the client marked. */
    public int marked() {
        return maps.markedFirst();
    }

    /** At how many places the hands found anything. */
    public int found() {
        return maps.markedSecond();
    }

    /** How many places are on both. */
    public int same() {
        return maps.markedOnBoth();
    }

    public BesideChance besideChance() {
        boolean tooFew = marked() < LEAST_MARKED || found() < LEAST_MARKED || !kappa.isKnown();
        return tooFew ? BesideChance.TOO_FEW : kappa.low() > 0 ? BesideChance.MORE : BesideChance.MAY_BE_CHANCE;
    }

    /** Both values with the ends of their intervals. */
    public record AgreementFigures(
            double agreement,
            double agreementLow,
            double agreementHigh,
            double overlap,
            double overlapLow,
            double overlapHigh) {}

    /** Empty where nothing may be said of chance. */
    public Optional<AgreementFigures> figures() {
        return besideChance() == BesideChance.TOO_FEW || !overlap.isKnown()
                ? Optional.empty()
                : Optional.of(new AgreementFigures(
                        kappa.value(), kappa.low(), kappa.high(), overlap.value(), overlap.low(), overlap.high()));
    }
}
