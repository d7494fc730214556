package org.stillpoint.strain.remote;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Segment;
import org.stillpoint.strain.Load;

/** How far apart two parts of the body are through the skeleton: in metres from joint to joint, and in joints. */
final class SkeletonDistance {

    private record SkeletonEdge(int to, double metres) {}

    private final Atlas atlas;
    private final double[][] metres;
    private final int[][] joints;

    SkeletonDistance(Atlas atlas) {
        this.atlas = atlas;
        List<Segment> segments = atlas.bodies().list();
        List<List<SkeletonEdge>> ways = new ArrayList<>();
        List<List<SkeletonEdge>> steps = new ArrayList<>();
        segments.forEach(s -> {
            ways.add(new ArrayList<>());
            steps.add(new ArrayList<>());
        });
        for (Joint joint : atlas.joints().list()) {
            int a = atlas.bodies().indexOf(joint.parent());
            int b = atlas.bodies().indexOf(joint.child());
            double length = segments.get(a).centreOfMass().distanceTo(joint.centre())
                    + joint.centre().distanceTo(segments.get(b).centreOfMass());
            ways.get(a).add(new SkeletonEdge(b, length));
            ways.get(b).add(new SkeletonEdge(a, length));
            steps.get(a).add(new SkeletonEdge(b, 1));
            steps.get(b).add(new SkeletonEdge(a, 1));
        }
        int n = segments.size();
        metres = new double[n][];
        joints = new int[n][];
        for (int i = 0; i < n; i++) {
            metres[i] = from(i, ways);
            joints[i] = Arrays.stream(from(i, steps)).mapToInt(d -> (int) d).toArray();
        }
    }

    private static double[] from(int start, List<List<SkeletonEdge>> ways) {
        double[] distance = new double[ways.size()];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        distance[start] = 0;
        PriorityQueue<SkeletonEdge> queue = new PriorityQueue<>(Comparator.comparingDouble(SkeletonEdge::metres));
        queue.add(new SkeletonEdge(start, 0));
        while (!queue.isEmpty()) {
            SkeletonEdge here = queue.remove();
            if (here.metres() > distance[here.to()]) {
                continue;
            }
            for (SkeletonEdge way : ways.get(here.to())) {
                double next = here.metres() + way.metres();
                if (next < distance[way.to()]) {
                    distance[way.to()] = next;
                    queue.add(new SkeletonEdge(way.to(), next));
                }
            }
        }
        return distance;
    }

    /** Mean over the target's segments of the way to the nearest of the source's, m. */
    double metres(List<Load> source, List<Load> target) {
        int[] from = segments(source);
        return Arrays.stream(segments(target))
                .mapToDouble(t ->
                        Arrays.stream(from).mapToDouble(f -> metres[f][t]).min().orElse(0))
                .average()
                .orElse(0);
    }

    /** Least number of joints between a segment of the one and a segment of the other. */
    int joints(List<Load> source, List<Load> target) {
        int[] from = segments(source);
        return Arrays.stream(segments(target))
                .map(t -> Arrays.stream(from).map(f -> joints[f][t]).min().orElse(0))
                .min()
                .orElse(0);
    }

    private int[] segments(List<Load> loads) {
        return loads.stream()
                .flatMap(l -> l.segments(atlas).stream())
                .distinct()
                .mapToInt(id -> atlas.bodies().indexOf(id))
                .toArray();
    }
}
