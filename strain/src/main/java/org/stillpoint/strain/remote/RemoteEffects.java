package org.stillpoint.strain.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.Side;
import org.stillpoint.strain.Load;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.remote.StructureNames.Half;

/**
 * Holds the model against published remote effects. The prediction for a row is the coupling of source and target in the body
 * ({@link StrainNetwork#coupling}); what was done to the source (stretched, contracted, released, hurt) only changes its sign and is
 * not used. Nothing in the model was fitted to these rows.
 */
public final class RemoteEffects {

    /** Random pairs drawn for each pair that was found. */
    private static final int MATCHES = 200;

    /** Exchanges of the body's parts. */
    private static final int SHUFFLES = 40;

    /** One protocol in so many is kept aside when the mapping is counted. */
    private static final int ASIDE = 10;

    private static final long SEED = 20261122;
    private static final Pattern RANK = Pattern.compile("rank test:\\s*(.+?)\\s*(?:must exceed|>)\\s*([^;.]+)");

    /** One row in the model's terms; lists of equal length, one entry for each half of the target that is asked for. */
    private record Mapped(List<Load> source, List<List<Load>> targets) {}

    private final Atlas atlas;
    private final StrainNetwork network;
    private final StructureNames names;
    private final SkeletonDistance distance;
    private final Random random = new Random(SEED);
    private final List<Shuffle> shuffles;

    public RemoteEffects(Atlas atlas, StrainNetwork network) {
        this.atlas = atlas;
        this.network = network;
        names = new StructureNames(atlas);
        distance = new SkeletonDistance(atlas);
        shuffles = Stream.generate(() -> new Shuffle(atlas, random))
                .limit(SHUFFLES)
                .toList();
    }

    /**
     * Scores the model.
     *
     * @param rows published effects
     * @param recalled whether rows marked 2, recalled and not checked, count too
     */
    public RemoteEffectsReport score(List<RemoteEffect> rows, boolean recalled) {
        List<String> unmapped = new ArrayList<>();
        Map<String, Map<String, List<RemoteEffect>>> classes = new TreeMap<>();
        int[] leftOut = new int[4];
        int[] aside = new int[2];
        for (RemoteEffect row : rows) {
            Map<String, List<RemoteEffect>> pairs =
                    classes.computeIfAbsent(row.mechanism(), c -> new LinkedHashMap<>());
            boolean mapped = map(row) != null;
            if (Math.floorMod(row.protocol().hashCode(), ASIDE) == 0) {
                aside[mapped ? 0 : 1]++;
            }
            if (!mapped) {
                unmapped.add(row.id());
            } else if (!row.isRemote()) {
                leftOut[row.doubt() == 2 ? 2 : row.dynamic() ? 1 : 0]++;
            } else if (row.use() == 1 || (recalled && row.use() == 2)) {
                pairs.computeIfAbsent(row.protocol() + "/" + row.pair(), p -> new ArrayList<>())
                        .add(row);
            } else {
                leftOut[3]++;
            }
        }
        List<RemoteEffectsReport.MechanismClass> scored = new ArrayList<>();
        classes.forEach((mechanism, pairs) -> scored.add(
                score(mechanism, pairs.values().stream().map(this::pair).toList())));
        return new RemoteEffectsReport(
                scored,
                new RemoteEffectsReport.LeftOut(leftOut[0], leftOut[1], leftOut[2], leftOut[3]),
                new RemoteEffectsReport.Mapping(
                        rows.size() - unmapped.size(), rows.size(), aside[0], aside[0] + aside[1]),
                unmapped,
                orders(rows),
                new DoseAndSign(atlas, network).tests());
    }

