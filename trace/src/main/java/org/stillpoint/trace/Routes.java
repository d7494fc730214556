package org.stillpoint.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.strain.Explanation;
import org.stillpoint.strain.FeltPlace;
import org.stillpoint.strain.StrainNetwork;

/** Finds the ways of {@link Route}, by the strain as it spreads before the body has adapted to any of it. */
final class Routes {
    /** Ways beyond this many are counted as rest. */
    private static final int MOST_WAYS = 3;

    /** Ways that carry less than this share are counted as rest. */
    private static final double LEAST_SHARE = 0.02;

    private final StrainNetwork network;
    private final TissueMemory memory;

    Routes(StrainNetwork network, TissueMemory memory) {
        this.network = network;
        this.memory = memory;
    }

    Route of(int held, int region, double points) {
        PainMapping mapping = memory.mapping();
        List<Muscle> muscles = mapping.atlas().muscles().list();
        double[] pull = memory.pull(held);
        double[] felt = new double[pull.length];
        double total = 0;
        for (int i = 0; i < felt.length; i++) {
            felt[i] = pull[i] > 0 ? pull[i] * mapping.felt(i)[region] : 0;
            total += felt[i];
        }
        double all = total;
        String code = mapping.atlas().regions().list().get(region).id();
        List<Route.Way> ways = IntStream.range(0, felt.length)
                .filter(i -> felt[i] > LEAST_SHARE * all)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -felt[i]))
                .limit(MOST_WAYS)
                .map(i -> new Route.Way(felt[i] / all, steps(muscles.get(held).id(), i, pull[i], region)))
                .toList();
        double rest = ways.isEmpty()
                ? 0
                : Math.max(0, 1 - ways.stream().mapToDouble(Route.Way::share).sum());
        return new Route(new MuscleId(muscles.get(held).id()), new RegionCode(code), points, ways, rest);
    }

    private List<RouteStep> steps(String held, int tightened, double tension, int region) {
        PainMapping mapping = memory.mapping();
        String muscle = mapping.atlas().muscles().list().get(tightened).id();
        List<RouteStep> steps = new ArrayList<>();
        steps.add(new RouteStep.Held(new MuscleId(held)));
        if (!muscle.equals(held)) {
            network.explain(new MuscleId(held), new FeltPlace.OfMuscle(new MuscleId(muscle))).routes().stream()
                    .limit(1)
                    .map(Explanation.LoadRoute::steps)
                    .flatMap(List::stream)
                    .forEach(step -> steps.add(new RouteStep.Carried(step.from(), step.by(), step.to(), step.share())));
            steps.add(new RouteStep.Tightened(new MuscleId(muscle), tension));
        }
        double share = mapping.felt(tightened)[region];
        boolean referred = mapping.under(tightened)[region] < share / 2;
        steps.add(new RouteStep.Felt(
                new RegionCode(mapping.atlas().regions().list().get(region).id()), share, referred));
        return steps;
    }
}
