package org.stillpoint.practice.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.Point;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.session.Heading;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;

/**
 * What arcing says: from each place where hands lay a ray in the direction that they gave, and where the rays meet. It is a palpatory
 * impression, stands beside the trace, and is never part of it.
 *
 * @param rays one for each station, as it was given last
 * @param traceSeen whether the trace had been opened in this visit before any of them
 * @param meeting where they meet
 */
public record Arcing(List<ArcingRay> rays, boolean traceSeen, ArcMeeting meeting) {

    /** Own choice, 2026: rays whose angles are smaller than this to one another meet nowhere that could be told. */
    public static final double LEAST_ANGLE_DEGREES = 15;

    private static final double CM_IN_M = 100;

    public Arcing {
        rays = List.copyOf(rays);
    }

    /** @param from m, in the frame of the atlas */
    public record ArcingRay(RegionCode station, Point from, Heading towards) {}

    /** Where rays meet, or why they do not. */
    public sealed interface ArcMeeting {
        /** One ray alone. */
        record OneRay() implements ArcMeeting {}

        /** All of them run nearly the same way. */
        record NearlyParallel() implements ArcMeeting {}

        /** Nearest to each other they come behind a hand: they point apart. */
        record PointApart() implements ArcMeeting {}

        /**
         * @param at the point with the least sum of squared distances to all rays, m
         * @param spreadCm root mean square of these distances
         * @param region whose middle is nearest
         */
        record MeetAt(Point at, double spreadCm, RegionCode region) implements ArcMeeting {}
    }

    /** What was marked and stands in a session; empty where nobody arced. */
    public static Optional<Arcing> of(Session session, Atlas atlas) {
        Map<RegionCode, ArcingRay> rays = new LinkedHashMap<>();
        boolean traceSeen = false;
        for (var mark : SessionFacts.inOrder(session)) {
            if (mark.moment() instanceof Moment.Arced(var station, var from, var towards, boolean seen)) {
                rays.put(station, new ArcingRay(station, from, towards));
                traceSeen |= seen;
            }
        }
        List<ArcingRay> all = new ArrayList<>(rays.values());
        return all.isEmpty() ? Optional.empty() : Optional.of(new Arcing(all, traceSeen, meeting(all, atlas)));
    }

    /** Where rays meet, by least squares of lines. */
    static ArcMeeting meeting(List<ArcingRay> rays, Atlas atlas) {
        if (rays.size() < 2) {
            return new ArcMeeting.OneRay();
        }
        if (areNearlyParallel(rays)) {
            return new ArcMeeting.NearlyParallel();
        }
        Point at = nearest(rays);
        if (rays.stream().anyMatch(ray -> along(ray, at) < 0)) {
            return new ArcMeeting.PointApart();
        }
        double squares =
                rays.stream().mapToDouble(ray -> squaredDistance(ray, at)).sum();
        PainRegion region = atlas.regions().list().stream()
                .min(Comparator.comparingDouble(each -> each.centre().distanceTo(at)))
                .orElseThrow();
        return new ArcMeeting.MeetAt(at, CM_IN_M * Math.sqrt(squares / rays.size()), new RegionCode(region.code()));
    }

    private static boolean areNearlyParallel(List<ArcingRay> rays) {
        double most = Math.cos(Math.toRadians(LEAST_ANGLE_DEGREES));
        Heading first = rays.getFirst().towards();
        return rays.stream().allMatch(ray -> Math.abs(ray.towards().cosine(first)) > most);
    }

    /**
     * The point p with the least sum of |(I - d dT)(p - a)|^2 over lines through a along d: the solution of
     * sum(I - d dT) p = sum(I - d dT) a, by Cramer's rule. With two lines at least {@link #LEAST_ANGLE_DEGREES} apart the determinant is
     * at least 2 sin^2 of that angle.
     */
    private static Point nearest(List<ArcingRay> rays) {
        double[][] sum = new double[3][3];
        double[] right = new double[3];
        for (ArcingRay ray : rays) {
            double[] d = {ray.towards().x(), ray.towards().y(), ray.towards().z()};
            double[] a = {ray.from().x(), ray.from().y(), ray.from().z()};
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    double across = (i == j ? 1 : 0) - d[i] * d[j];
                    sum[i][j] += across;
                    right[i] += across * a[j];
                }
            }
        }
        double whole = determinant(sum);
        return new Point(
                determinant(withColumn(sum, 0, right)) / whole,
                determinant(withColumn(sum, 1, right)) / whole,
                determinant(withColumn(sum, 2, right)) / whole);
    }

    private static double[][] withColumn(double[][] matrix, int column, double[] values) {
        double[][] changed = new double[3][];
        for (int row = 0; row < 3; row++) {
            changed[row] = matrix[row].clone();
            changed[row][column] = values[row];
        }
        return changed;
    }

    private static double determinant(double[][] m) {
        return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
                - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
                + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
    }

    /** How far along a ray a point lies, m; below 0 behind the hand. */
    private static double along(ArcingRay ray, Point at) {
        Point a = ray.from();
        Heading d = ray.towards();
        return (at.x() - a.x()) * d.x() + (at.y() - a.y()) * d.y() + (at.z() - a.z()) * d.z();
    }

    private static double squaredDistance(ArcingRay ray, Point at) {
        double whole = ray.from().distanceTo(at);
        double along = along(ray, at);
        return Math.max(0, whole * whole - along * along);
    }
}
