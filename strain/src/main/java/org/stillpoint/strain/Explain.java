package org.stillpoint.strain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;

/** Decomposes the effect of one contraction on one place; see {@link Explanation}. */
final class Explain {

    private static final double LEAST_SHARE = 1e-3;
    private static final int MOST_ROUTES = 3;
    private static final String GROUND = "ground";

    /** An element as the route finder sees it: the nodes it joins, -1 for the ground. */
    private record LoadLink(Carrier carrier, int[] nodes, double share) {}

    private final StrainNetwork network;
    private final Framework framework;
    private final Stiffness stiffness;

    Explain(StrainNetwork network) {
        this.network = network;
        framework = network.framework();
        stiffness = network.stiffness();
    }

    Explanation of(String muscle, FeltPlace place) {
        int source = framework.atlas.muscles().indexOf(muscle);
        double[] u = network.factor().solve(pullOf(source, -1));
        double[] target = load(place, u);
        double[] v = network.factor().solve(target);
        double work = 0;
        for (int i = 0; i < u.length; i++) {
            work += target[i] * u[i];
        }
        double scale = work == 0 ? 0 : 1 / work;
        List<LoadLink> links = links(u, v, scale);
        double rest = 1
                - links.stream()
                        .filter(l -> !(l.carrier() instanceof Carrier.PostureControl
                                || l.carrier() instanceof Carrier.Ground))
                        .mapToDouble(LoadLink::share)
                        .sum();
        List<Explanation.LoadShare> carriers = links.stream()
                .filter(l -> Math.abs(l.share()) >= LEAST_SHARE)
                .sorted(Comparator.comparingDouble(l -> -Math.abs(l.share())))
                .map(l -> new Explanation.LoadShare(l.carrier(), l.share()))
                .toList();
        return new Explanation(
                new MuscleId(muscle),
                place,
                effect(source, place, work),
                carriers,
                routes(links, attachments(source), ends(place)),
                work == 0 ? 0 : rest);
    }

    private double effect(int source, FeltPlace place, double work) {
        if (!(place instanceof FeltPlace.OfMuscle felt)) {
            return work;
        }
        int of = framework.atlas.muscles().indexOf(felt.muscle().value());
        double own = 0;
        for (int i = 0; i < stiffness.pull.length; i++) {
            own += stiffness.pull[i] * fibre(i, of) * fibre(i, source);
        }
        return stiffness.capacity[of] == 0 ? 0 : (own + work) / stiffness.capacity[of];
    }

    private double fibre(int pull, int muscle) {
        Pull p = framework.pulls.get(pull);
        return (p.muscle == muscle ? p.fibreLength : 0) + (p.otherMuscle == muscle ? p.otherFibreLength : 0);
    }

    /** Forces on the nodes by a unit contraction of a muscle, times a sign. */
    private double[] pullOf(int muscle, double sign) {
        double[] forces = new double[network.degreesOfFreedom()];
        for (int i = 0; i < stiffness.pull.length; i++) {
            double factor = stiffness.pull[i] * fibre(i, muscle);
            if (factor != 0) {
                StrainNetwork.addPull(framework.pulls.get(i), sign * factor, forces);
            }
        }
        return forces;
    }

    /** The load whose work with {@code u} is the effect at the place. */
    private double[] load(FeltPlace place, double[] u) {
        double[] forces = new double[u.length];
        switch (place) {
            case FeltPlace.OfMuscle felt -> {
                return pullOf(framework.atlas.muscles().indexOf(felt.muscle().value()), 1);
            }
            case FeltPlace.OfJoint felt -> {
                Bushing b = bushing(felt.joint());
                double[] d = b.deformation(u, new double[6]);
                double size = Math.sqrt(d[3] * d[3] + d[4] * d[4] + d[5] * d[5]);
                if (size > 0) {
                    b.spread(new double[] {0, 0, 0, d[3] / size, d[4] / size, d[5] / size}, 1, forces);
                }
            }
            case FeltPlace.OfSegment segment -> {
                int at = 6 * framework.node(segment.id());
                double size = Math.sqrt(u[at] * u[at] + u[at + 1] * u[at + 1] + u[at + 2] * u[at + 2]);
                for (int c = 0; c < 3 && size > 0; c++) {
                    forces[at + c] = u[at + c] / size;
                }
            }
        }
        return forces;
    }

    private Bushing bushing(JointId joint) {
        Joint known = framework.atlas.joints().get(joint.value());
        int at = framework.jointOf.indexOf(known);
        if (at < 0) {
            throw new IllegalArgumentException("this body has no joint '" + joint + "'");
        }
        return framework.bushings.get(at);
    }

