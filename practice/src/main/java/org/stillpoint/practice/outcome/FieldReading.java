package org.stillpoint.practice.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.stillpoint.evidence.literature.Findings;
import org.stillpoint.evidence.literature.PublishedFinding;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.SmallStudies;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.numeric.Normal;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.literature.KindOfEffect;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** What the field knows: the published trials as they are, and the studies that the practice adds. */
public final class FieldReading {

    private static final List<Estimator> SHOWN = List.of(Estimator.FE, Estimator.DL, Estimator.REML, Estimator.PM);

    /** Fewest studies to say anything of, and fewest to look for those that were never printed. */
    private static final int LEAST = 2;

    private static final int LEAST_FOR_FUNNEL = 3;

    /** Standard errors on either side of an estimate that its interval of 95 % reaches. */
    public static final double INTERVAL_REACH = Normal.Z975;

    private final UnitOfWork work;

    public FieldReading(UnitOfWork work) {
        this.work = work;
    }

    /** A standardised difference with its interval of 95 %; below 0 is in favour of the treatment. */
    public record StudyEffect(String label, double value, double low, double high) {
        public double standardError() {
            return (high - low) / (2 * Normal.Z975);
        }
    }

    /**
     * What is known.
     *
     * @param findings the published ones, as they are
     * @param published every standardised effect, never pooled: reviews share their trials
     * @param added the studies of this practice
     * @param together the single trials and the added studies with standardised differences; empty with fewer than two
     * @param others the added studies of every other kind of which there are two
     */
    public record KnownStudies(
            List<PublishedFinding> findings,
            List<StudyEffect> published,
            List<AddedStudy> added,
            Optional<PooledStudies> together,
            List<OfAKind> others) {}

    /**
     * Added studies of one kind together, by restricted maximum likelihood; ratios as logarithms, and given as ratios.
     *
     * @param careful interval of 95 % by Hartung and Knapp, never narrower than the plain one
     */
    public record OfAKind(KindOfEffect kind, int studies, double estimate, PooledEffect.EffectRange careful) {}

    /**
     * Single studies together.
     *
     * @param single each of them
     * @param ways pooled by each estimator
     * @param reml pooled by restricted maximum likelihood
     * @param asymmetry whether small studies differ; empty with fewer than three studies
     */
    public record PooledStudies(
            List<StudyEffect> single, List<PooledEffect> ways, PooledEffect reml, Optional<Asymmetry> asymmetry) {}

    /**
     * Egger's regression.
     *
     * @param t of the intercept
     * @param df degrees of freedom
     * @param p two-sided
     */
    public record Asymmetry(double t, int df, double p) {}

    public KnownStudies by(Actor actor) {
        List<AddedStudy> added = work.read(
                actor,
                Act.SEE_FIELD,
                Optional.empty(),
                records -> records.addedStudies().list());
        List<StudyEffect> published = new ArrayList<>();
        List<StudyEffect> single = new ArrayList<>();
        for (PublishedFinding finding : Findings.list()) {
            finding.standardised().ifPresent(value -> {
                StudyEffect effect = new StudyEffect(
                        finding.study() + ", " + finding.comparison() + ", " + finding.outcome(),
                        value.value(),
                        value.low(),
                        value.high());
                published.add(effect);
                if (finding.isTrial() && single.isEmpty()) { // one moment of one trial: later ones are the same people
                    single.add(effect);
                }
            });
        }
        added.stream()
                .filter(study -> study.kind() == KindOfEffect.SMD)
                .forEach(study -> single.add(new StudyEffect(study.name(), study.effect(), study.low(), study.high())));
        return new KnownStudies(
                Findings.list(),
                List.copyOf(published),
                added,
                single.size() < LEAST ? Optional.empty() : Optional.of(together(single)),
                others(added));
    }

    private static List<OfAKind> others(List<AddedStudy> added) {
        List<OfAKind> others = new ArrayList<>();
        for (KindOfEffect kind : KindOfEffect.values()) {
            List<AddedStudy> own =
                    added.stream().filter(study -> study.kind() == kind).toList();
            if (kind != KindOfEffect.SMD && own.size() >= LEAST) {
                others.add(ofAKind(kind, own));
            }
        }
        return List.copyOf(others);
    }

    private static OfAKind ofAKind(KindOfEffect kind, List<AddedStudy> studies) {
        DoubleUnaryOperator in = kind.isRatio() ? Math::log : x -> x;
        DoubleUnaryOperator out = kind.isRatio() ? Math::exp : x -> x;
        List<StudyEffect> effects = studies.stream()
                .map(study -> new StudyEffect(
                        study.name(),
                        in.applyAsDouble(study.effect()),
                        in.applyAsDouble(study.low()),
                        in.applyAsDouble(study.high())))
                .toList();
        PooledEffect pooled = PooledEffect.of(new MetaAnalysis(studies(effects)).pooled(Estimator.REML));
        return new OfAKind(
                kind,
                studies.size(),
                out.applyAsDouble(pooled.estimate()),
                new PooledEffect.EffectRange(
                        out.applyAsDouble(pooled.careful().low()),
                        out.applyAsDouble(pooled.careful().high())));
    }

    private static Studies studies(List<StudyEffect> effects) {
        return Studies.of(
                effects.stream().map(StudyEffect::label).toList(),
                effects.stream().mapToDouble(StudyEffect::value).toArray(),
                effects.stream()
                        .mapToDouble(e -> Math.pow(e.standardError(), 2))
                        .toArray());
    }

    private static PooledStudies together(List<StudyEffect> single) {
        Studies studies = studies(single);
        MetaAnalysis analysis = new MetaAnalysis(studies);
        return new PooledStudies(
                List.copyOf(single),
                SHOWN.stream().map(analysis::pooled).map(PooledEffect::of).toList(),
                PooledEffect.of(analysis.pooled(Estimator.REML)),
                studies.size() < LEAST_FOR_FUNNEL ? Optional.empty() : Optional.of(asymmetry(studies)));
    }

    private static Asymmetry asymmetry(Studies studies) {
        SmallStudies.Egger egger = new SmallStudies(studies).egger();
        return new Asymmetry(egger.t(), egger.df(), egger.p());
    }
}