    private static RemoteEffectsReport.MechanismClass score(String mechanism, List<Ranking.StructurePair> pairs) {
        Ranking ranking = new Ranking(pairs, SEED);
        int found = (int) pairs.stream().filter(Ranking.StructurePair::found).count();
        return new RemoteEffectsReport.MechanismClass(
                mechanism,
                ranking.auc(Ranking.StructurePair::coupling).map(RemoteEffects::chance),
                ranking.auc(p -> -p.metres()).map(RemoteEffects::chance),
                ranking.shuffled().map(RemoteEffects::chance),
                ranking.meanOfFound(Ranking.StructurePair::matched).map(RemoteEffects::chance),
                found,
                pairs.size() - found,
                (int) pairs.stream()
                        .map(Ranking.StructurePair::protocol)
                        .distinct()
                        .count());
    }

    private static RemoteEffectsReport.Chance chance(Ranking.RankedEstimate i) {
        return new RemoteEffectsReport.Chance(i.middle(), i.low(), i.high());
    }

    /** One pair of structures: what most of its rows found (on a tie: found), and the mean prediction of those rows. */
    private Ranking.StructurePair pair(List<RemoteEffect> rows) {
        long positive = rows.stream().filter(RemoteEffect::found).count();
        boolean found = 2 * positive >= rows.size();
        double coupling = 0;
        double metres = 0;
        double matched = 0;
        double weight = 0;
        double[] shuffled = new double[SHUFFLES];
        int count = 0;
        for (RemoteEffect row : rows) {
            Mapped mapped = map(row);
            if (row.found() == found && mapped != null) {
                double here = coupling(mapped);
                coupling += here;
                metres += metres(mapped);
                matched += found ? aboveMatched(mapped, here) : 0;
                weight += row.weight();
                for (int s = 0; s < SHUFFLES; s++) {
                    shuffled[s] += coupling(exchanged(mapped, shuffles.get(s)));
                }
                count++;
            }
        }
        int n = count;
        return new Ranking.StructurePair(
                rows.getFirst().protocol(),
                found,
                weight / n,
                coupling / n,
                metres / n,
                matched / n,
                Arrays.stream(shuffled).map(x -> x / n).toArray());
    }

    private static Mapped exchanged(Mapped mapped, Shuffle shuffle) {
        return new Mapped(
                shuffle.of(mapped.source()),
                mapped.targets().stream().map(shuffle::of).toList());
    }

    private @org.jspecify.annotations.Nullable Mapped map(RemoteEffect row) {
        Half source =
                switch (row.sourceSide()) {
                    case "both", "midline", "one side and both" -> Half.BOTH;
                    case "contralateral" -> Half.LEFT;
                    default -> Half.RIGHT;
                };
        boolean twoSided = source == Half.BOTH;
        List<Half> targets =
                switch (row.targetSide()) {
                    case "contralateral" -> List.of(twoSided ? Half.BOTH : Half.LEFT);
                    case "both", "midline" -> twoSided ? List.of(Half.BOTH) : List.of(Half.RIGHT, Half.LEFT);
                    default -> List.of(twoSided ? Half.BOTH : Half.RIGHT);
                };
        List<Load> from = names.find(row.source(), source);
        List<List<Load>> to =
                targets.stream().map(h -> names.find(row.target(), h)).toList();
        return from.isEmpty() || to.stream().anyMatch(List::isEmpty) ? null : new Mapped(from, to);
    }

    private double coupling(Mapped mapped) {
        return mapped.targets().stream()
                .mapToDouble(t -> network.coupling(mapped.source(), t))
                .average()
                .orElse(0);
    }

    private double metres(Mapped mapped) {
        return mapped.targets().stream()
                .mapToDouble(t -> distance.metres(mapped.source(), t))
                .average()
                .orElse(0);
    }

