package org.stillpoint.memory;

/**
 * The body at one moment of a life; arrays in the order of the atlas.
 *
 * @param age years
 * @param arousal 0 to 1
 * @param capacity load that is taken up without being felt, share of maximal force
 * @param injury of each muscle, 0 to 1
 * @param held contraction of each muscle that tissue memory holds, share of fibre length
 * @param guarding contraction of each muscle that guards an injury and goes with it, share of fibre length
 * @param load extra tension of each muscle, share of maximal force
 * @param adaptation load of each muscle that feels normal, share of maximal force
 * @param felt load of each muscle, share of maximal force
 * @param pain of each region, 0 to 10
 */
public record BodyState(
        double age,
        double arousal,
        double capacity,
        double[] injury,
        double[] held,
        double[] guarding,
        double[] load,
        double[] adaptation,
        double[] felt,
        double[] pain) {}
