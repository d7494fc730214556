package org.stillpoint.strain.remote;

import java.util.List;
import java.util.OptionalDouble;

/**
 * How the model fares against published remote effects.
 *
 * @param classes one for each mechanism class of the rows, in order of its letter
 * @param unmapped ids of rows whose source or target the model has no counterpart for
 * @param orders checks of orders that the sources give
 */
public record RemoteEffectsReport(List<MechanismClass> classes, List<String> unmapped, List<Order> orders) {

    public RemoteEffectsReport {
        classes = List.copyOf(classes);
        unmapped = List.copyOf(unmapped);
        orders = List.copyOf(orders);
    }

    /**
     * One mechanism class.
     *
     * @param mechanism its letter
     * @param auc chance that a pair with a found effect has a stronger coupling than a pair without; empty without both kinds
     * @param low lower end of its 95 % bootstrap interval over pairs
     * @param high upper end
     * @param baselineAuc the same for nearness through the skeleton instead of coupling
     * @param matchedAuc chance that a pair with a found effect has a stronger coupling than a random pair with as many joints
     *     between; empty without found pairs
     * @param matchedLow lower end of its interval
     * @param matchedHigh upper end
     * @param positives pairs whose effect was found
     * @param nulls pairs whose effect was looked for and not found
     */
    public record MechanismClass(
            String mechanism,
            OptionalDouble auc,
            OptionalDouble low,
            OptionalDouble high,
            OptionalDouble baselineAuc,
            OptionalDouble matchedAuc,
            OptionalDouble matchedLow,
            OptionalDouble matchedHigh,
            int positives,
            int nulls) {}

    /**
     * An order that a source gives.
     *
     * @param row id of the row that says so
     * @param larger words for what should have the stronger effect
     * @param smaller words for what should have the weaker one
     * @param target words for where
     * @param largerCoupling the model's coupling of the first
     * @param smallerCoupling the model's coupling of the second
     */
    public record Order(
            String row, String larger, String smaller, String target, double largerCoupling, double smallerCoupling) {

        /** Whether the model has the order right. */
        public boolean holds() {
            return largerCoupling > smallerCoupling;
        }
    }
}