    /**
     * The share of random pairs of the same kind, with the same number of joints between them, whose coupling is smaller (ties
     * count half). A random source is a named muscle on the same half or halves; a random target is a named muscle where the
     * target is one, else the rotation of a joint.
     */
    private double aboveMatched(Mapped mapped, double coupling) {
        List<Load> target = mapped.targets().getFirst();
        boolean muscle =
                target.stream().allMatch(l -> l instanceof Load.MuscleLoad || l instanceof Load.ContinuityLoad);
        int wanted = distance.joints(mapped.source(), target);
        boolean twoSided = mapped.source().size() > 1
                && mapped.source().stream().anyMatch(l -> isOn(l, "_left"))
                && mapped.source().stream().anyMatch(l -> isOn(l, "_right"));
        double above = 0;
        int drawn = 0;
        for (int trial = 0; trial < 200 * MATCHES && drawn < MATCHES; trial++) {
            List<Load> from = halves(
                    new Load.MuscleLoad(new MuscleId(any(atlas.muscles().list()).id())), twoSided);
            List<Load> to = halves(
                    muscle
                            ? new Load.MuscleLoad(
                                    new MuscleId(any(atlas.muscles().list()).id()))
                            : randomRotation(),
                    twoSided);
            if (!from.equals(to) && distance.joints(from, to) == wanted) {
                double other = network.coupling(from, to);
                above += other < coupling ? 1 : other == coupling ? 0.5 : 0;
                drawn++;
            }
        }
        return drawn == 0 ? 0.5 : above / drawn;
    }

    private Load randomRotation() {
        Joint joint = any(atlas.joints().list());
        Load.AtlasAxis[] axes = {Load.AtlasAxis.RX, Load.AtlasAxis.RY, Load.AtlasAxis.RZ};
        return new Load.JointLoad(new JointId(joint.id()), axes[random.nextInt(3)], 1);
    }

    /** The load, with its mirror image if both halves are meant. */
    private static List<Load> halves(Load load, boolean both) {
        if (!both) {
            return List.of(load);
        }
        Load mirrored =
                switch (load) {
                    case Load.MuscleLoad m ->
                        new Load.MuscleLoad(new MuscleId(Atlas.mirror(m.muscle().value())));
                    case Load.JointLoad j ->
                        new Load.JointLoad(
                                new JointId(Atlas.mirror(j.joint().value())),
                                j.axis(),
                                j.sign() * j.axis().mirrorSign());
                    default -> load;
                };
        boolean midline = load instanceof Load.JointLoad j
                && Atlas.mirror(j.joint().value()).equals(j.joint().value());
        return midline || mirrored.equals(load) ? List.of(load) : List.of(load, mirrored);
    }

    private boolean isOn(Load load, String side) {
        return switch (load) {
            case Load.MuscleLoad m -> m.muscle().value().endsWith(side);
            case Load.ContinuityLoad c -> c.link().endsWith(side);
            case Load.JointLoad j -> j.joint().value().endsWith(side);
            case Load.SegmentPairLoad b -> b.to().endsWith(side);
            case Load.LiftLoad l -> side.equals(l.side() == Side.RIGHT ? "_right" : "_left");
            case Load.OnSegment s -> s.segment().endsWith(side);
        };
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<RemoteEffectsReport.Order> orders(List<RemoteEffect> rows) {
        List<RemoteEffectsReport.Order> orders = new ArrayList<>();
        for (RemoteEffect row : rows) {
            Matcher rank = RANK.matcher(row.notes());
            if (rank.find()) {
                check(row, rank.group(1), row, rank.group(2), row, orders);
            }
            if (row.size().contains("weaker than")) {
                for (RemoteEffect other : rows) {
                    boolean comparable = other != row
                            && other.found()
                            && other.citation().equals(row.citation())
                            && other.target().equals(row.target())
                            && !other.size().contains("weaker than");
                    if (comparable) {
                        check(row, other.source(), other, row.source(), row, orders);
                    }
                }
            }
        }
        return orders;
    }

    private void check(
            RemoteEffect said,
            String larger,
            RemoteEffect largerRow,
            String smaller,
            RemoteEffect smallerRow,
            List<RemoteEffectsReport.Order> orders) {
        Mapped large = map(largerRow.withSource(larger));
        Mapped small = map(smallerRow.withSource(smaller));
        if (large != null && small != null) {
            double a = coupling(large);
            double b = coupling(small);
            orders.add(new RemoteEffectsReport.Order(said.id(), larger, smaller, said.target(), a, b));
        }
    }
}
