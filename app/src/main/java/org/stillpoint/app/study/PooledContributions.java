package org.stillpoint.app.study;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.stillpoint.evidence.joint.JointAnswer;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.PracticeEffect;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.joint.ToldShares;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;

/**
 * The contributions to one study, put together.
 *
 * @param contributions in the order of the protocol's practices
 * @param missing practices that the protocol names, of which there is no contribution
 */
record PooledContributions(JointProtocol protocol, List<Contribution> contributions, List<JointPractice> missing) {

    /** Two can be pooled. */
    private static final int LEAST = 2;

    /** Of shares three: with two the interval is wider than all that can be. */
    private static final int LEAST_FOR_SHARES = 3;

    /**
     * Reads all of them.
     *
     * @throws BadInput with all that is wrong with any of the files
     */
    static PooledContributions read(JointProtocol protocol, List<Path> files) {
        Map<JointPractice, Contribution> read = new LinkedHashMap<>();
        Map<JointPractice, String> from = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Path file : files) {
            try {
                Contribution one = ContributionFile.read(file, protocol);
                String before = from.putIfAbsent(one.practice(), ProtocolFile.name(file));
                if (before != null) {
                    problems.add(Problem.ofFile(
                            ProtocolFile.name(file),
                            "is of the same practice as " + before + ", "
                                    + one.practice().name() + "; leave one out"));
                }
                read.put(one.practice(), one);
            } catch (BadInput bad) {
                problems.addAll(bad.problems());
            }
        }
        if (read.values().stream().map(Contribution::madeUp).distinct().count() > 1) {
            problems.add(Problem.ofFile(
                    "the contributions", "are of made-up clients in part; those are not to be pooled with others"));
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        return new PooledContributions(
                protocol,
                protocol.practices().stream()
                        .flatMap(practice -> Optional.ofNullable(read.get(practice)).stream())
                        .toList(),
                protocol.practices().stream()
                        .filter(practice -> !read.containsKey(practice))
                        .toList());
    }

    boolean madeUp() {
        return contributions.stream().anyMatch(Contribution::madeUp);
    }

    /** Those that told an effect. */
    List<Contribution> told() {
        return contributions.stream()
                .filter(one -> one.summary().effect().isPresent())
                .toList();
    }

    /** Those that told nothing but why. */
    Map<JointPractice, WithheldReason> withheld() {
        Map<JointPractice, WithheldReason> withheld = new LinkedHashMap<>();
        for (Contribution one : contributions) {
            if (one.summary() instanceof JointSummary.Withheld(WithheldReason reason)) {
                withheld.put(one.practice(), reason);
            }
        }
        return withheld;
    }

    /** The effect over practices; empty where fewer than two told one. */
    Optional<JointAnswer> answer() {
        return answer(one -> one.summary().effect(), LEAST);
    }

    /** The difference of the shares that got better, over practices that may tell it; empty where fewer than three may. */
    Optional<JointAnswer> better() {
        return answer(one -> shares(one, JointSummary.ComparedArms::better), LEAST_FOR_SHARES);
    }

    /** The same of those that got worse. */
    Optional<JointAnswer> worse() {
        return answer(one -> shares(one, JointSummary.ComparedArms::worse), LEAST_FOR_SHARES);
    }

    /** A difference of shares lies between -1 and 1, and so does what is plausible of it. */
    static Pooled.Interval asShares(Pooled.Interval interval) {
        return new Pooled.Interval(Math.clamp(interval.low(), -1, 1), Math.clamp(interval.high(), -1, 1));
    }

    private static Optional<PracticeEffect> shares(
            Contribution one, Function<JointSummary.ComparedArms, Optional<ToldShares>> which) {
        return one.summary() instanceof JointSummary.ComparedArms arms
                ? which.apply(arms).map(told -> new PracticeEffect(told.difference(), Math.sqrt(told.variance())))
                : Optional.empty();
    }

    private Optional<JointAnswer> answer(Function<Contribution, Optional<PracticeEffect>> of, int least) {
        List<Contribution> telling =
                contributions.stream().filter(one -> of.apply(one).isPresent()).toList();
        if (telling.size() < least) {
            return Optional.empty();
        }
        List<PracticeEffect> effects =
                telling.stream().flatMap(one -> of.apply(one).stream()).toList();
        return Optional.of(JointAnswer.of(Studies.of(
                telling.stream().map(one -> one.practice().name()).toList(),
                effects.stream().mapToDouble(PracticeEffect::difference).toArray(),
                effects.stream().mapToDouble(one -> one.error() * one.error()).toArray())));
    }

    /**
     * How many clients were left out for one reason.
     *
     * @param told sum of what practices told
     * @param few in how many practices there were some, but fewer than the smallest cell
     */
    record LeftOutSum(long told, int few) {}

    LeftOutSum leftOut(JointLeftOut why) {
        long told = 0;
        int few = 0;
        for (Contribution one : contributions) {
            OptionalInt count = one.leftOut().getOrDefault(why, OptionalInt.empty());
            told += count.orElse(0);
            few += count.isEmpty() ? 1 : 0;
        }
        return new LeftOutSum(told, few);
    }
}
