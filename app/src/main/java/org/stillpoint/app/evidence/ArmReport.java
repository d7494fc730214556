package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.evidence.TrialCommand.Direction;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.numeric.Sample;
import org.stillpoint.evidence.trial.ResponseVariance;
import org.stillpoint.evidence.trial.Trial;

/** What a treated arm beside a comparison arm says, as text or JSON. */
final class ArmReport {

    /** A residual this small a share of the scores is round-off: the scores fit exactly. */
    private static final double ROUND_OFF = 1e-9;

    private static final String EXACT =
            "the scores after follow from those before without any scatter, so that nothing is known of what chance would do";

    private final ArmTable people;
    private final Direction direction;
    private final Trial trial;

    ArmReport(ArmTable people, Direction direction) {
        this.people = people;
        this.direction = direction;
        this.trial = new Trial(people.treated(), people.comparison().orElseThrow());
    }

    void print(boolean json, JsonAnswer answer, PrintWriter out) {
        if (json) {
            json(answer);
            out.println(answer.put("read", people.read().fields()));
        } else {
            out.println(people.read().line());
            out.println();
            text(out);
        }
    }

    private boolean exact(Trial.Ancova ancova) {
        double size = Math.max(
                Sample.sd(trial.treated().after()), Sample.sd(trial.comparison().after()));
        return ancova.residualSd() <= ROUND_OFF * Math.max(size, Math.abs(ancova.difference()));
    }

    /** Where nothing says which way is better, and the treated rise beside the others, nobody is called a responder by a guess. */
    private Optional<String> whyNoResponders() {
        boolean rise = trial.ancova().difference() > 0;
        return !direction.known() && rise
                ? Optional.of(
                        "whether higher or lower is better is not known, and the treated scored higher: say --better low or --better high")
                : Optional.empty();
    }

    private void json(JsonAnswer answer) {
        Trial.Ancova ancova = trial.ancova();
        ResponseVariance.Estimated v = (ResponseVariance.Estimated) trial.responseVariance();
        boolean exact = exact(ancova);
        answer.put("nComparison", trial.comparison().size())
                .put("treatedArm", people.treatedName())
                .put("comparisonArm", people.comparisonName())
                .put(
                        "ancova",
                        new JsonAnswer()
                                .put("diff", ancova.difference())
                                .put("ci", exact ? null : new double[] {ancova.low(), ancova.high()})
                                .put("p", exact ? null : ancova.p())
                                .put("slopePre", ancova.slope())
                                .put("residSd", ancova.residualSd())
                                .put("refused", exact ? EXACT : null))
                .put(
                        "sdIR",
                        new JsonAnswer()
                                .put("sdTreated", v.treatedSd())
                                .put("sdComparison", v.comparisonSd())
                                .put("varIR", v.variance())
                                .put("sdIR", v.sd())
                                .put("ci", v.low() < v.high() ? new double[] {v.low(), v.high()} : null)
                                .put("lnVR", v.logRatio())
                                .put("lnVRse", v.logRatioError()))
                .put("responders30", responders(0.3))
                .put("responders50", responders(0.5))
                .put("hedgesG", trial.hedgesG());
    }

    private JsonAnswer responders(double share) {
        Optional<String> refused = whyNoResponders();
        Optional<Trial.Responders> found = trial.responders(share, direction.better());
        if (refused.isPresent() || found.isEmpty()) {
            return new JsonAnswer().put("refused", refused.orElse("nobody of an arm scored above 0 before"));
        }
        Trial.Responders r = found.get();
        return new JsonAnswer()
                .put("treated", List.of(r.treated(), r.ofTreated()))
                .put("comparison", List.of(r.comparison(), r.ofComparison()))
                .put("atZero", List.of(r.atZeroTreated(), r.atZeroComparison()))
                .put("riskDiff", r.difference())
                .put("ci", new double[] {r.low(), r.high()})
                .put("ciWald", r.waldLow() < r.waldHigh() ? new double[] {r.waldLow(), r.waldHigh()} : null)
                .put("NNT", r.numberNeeded());
    }

    private void text(PrintWriter out) {
        Trial.Ancova ancova = trial.ancova();
        ResponseVariance.Estimated v = (ResponseVariance.Estimated) trial.responseVariance();
        out.printf(
                "%d treated (%s), %d in the comparison arm (%s); %s%n%n",
                trial.treated().size(),
                people.treatedName(),
                trial.comparison().size(),
                people.comparisonName(),
                direction.phrase());
        if (exact(ancova)) {
            out.printf(
                    Locale.ROOT,
                    "Difference afterwards at equal scores before: %.2f; %s%n",
                    ancova.difference(),
                    EXACT);
        } else {
            out.printf(
                    Locale.ROOT,
                    "Difference afterwards at equal scores before, %s less %s: %.2f (%.2f to %.2f), p %.2g%n",
                    people.treatedName(),
                    people.comparisonName(),
                    ancova.difference(),
                    ancova.low(),
                    ancova.high(),
                    ancova.p());
        }
        if (v.low() < v.high()) {
            out.printf(
                    Locale.ROOT,
                    "Response varies between people by (standard deviation): %.2f (%.2f to %.2f); a negative end means: not at all%n",
                    v.sd(),
                    v.low(),
                    v.high());
        }
        line(out, 30);
        line(out, 50);
    }

    private void line(PrintWriter out, int percent) {
        Optional<String> refused = whyNoResponders();
        Optional<Trial.Responders> found = trial.responders(percent / 100.0, direction.better());
        if (refused.isPresent() || found.isEmpty()) {
            out.printf("%d %% better: %s%n", percent, refused.orElse("nobody of an arm scored above 0 before"));
            return;
        }
        Trial.Responders r = found.get();
        int apart = r.atZeroTreated() + r.atZeroComparison();
        out.printf(
                Locale.ROOT,
                "%d %% better (%s): %d of %d %s, %d of %d %s: difference %.0f %% (%.0f to %.0f)%s%n",
                percent,
                direction.better() == Better.LOWER ? "lower" : "higher",
                r.treated(),
                r.ofTreated(),
                people.treatedName(),
                r.comparison(),
                r.ofComparison(),
                people.comparisonName(),
                100 * r.difference(),
                100 * r.low(),
                100 * r.high(),
                apart == 0 ? "" : "; " + apart + " who scored 0 before are counted apart");
    }
}