    private Set<Integer> attachments(int muscle) {
        return framework.pulls.stream()
                .filter(p -> p.muscle == muscle && p.carrier instanceof Carrier.MuscleFibres)
                .flatMapToInt(p -> Arrays.stream(p.nodes))
                .boxed()
                .collect(Collectors.toCollection(java.util.TreeSet::new));
    }

    private Set<Integer> ends(FeltPlace place) {
        return switch (place) {
            case FeltPlace.OfMuscle felt ->
                attachments(framework.atlas.muscles().indexOf(felt.muscle().value()));
            case FeltPlace.OfJoint felt -> {
                Bushing b = bushing(felt.joint());
                yield Set.of(b.parent, b.child);
            }
            case FeltPlace.OfSegment segment -> Set.of(framework.node(segment.id()));
        };
    }

    private List<LoadLink> links(double[] u, double[] v, double scale) {
        List<LoadLink> links = new ArrayList<>();
        for (int i = 0; i < framework.pulls.size(); i++) {
            Pull p = framework.pulls.get(i);
            if (stiffness.pull[i] != 0) {
                double work = stiffness.pull[i] * p.stretch(u) * p.stretch(v);
                links.add(new LoadLink(p.carrier, p.nodes, work * scale));
            }
        }
        double[] still = new double[6];
        for (int i = 0; i < framework.bushings.size(); i++) {
            Bushing b = framework.bushings.get(i);
            double[] du = b.deformation(u, still);
            double[] dv = b.deformation(v, still);
            double work = 0;
            for (int c = 0; c < 6; c++) {
                work += stiffness.bushing[6 * i + c] * du[c] * dv[c];
            }
            links.add(new LoadLink(b.carrier, new int[] {b.parent, b.child}, work * scale));
        }
        return links;
    }

    private List<Explanation.LoadRoute> routes(List<LoadLink> links, Set<Integer> from, Set<Integer> to) {
        List<LoadLink> open = new ArrayList<>(links.stream()
                .filter(l -> !(l.carrier() instanceof Carrier.PostureControl) && l.share() != 0)
                .toList());
        List<Explanation.LoadRoute> routes = new ArrayList<>();
        while (routes.size() < MOST_ROUTES && !from.isEmpty() && !to.isEmpty()) {
            List<LoadLink> used = new ArrayList<>();
            Explanation.LoadRoute route = route(open, from, to, used);
            if (route == null) {
                break;
            }
            routes.add(route);
            if (used.isEmpty()) {
                break;
            }
            open.removeAll(used);
        }
        return routes;
    }

    /** Dijkstra 1959 over the segments and the ground, an element costing 1/|share|. */
    private Explanation.@org.jspecify.annotations.Nullable LoadRoute route(
            List<LoadLink> links, Set<Integer> from, Set<Integer> to, List<LoadLink> used) {
        int ground = framework.segments.size();
        double[] cost = new double[ground + 1];
        Arrays.fill(cost, Double.POSITIVE_INFINITY);
        LoadLink[] via = new LoadLink[ground + 1];
        int[] before = new int[ground + 1];
        Map<Integer, List<LoadLink>> touching =
                IntStream.rangeClosed(0, ground).boxed().collect(Collectors.toMap(n -> n, n -> new ArrayList<>()));
        for (LoadLink link : links) {
            for (int node : link.nodes()) {
                touching.getOrDefault(node < 0 ? ground : node, new ArrayList<>())
                        .add(link);
            }
        }
        record Reached(int node, double cost) {}
        PriorityQueue<Reached> queue = new PriorityQueue<>(Comparator.comparingDouble(Reached::cost));
        from.forEach(n -> {
            cost[n] = 0;
            queue.add(new Reached(n, 0));
        });
        while (!queue.isEmpty()) {
            Reached here = queue.remove();
            if (here.cost() > cost[here.node()]) {
                continue;
            }
            if (to.contains(here.node())) {
                return steps(here.node(), via, before, used);
            }
            for (LoadLink link : touching.getOrDefault(here.node(), List.of())) {
                double next = here.cost() + 1 / Math.abs(link.share());
                for (int node : link.nodes()) {
                    int n = node < 0 ? ground : node;
                    if (next < cost[n]) {
                        cost[n] = next;
                        via[n] = link;
                        before[n] = here.node();
                        queue.add(new Reached(n, next));
                    }
                }
            }
        }
        return null;
    }

    private Explanation.LoadRoute steps(int end, LoadLink[] via, int[] before, List<LoadLink> used) {
        List<Explanation.Step> steps = new ArrayList<>();
        int node = end;
        while (via[node] != null) {
            LoadLink link = via[node];
            steps.add(0, new Explanation.Step(name(before[node]), link.carrier(), name(node), link.share()));
            used.add(link);
            node = before[node];
        }
        return new Explanation.LoadRoute(name(node), steps);
    }

    private String name(int node) {
        return node == framework.segments.size()
                ? GROUND
                : framework.segments.get(node).id();
    }
}
