package org.stillpoint.evidence.joint;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.trial.Arm;
import org.stillpoint.evidence.trial.NOfOne;
import org.stillpoint.evidence.trial.Trial;

/** What one practice tells of its clients, and all that it tells: numbers of groups, never of a person. */
public sealed interface JointSummary {

    /**
     * Those who were treated beside those who waited, by ANCOVA.
     *
     * @param treated how many
     * @param waiting how many
     * @param difference after treatment at equal means before, treated less waiting, points
     * @param error standard error of the difference, above 0
     * @param slope of the mean after on the mean before
     * @param residualSd points
     * @param better of how many the mean after is better by the share that was asked for; empty where it may not be told
     * @param worse of how many it is worse by the points that were asked for; empty where it may not be told
     */
    record ComparedArms(
            int treated,
            int waiting,
            double difference,
            double error,
            double slope,
            double residualSd,
            Optional<ToldShares> better,
            Optional<ToldShares> worse)
            implements JointSummary {}

    /**
     * Trials in one person each, together.
     *
     * @param people how many
     * @param difference with sessions less without, points
     * @param error its standard error with Hartung-Knapp, never narrower than without; above 0
     * @param betweenSd how far people's own differences lie apart, points
     */
    record OwnDifferences(int people, double difference, double error, double betweenSd) implements JointSummary {}

    /** Nothing but why. */
    record Withheld(WithheldReason reason) implements JointSummary {}

    /** Why nothing is told. A constant's name is kept: it stands in files. */
    enum WithheldReason {
        /** Fewer people in a group than the smallest cell. */
        TOO_FEW,
        /** Nothing varies, or nothing but what is adjusted for: no error can be told. */
        NO_SCATTER
    }

    /**
     * What is pooled.
     *
     * @param difference points
     * @param error its standard error, points
     */
    record PracticeEffect(double difference, double error) {}

    /** The effect that is pooled; empty where nothing is told. */
    default Optional<PracticeEffect> effect() {
        return switch (this) {
            case ComparedArms arms -> Optional.of(new PracticeEffect(arms.difference(), arms.error()));
            case OwnDifferences own -> Optional.of(new PracticeEffect(own.difference(), own.error()));
            case Withheld nothing -> Optional.empty();
        };
    }

    /** Of two groups of people. */
    static JointSummary compared(List<BeforeAfter> treated, List<BeforeAfter> waiting, TellingRule rule) {
        if (treated.size() < rule.cell().people()
                || waiting.size() < rule.cell().people()) {
            return new Withheld(WithheldReason.TOO_FEW);
        }
        long different = Stream.concat(treated.stream(), waiting.stream())
                .mapToDouble(BeforeAfter::before)
                .distinct()
                .count();
        if (different < 2) {
            return new Withheld(WithheldReason.NO_SCATTER);
        }
        Trial trial = new Trial(arm(treated), arm(waiting));
        Trial.Ancova ancova;
        try {
            ancova = trial.ancova();
        } catch (MathIllegalArgumentException groupsAreTheirMeansBefore) {
            return new Withheld(WithheldReason.NO_SCATTER);
        }
        if (!(rule.rounded(ancova.standardError()) > 0)) {
            return new Withheld(WithheldReason.NO_SCATTER);
        }
        return told(trial, ancova, rule);
    }

    private static JointSummary told(Trial trial, Trial.Ancova ancova, TellingRule rule) {
        int worseTreated = worse(trial.treated(), rule);
        int worseWaiting = worse(trial.comparison(), rule);
        Optional<ToldShares> worse = shares(
                worseTreated,
                trial.treated().size(),
                worseWaiting,
                trial.comparison().size(),
                rule.cell());
        Optional<ToldShares> better = trial.responders(rule.responderShare(), rule.better())
                .filter(found -> rule.cell().tells(found.atZeroTreated())
                        && rule.cell().tells(found.atZeroComparison())
                        && rule.cell().tells(found.ofTreated() - found.treated() - worseTreated)
                        && rule.cell().tells(found.ofComparison() - found.comparison() - worseWaiting))
                .flatMap(found -> shares(
                        found.treated(), found.ofTreated(), found.comparison(), found.ofComparison(), rule.cell()));
        return new ComparedArms(
                trial.treated().size(),
                trial.comparison().size(),
                rule.rounded(ancova.difference()),
                rule.rounded(ancova.standardError()),
                rule.rounded(ancova.slope()),
                rule.rounded(ancova.residualSd()),
                better,
                worse);
    }

    /** Of trials in one person each, by whatever name each is told from the others here. */
    static JointSummary ofOwn(Map<String, NOfOne.Participant> people, TellingRule rule) {
        int usable = (int)
                people.values().stream().filter(NOfOne.Participant::canDiffer).count();
        if (usable < rule.cell().people()) {
            return new Withheld(WithheldReason.TOO_FEW);
        }
        Pooled pooled = NOfOne.twoStage(people).meta().pooled(Estimator.REML);
        double error = rule.rounded(pooled.neverNarrower().standardError());
        return error > 0
                ? new OwnDifferences(
                        usable, rule.rounded(pooled.estimate()), error, rule.rounded(Math.sqrt(pooled.tau2())))
                : new Withheld(WithheldReason.NO_SCATTER);
    }

    private static Optional<ToldShares> shares(
            int treated, int ofTreated, int waiting, int ofWaiting, SmallestCell cell) {
        return cell.tells(treated, ofTreated) && cell.tells(waiting, ofWaiting)
                ? Optional.of(new ToldShares(treated, ofTreated, waiting, ofWaiting))
                : Optional.empty();
    }

    private static int worse(Arm arm, TellingRule rule) {
        int count = 0;
        for (double change : arm.changes()) {
            count += -rule.better().sign() * change >= rule.worseBy() ? 1 : 0;
        }
        return count;
    }

    private static Arm arm(List<BeforeAfter> people) {
        return Arm.of(each(people, BeforeAfter::before), each(people, BeforeAfter::after));
    }

    private static double[] each(List<BeforeAfter> people, ToDoubleFunction<BeforeAfter> of) {
        return people.stream().mapToDouble(of).toArray();
    }
}
