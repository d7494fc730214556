package org.stillpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.evidence.meta.Estimator;
import org.stillpoint.evidence.meta.MetaAnalysis;
import org.stillpoint.evidence.meta.Pooled;
import org.stillpoint.evidence.meta.Pooled.Interval;
import org.stillpoint.evidence.meta.Studies;
import org.stillpoint.evidence.trial.MixedModel;
import org.stillpoint.evidence.trial.MixedModel.PersonSeries;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.strain.StiffnessMatrix;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.TraceModel;
import org.stillpoint.trace.susie.DesignMatrix;
import org.stillpoint.trace.susie.Susie;

/** Work that another program does too: its data, ours, and the program that does theirs. The made-up data are the same each time. */
enum PeerWork {
    /** susieR's own example, 574 x 1001. */
    SUSIE("susie", "Rscript", "susie.R") {
        @Override
        Optional<Task> task() {
            try {
                return SusieExample.read().map(example -> susie(example.x(), example.y()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    },

    /** What a trace has: 74 regions x 330 muscles. */
    SUSIE_OF_A_TRACE("susie-trace", "Rscript", "susie.R") {
        @Override
        Optional<Task> task() {
            Atlas atlas = Atlas.standard();
            TraceModel model = StandardBody.of(atlas).trace();
            int muscles = atlas.muscles().size();
            int regions = atlas.regions().size();
            double[] x = new double[regions * muscles];
            for (int m = 0; m < muscles; m++) {
                double[] pattern = model.pattern(m);
                for (int r = 0; r < regions; r++) {
                    x[r * muscles + m] = pattern[r];
                }
            }
            Random random = new Random(SEED);
            double[] y = IntStream.range(0, regions)
                    .mapToDouble(r -> 5 * x[r * muscles + 20] + 4 * x[r * muscles + 200] + random.nextGaussian() / 2)
                    .toArray();
            return Optional.of(susie(x, y));
        }
    },

    /** The whole body's stiffness factorised and solved for 330 loads; ours assembles it as well, twice. */
    SPARSE("superlu", "python3", "stiffness.py", "superlu") {
        @Override
        Optional<Task> task() {
            return Optional.of(stiffness());
        }
    },

    /** The same by a dense factor. */
    DENSE("lapack", "python3", "stiffness.py", "lapack") {
        @Override
        Optional<Task> task() {
            return Optional.of(stiffness());
        }
    },

    /** 100 studies, three estimators of the variance between them. */
    META("meta", "Rscript", "meta.R") {
        @Override
        Optional<Task> task() {
            Random random = new Random(SEED);
            double[] variances = random.doubles(STUDIES, 0.01, 0.4).toArray();
            double[] effects = Arrays.stream(variances)
                    .map(variance -> 0.3 + Math.sqrt(variance + 0.1) * random.nextGaussian())
                    .toArray();
            Studies studies = Studies.of(effects, variances);
            return Optional.of(new Task(Map.of("y", effects, "v", variances), () -> pooled(studies)));
        }
    },

    /** Diaries of 40 people over 32 days, a level of each one's own and errors that wander. */
    MIXED("mixed", "Rscript", "mixed.R") {
        @Override
        Optional<Task> task() {
            return Optional.of(mixed());
        }
    };

    private static final long SEED = 20_261_130;
    private static final int STUDIES = 100;
    private static final int LOADS = 330;
    private static final int PEOPLE = 40;
    private static final int DAYS = 32;

    /** Share of a day's departure that is left on the next. */
    private static final double DRIFT = 0.3;

    private final String word;
    private final List<String> command;

    PeerWork(String word, String... command) {
        this.word = word;
        this.command = List.of(command);
    }

    /**
     * @param data what the peer reads, by the name of its file
     * @param ours does it once
     */
    record Task(Map<String, double[]> data, Supplier<double[]> ours) {}

    /** Empty where its data is missing. */
    abstract Optional<Task> task();

    String word() {
        return word;
    }

    /** The program, what it runs, and what that takes after the folder and the number of times. */
    List<String> command() {
        return command;
    }

    private static Task susie(double[] x, double[] y) {
        return new Task(
                Map.of("x", x, "y", y),
                () -> Susie.standard()
                        .fit(DesignMatrix.standardised(x, y.length, x.length / y.length), y)
                        .inclusion());
    }

    private static Task stiffness() {
        StrainNetwork network = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());
        StiffnessMatrix matrix = network.stiffnessMatrix();
        double[] right = new Random(SEED)
                .doubles((long) matrix.size() * LOADS)
                .map(each -> each - 0.5)
                .toArray();
        return new Task(
                Map.of(
                        "rows", Arrays.stream(matrix.rows()).asDoubleStream().toArray(),
                        "columns",
                                Arrays.stream(matrix.columns()).asDoubleStream().toArray(),
                        "values", matrix.values(),
                        "right", right),
                () -> {
                    double[][] loads = new double[matrix.size()][];
                    for (int r = 0; r < loads.length; r++) {
                        loads[r] = Arrays.copyOfRange(right, r * LOADS, (r + 1) * LOADS);
                    }
                    network.with(network.parameters()).displace(loads);
                    double[] answer = new double[right.length];
                    for (int r = 0; r < loads.length; r++) {
                        System.arraycopy(loads[r], 0, answer, r * LOADS, LOADS);
                    }
                    return answer;
                });
    }

    private static double[] pooled(Studies studies) {
        MetaAnalysis meta = new MetaAnalysis(studies);
        Interval between = meta.tau2Interval();
        return DoubleStream.concat(
                        Stream.of(Estimator.DL, Estimator.REML, Estimator.PM)
                                .map(estimator -> meta.pooled(estimator, MetaAnalysis.FULL_STEPS))
                                .flatMapToDouble(PeerWork::numbers),
                        DoubleStream.of(between.low(), between.high()))
                .toArray();
    }

    private static DoubleStream numbers(Pooled pooled) {
        Interval next = pooled.predictions().orElseThrow().lessOne();
        return DoubleStream.of(
                pooled.estimate(),
                pooled.hartungKnapp().standardError(),
                pooled.hartungKnapp().interval().low(),
                pooled.hartungKnapp().interval().high(),
                pooled.tau2(),
                next.low(),
                next.high());
    }

    private static Task mixed() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<PersonSeries> people =
                Stream.generate(() -> diary(random)).limit(PEOPLE).toList();
        double[] person = IntStream.range(0, PEOPLE)
                .flatMap(p -> IntStream.generate(() -> p).limit(DAYS))
                .asDoubleStream()
                .toArray();
        return new Task(
                Map.of(
                        "person", person,
                        "day", all(people.stream().map(PersonSeries::days)),
                        "after",
                                all(people.stream()
                                        .map(each -> Arrays.stream(each.x())
                                                .mapToDouble(row -> row[1])
                                                .toArray())),
                        "y", all(people.stream().map(PersonSeries::y))),
                () -> {
                    MixedModel fit = MixedModel.fit(people, true);
                    return DoubleStream.concat(
                                    fit.coefficients().stream().mapToDouble(Double::doubleValue),
                                    DoubleStream.of(fit.randomSd().getFirst(), fit.phi(), fit.residualSd()))
                            .toArray();
                });
    }

    private static PersonSeries diary(SplittableRandom random) {
        double level = 5 + random.nextGaussian();
        double off = 0;
        double[][] x = new double[DAYS][];
        double[][] z = new double[DAYS][];
        double[] y = new double[DAYS];
        double[] days = new double[DAYS];
        for (int day = 0; day < DAYS; day++) {
            off = DRIFT * off + Math.sqrt(1 - DRIFT * DRIFT) * random.nextGaussian();
            days[day] = day;
            x[day] = new double[] {1, day < DAYS / 2 ? 0 : 1};
            z[day] = new double[] {1};
            y[day] = level - x[day][1] + off;
        }
        return new PersonSeries(x, z, y, days);
    }

    private static double[] all(Stream<double[]> parts) {
        return parts.flatMapToDouble(Arrays::stream).toArray();
    }
}
