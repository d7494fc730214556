package org.stillpoint.evidence.trial;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The standardised mean difference of single-case designs on the scale of group studies (Hedges, Pustejovsky and Shadish
 * 2012 for (AB)^k, 2013 for multiple baselines).
 *
 * @param meanDifference mean over cases (and phases) of treated less untreated means, points
 * @param variance of an observation, pooled over times and conditions, squared points
 * @param unadjusted difference over the root of the variance
 * @param phi first-order autocorrelation, corrected for small samples
 * @param withinVariance variance within cases, squared points
 * @param rho share of the variance between cases
 * @param theta scale of the difference relative to the standard deviation
 * @param nu degrees of freedom
 * @param delta the effect, small-sample corrected
 * @param deltaVariance its sampling variance
 * @param groups number of time-by-condition groups used
 */
public record BetweenCase(
        double meanDifference,
        double variance,
        double unadjusted,
        double phi,
        double withinVariance,
        double rho,
        double theta,
        double nu,
        double delta,
        double deltaVariance,
        int groups) {

    /**
     * One observation.
     *
     * @param phase number of the AB pair; the same throughout a multiple-baseline design
     */
    public record Measurement(String person, String phase, boolean treated, double time, double outcome) {}

    /** Multiple baselines: observations are compared with those of other cases at the same time and condition. */
    public static BetweenCase multipleBaseline(List<Measurement> entries) {
        List<String> groups =
                entries.stream().map(e -> e.time() + "|" + e.treated()).toList();
        return of(entries, groups, false);
    }

    /** (AB)^k: observations are compared with those at the same place in the same phase, where every case has one. */
    public static BetweenCase reversal(List<Measurement> entries) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> groups = new ArrayList<>();
        Map<String, Integer> sizes = new HashMap<>();
        for (Measurement entry : entries) {
            String cell = entry.phase() + "|" + entry.treated();
            int place = seen.merge(entry.person() + "|" + cell, 1, Integer::sum);
            groups.add(cell + "|" + place);
            sizes.merge(cell + "|" + place, 1, Integer::sum);
        }
        long people = entries.stream().map(Measurement::person).distinct().count();
        return of(
                entries,
                groups.stream()
                        .map(g -> sizes.getOrDefault(g, 0) == people ? g : "")
                        .toList(),
                true);
    }

    private static BetweenCase of(List<Measurement> entries, List<String> groups, boolean byPhase) {
        int n = entries.size();
        Map<String, List<Integer>> cells = new LinkedHashMap<>();
        Map<String, List<Integer>> peers = new LinkedHashMap<>();
        for (int i = 0; i < n; i++) {
            Measurement e = entries.get(i);
            cells.computeIfAbsent(e.person() + "|" + e.phase() + "|" + e.treated(), c -> new ArrayList<>())
                    .add(i);
            if (!groups.get(i).isEmpty()) {
                peers.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(i);
            }
        }
        double[] contrast = contrast(entries, cells);
        double difference = 0;
        for (int i = 0; i < n; i++) {
            difference += contrast[i] * entries.get(i).outcome();
        }
        int used = peers.values().stream().mapToInt(List::size).sum();
        int df = used - peers.size();
        double variance = squares(entries, peers.values(), null) / df;
        double[] residual = new double[n];
        double within = squares(entries, cells.values(), residual);
        double phi = autocorrelation(entries, cells, residual, within, byPhase);
        double kept = n;
        for (List<Integer> cell : cells.values()) {
            for (int a = 0; a < cell.size(); a++) {
                for (int b = 0; b < cell.size(); b++) {
                    double apart = byPhase
                            ? Math.abs(a - b)
                            : Math.abs(entries.get(cell.get(a)).time()
                                    - entries.get(cell.get(b)).time());
                    kept -= Math.pow(phi, apart) / cell.size();
                }
            }
        }
        double withinVariance = within / kept;
        double rho = Math.max(0, 1 - withinVariance / variance);
        double[][] v = correlations(entries, rho, phi);
        double theta = Math.sqrt(form(contrast, v));
        double nu = (double) df * df / traceOfSquare(v, peers.values(), groups);
        double unadjusted = difference / Math.sqrt(variance);
        double j = 1 - 3 / (4 * nu - 1);
        double delta = j * unadjusted;
        double ratio = Math.max(nu, 2.001) / (Math.max(nu, 2.001) - 2);
        double deltaVariance = j * j * (theta * theta * ratio + delta * delta * (ratio - 1 / (j * j)));
        return new BetweenCase(
                difference,
                variance,
                unadjusted,
                phi,
                withinVariance,
                rho,
                theta,
                nu,
                delta,
                deltaVariance,
                peers.size());
    }

    /** Weights that give the mean of the differences of means. */
    private static double[] contrast(List<Measurement> entries, Map<String, List<Integer>> cells) {
        long pairs = cells.keySet().stream().filter(c -> c.endsWith("|true")).count();
        double[] weight = new double[entries.size()];
        cells.forEach((name, cell) ->
                cell.forEach(i -> weight[i] = (name.endsWith("|true") ? 1.0 : -1.0) / cell.size() / pairs));
        return weight;
    }

    private static double squares(
            List<Measurement> entries,
            Iterable<List<Integer>> cells,
            double @org.jspecify.annotations.Nullable [] residual) {
        double sum = 0;
        for (List<Integer> cell : cells) {
            double mean = cell.stream()
                    .mapToDouble(i -> entries.get(i).outcome())
                    .average()
                    .orElseThrow();
            for (int i : cell) {
                double off = entries.get(i).outcome() - mean;
                sum += off * off;
                if (residual != null) {
                    residual[i] = off;
                }
            }
        }
        return sum;
    }

    /** Products of neighbours within a case (multiple baselines) or within a phase (reversal), corrected. */
    private static double autocorrelation(
            List<Measurement> entries,
            Map<String, List<Integer>> cells,
            double[] residual,
            double within,
            boolean byPhase) {
        Map<String, Integer> last = new HashMap<>();
        double products = 0;
        for (int i = 0; i < residual.length; i++) {
            Measurement e = entries.get(i);
            Integer before = last.put(byPhase ? e.person() + "|" + e.phase() + "|" + e.treated() : e.person(), i);
            products += before == null ? 0 : residual[before] * residual[i];
        }
        double missing =
                cells.values().stream().mapToDouble(c -> 1 - 1.0 / c.size()).sum();
        return products / within + missing / (residual.length - cells.size());
    }

    private static double[][] correlations(List<Measurement> entries, double rho, double phi) {
        int n = entries.size();
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (entries.get(i).person().equals(entries.get(j).person())) {
                    v[i][j] = rho
                            + (1 - rho)
                                    * Math.pow(
                                            phi,
                                            Math.abs(entries.get(i).time()
                                                    - entries.get(j).time()));
                }
            }
        }
        return v;
    }

    private static double form(double[] w, double[][] v) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < w.length; j++) {
                sum += w[i] * v[i][j] * w[j];
            }
        }
        return sum;
    }

    /** Trace of (A V)^2 where A takes out the mean of every group of peers. */
    private static double traceOfSquare(double[][] v, Iterable<List<Integer>> peers, List<String> groups) {
        int n = v.length;
        double[][] av = new double[n][];
        for (List<Integer> group : peers) {
            double[] mean = new double[n];
            for (int i : group) {
                for (int j = 0; j < n; j++) {
                    mean[j] += v[i][j] / group.size();
                }
            }
            for (int i : group) {
                av[i] = new double[n];
                for (int j = 0; j < n; j++) {
                    av[i][j] = groups.get(j).isEmpty() ? 0 : v[i][j] - mean[j];
                }
            }
        }
        double trace = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (!groups.get(i).isEmpty() && !groups.get(j).isEmpty()) {
                    trace += av[i][j] * av[j][i];
                }
            }
        }
        return trace;
    }
}
