package org.stillpoint.evidence.diary;

import java.util.ArrayList;
import java.util.List;

/**
 * The prior over how a diary wanders by itself: cells of drift and noise with weights. In a cell the errors have
 * correlation {@code (1 - noise) * drift^|days apart| + noise * [same entry]}.
 *
 * @param name what reports call this prior
 * @param cells at least one
 */
public record DriftNoiseGrid(String name, List<GridCell> cells) {

    /** Lag-one-day correlation of the slow drift, tried at these values; dimensionless, design of the estimator, 2026. */
    private static final double[] DRIFTS = {.3, .5, .7, .8, .9, .95, .98};

    /** Share of the variance that is white noise, tried at these values; dimensionless, design of the estimator, 2026. */
    private static final double[] NOISES = {0, .25, .5, .75, .9};

    /** The grid as published with the reference values: weight 1 each, white noise alone weight 5. */
    public static final DriftNoiseGrid STANDARD = standard();

    /**
     * @param drift correlation between entries one day apart, 0 (none) up to below 1
     * @param noise share of the variance that is white noise, 0 to below 1
     * @param weight prior weight, positive, relative to the other cells
     */
    public record GridCell(double drift, double noise, double weight) {
        public GridCell {
            if (!(drift >= 0 && drift < 1 && noise >= 0 && noise < 1 && weight > 0)) {
                throw new IllegalArgumentException("drift " + drift + " and noise " + noise
                        + " must lie in [0, 1), weight " + weight + " above 0");
            }
        }
    }

    public DriftNoiseGrid {
        cells = List.copyOf(cells);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a grid needs at least one cell");
        }
    }

    private static DriftNoiseGrid standard() {
        List<GridCell> cells = new ArrayList<>();
        cells.add(new GridCell(0, 0, 5));
        for (double drift : DRIFTS) {
            for (double noise : NOISES) {
                cells.add(new GridCell(drift, noise, 1));
            }
        }
        return new DriftNoiseGrid("drift and noise grid", cells);
    }
}
