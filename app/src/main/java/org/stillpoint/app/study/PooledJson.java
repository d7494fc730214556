package org.stillpoint.app.study;

import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.evidence.joint.JointAnswer;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;

/** A pooled study as JSON. */
final class PooledJson {
    private PooledJson() {}

    static JsonAnswer of(PooledContributions all, JointAnswer answer) {
        JsonAnswer leftOut = new JsonAnswer();
        for (JointLeftOut why : JointLeftOut.values()) {
            var sum = all.leftOut(why);
            leftOut.put(
                    StudyNode.code(why),
                    new JsonAnswer().put("told", sum.told()).put("practicesWithFew", sum.few()));
        }
        return new JsonAnswer()
                .put(
                        "protocol",
                        new JsonAnswer()
                                .put("title", all.protocol().title())
                                .put("question", all.protocol().question())
                                .put("hash", all.protocol().hash())
                                .put("sealedAt", all.protocol().sealedAt().toString()))
                .put("prospective", PoolStudy.isProspective(all.protocol()))
                .put("practices", all.protocol().practices().size())
                .put("contributed", all.contributions().size())
                .put("missing", all.missing().stream().map(JointPractice::name).toList())
                .put(
                        "withheld",
                        all.withheld().entrySet().stream()
                                .map(one -> new JsonAnswer()
                                        .put("practice", one.getKey().name())
                                        .put("reason", StudyNode.code(one.getValue())))
                                .toList())
                .put("madeUp", all.madeUp())
                .put("effect", effect(answer))
                .put(
                        "leaveOneOut",
                        answer.withoutEach().stream()
                                .map(one -> new JsonAnswer()
                                        .put("practice", one.practice())
                                        .put("est", one.estimate())
                                        .put("ci", ends(one.interval())))
                                .toList())
                .put("each", all.contributions().stream().map(PooledJson::one).toList())
                .put("better", all.better().map(PooledJson::shares).orElse(null))
                .put("worse", all.worse().map(PooledJson::shares).orElse(null))
                .put("leftOut", leftOut);
    }

    private static JsonAnswer effect(JointAnswer answer) {
        Pooled pooled = answer.pooled();
        MetaAnalysis.Heterogeneity scatter = answer.meta().heterogeneity();
        return new JsonAnswer()
                .put("k", answer.meta().studies().size())
                .put("est", pooled.estimate())
                .put("se", pooled.neverNarrower().standardError())
                .put("df", pooled.neverNarrower().df())
                .put("p", pooled.neverNarrower().p())
                .put("ci", ends(pooled.neverNarrower().interval()))
                .put("seOrdinary", pooled.standardError())
                .put("ciOrdinary", ends(pooled.interval()))
                .put("tau2", pooled.tau2())
                .put("tau2Interval", ends(answer.meta().tau2Interval()))
                .put("I2", pooled.i2())
                .put("Q", scatter.q())
                .put("Qp", scatter.p())
                .put(
                        "predictionInterval",
                        pooled.predictions().map(next -> ends(next.careful())).orElse(null));
    }

    /** Of a difference of shares. */
    private static JsonAnswer shares(JointAnswer answer) {
        Pooled pooled = answer.pooled();
        return new JsonAnswer()
                .put("k", answer.meta().studies().size())
                .put("est", pooled.estimate())
                .put("se", pooled.neverNarrower().standardError())
                .put(
                        "ci",
                        ends(PooledContributions.asShares(pooled.neverNarrower().interval())))
                .put("tau2", pooled.tau2());
    }

    private static JsonAnswer one(Contribution one) {
        JsonAnswer json = new JsonAnswer()
                .put("practice", one.practice().name())
                .put("number", one.number())
                .put("madeOn", one.madeOn().toString());
        switch (one.summary()) {
            case JointSummary.ComparedArms arms ->
                json.put("treated", arms.treated())
                        .put("waiting", arms.waiting())
                        .put("est", arms.difference())
                        .put("se", arms.error());
            case JointSummary.OwnDifferences own ->
                json.put("people", own.people())
                        .put("est", own.difference())
                        .put("se", own.error())
                        .put("betweenSd", own.betweenSd());
            case JointSummary.Withheld nothing -> json.put("withheld", StudyNode.code(nothing.reason()));
        }
        return json;
    }

    private static double[] ends(Pooled.Interval interval) {
        return new double[] {interval.low(), interval.high()};
    }
}
