package org.stillpoint.strain.remote;

import java.util.List;
import java.util.Optional;

/**
 * How the model fares against published remote effects.
 *
 * @param classes one for each mechanism class of the rows, in order of its letter
 * @param leftOut rows that are not scored
 * @param mapping how many rows the model has a counterpart for
 * @param unmapped ids of rows whose source or target the model has no counterpart for
 * @param orders checks of orders that the sources give
 * @param tests of dose and sign
 */
public record RemoteEffectsReport(
        List<MechanismClass> classes,
        LeftOut leftOut,
        Mapping mapping,
        List<String> unmapped,
        List<Order> orders,
        List<Test> tests) {

    public RemoteEffectsReport {
        classes = List.copyOf(classes);
        unmapped = List.copyOf(unmapped);
        orders = List.copyOf(orders);
        tests = List.copyOf(tests);
    }

    /** A chance with its 95 % interval over protocols. */
    public record Chance(double middle, double low, double high) {}

    /**
     * One mechanism class.
     *
     * @param mechanism its letter
     * @param auc chance that a pair with a found effect has a stronger coupling than a pair without; empty without both kinds
     * @param nearness the same for nearness through the skeleton instead of coupling
     * @param shuffled the same with every part of the body exchanged for another of its kind: middle of the exchanges and 95 % of them
     * @param matched chance that a pair with a found effect has a stronger coupling than a random pair with as many joints
     *     between; empty without found pairs
     * @param positives pairs whose effect was found
     * @param nulls pairs whose effect was looked for and not found
     * @param protocols experiments they come from
     */
    public record MechanismClass(
            String mechanism,
            Optional<Chance> auc,
            Optional<Chance> nearness,
            Optional<Chance> shuffled,
            Optional<Chance> matched,
            int positives,
            int nulls,
            int protocols) {}

    /** Rows that are not scored, and why. */
    public record LeftOut(int direct, int dynamic, int doubtful, int unused) {}

    /**
     * What the model has a counterpart for.
     *
     * @param mapped rows with one
     * @param rows all rows
     * @param asideMapped the same among a tenth of the protocols, drawn by the hash of their name
     * @param asideRows rows of those protocols
     */
    public record Mapping(int mapped, int rows, int asideMapped, int asideRows) {}

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

    /**
     * A test of dose or sign that a protocol allows.
     *
     * @param name what is tested
     * @param published what was found
     * @param model what the model says
     * @param holds whether they agree
     */
    public record Test(String name, String published, String model, boolean holds) {}
}
