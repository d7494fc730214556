package org.stillpoint.app.study;

import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.stillpoint.evidence.joint.JointAnswer;
import org.stillpoint.evidence.joint.JointAnswer.WithoutOne;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.practice.joint.JointDesign;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;

/** A pooled study as a terminal tells it. */
record PooledSaid(PrintWriter out, PooledContributions all, JointAnswer answer) {

    /** Lines; own choice, 2026: the rest stands in --json. */
    private static final int MOST_LINES = 100;

    private static final int MOST_NAMES = 20;

    void print() {
        say("%s", all.protocol().title());
        say("%s", all.protocol().question());
        say(
                "Protocol %s, sealed at %s, %s.",
                all.protocol().hash(),
                all.protocol().sealedAt(),
                PoolStudy.isProspective(all.protocol())
                        ? "before the first day that counts"
                        : "after the first day that counts");
        if (all.madeUp()) {
            say("These are made-up clients: this shows how it is done, and nothing else.");
        }
        say("");
        each();
        say("");
        together();
        if (all.protocol().design() instanceof JointDesign.TreatedAndWaiting arms) {
            shares("worse by " + arms.worseBy() + " or more", all.worse());
            shares(String.format(Locale.ROOT, "better by %.0f %% or more", 100 * arms.responderShare()), all.better());
        }
        say("");
        notCounted();
        say(
                "%s",
                all.protocol().design() instanceof JointDesign.ByLot
                        ? "A lot decided which days were which; everybody knew, so that expectation may be part of it."
                        : "Nobody was drawn by lot: who waited may differ from who was treated in more than that. This cannot show"
                                + " what caused the difference.");
    }

    private void each() {
        List<Contribution> told = all.told();
        told.stream().limit(MOST_LINES).forEach(one -> {
            var effect = one.summary().effect().orElseThrow();
            double reach = Normal.Z975 * effect.error();
            say(
                    "  %-30.30s %-18s %8.3f (%.3f to %.3f)%s",
                    one.practice().name(),
                    people(one.summary()),
                    effect.difference(),
                    effect.difference() - reach,
                    effect.difference() + reach,
                    one.number() > 1 ? "  not its first" : "");
        });
        if (told.size() > MOST_LINES) {
            say("  and %d more, in --json", told.size() - MOST_LINES);
        }
        say(
                "%d of %d practices contributed, %d of them an effect.",
                all.contributions().size(), all.protocol().practices().size(), told.size());
        names("Had to withhold it", List.copyOf(all.withheld().keySet()));
        names("Missing", all.missing());
    }

    private void names(String what, List<JointPractice> practices) {
        if (!practices.isEmpty()) {
            say(
                    "%s: %s%s.",
                    what,
                    practices.stream()
                            .limit(MOST_NAMES)
                            .map(JointPractice::name)
                            .collect(Collectors.joining(", ")),
                    practices.size() > MOST_NAMES ? " and " + (practices.size() - MOST_NAMES) + " more" : "");
        }
    }

    private static String people(JointSummary summary) {
        return switch (summary) {
            case JointSummary.ComparedArms arms -> arms.treated() + " and " + arms.waiting();
            case JointSummary.OwnDifferences own -> String.valueOf(own.people());
            case JointSummary.Withheld nothing -> "";
        };
    }

    private void together() {
        Pooled pooled = answer.pooled();
        say(
                "Together: %.3f points (%s); practices lie apart by a standard deviation of %.3f.",
                pooled.estimate(), interval(pooled.neverNarrower().interval()), Math.sqrt(pooled.tau2()));
        pooled.predictions()
                .ifPresent(next -> say("In another such practice: anywhere from %s.", interval(next.careful())));
        if (!answer.withoutEach().isEmpty()) {
            WithoutOne most = answer.withoutEach().stream()
                    .max(Comparator.comparingDouble(one -> Math.abs(one.estimate() - pooled.estimate())))
                    .orElseThrow();
            say(
                    "Without one practice: %.3f to %.3f; it moves most without %s (%.3f, %s).",
                    answer.withoutEach().stream()
                            .mapToDouble(WithoutOne::estimate)
                            .min()
                            .orElseThrow(),
                    answer.withoutEach().stream()
                            .mapToDouble(WithoutOne::estimate)
                            .max()
                            .orElseThrow(),
                    most.practice(),
                    most.estimate(),
                    interval(most.interval()));
        }
    }

    private void shares(String what, Optional<JointAnswer> shares) {
        int compared = all.told().size();
        if (shares.isEmpty()) {
            say("Who got %s: fewer than three of %d practices may tell it.", what, compared);
            return;
        }
        Pooled pooled = shares.get().pooled();
        say(
                "Who got %s, treated less waiting: %.1f in 100 (%.1f to %.1f), in the %d of %d practices that may tell it: large ones"
                        + " with middling shares.",
                what,
                100 * pooled.estimate(),
                100
                        * PooledContributions.asShares(pooled.neverNarrower().interval())
                                .low(),
                100
                        * PooledContributions.asShares(pooled.neverNarrower().interval())
                                .high(),
                shares.get().meta().studies().size(),
                compared);
    }

    private void notCounted() {
        for (JointLeftOut why : JointLeftOut.values()) {
            var sum = all.leftOut(why);
            if (sum.told() > 0 || sum.few() > 0) {
                say(
                        "Not counted: %d%s %s.",
                        sum.told(),
                        sum.few() > 0 ? ", and a few in each of " + sum.few() + " practices," : "",
                        LeftOutSaid.of(why));
            }
        }
    }

    private static String interval(Pooled.Interval interval) {
        return String.format(Locale.ROOT, "%.3f to %.3f", interval.low(), interval.high());
    }

    private void say(String form, Object... values) {
        out.println(String.format(Locale.ROOT, form, values));
    }
}
