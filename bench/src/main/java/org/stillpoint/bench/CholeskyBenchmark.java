package org.stillpoint.bench;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.DMatrixSparseCSC;
import org.ejml.data.DMatrixSparseTriplet;
import org.ejml.ops.DConvertMatrixStruct;
import org.ejml.sparse.FillReducing;
import org.ejml.sparse.csc.factory.LinearSolverFactory_DSCC;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StiffnessMatrix;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/**
 * Factorising the whole body's stiffness and solving for 330 right-hand sides, beside EJML's sparse and ojAlgo's dense Cholesky on the
 * same matrix. Ours does more: it assembles twice (skeleton and whole) and forms the influence matrix.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class CholeskyBenchmark {

    private static final int RIGHT_SIDES = 330;

    private final StrainNetwork network = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());
    private final StiffnessMatrix matrix = network.stiffnessMatrix();
    private final DMatrixSparseCSC plain = sparse(false);
    private final DMatrixSparseCSC ordered = sparse(true);
    private final R064Store dense = dense();
    private final double[] right =
            new Random(1).doubles((long) matrix.size() * RIGHT_SIDES).toArray();
    private final DMatrixRMaj ejmlRight = DMatrixRMaj.wrap(matrix.size(), RIGHT_SIDES, right.clone());
    private final DMatrixRMaj ejmlSolution = new DMatrixRMaj(matrix.size(), RIGHT_SIDES);
    private final R064Store ojRight = ojRight();

    private DMatrixSparseCSC sparse(boolean inOurOrder) {
        int[] place = new int[matrix.size()];
        for (int i = 0; i < place.length; i++) {
            place[inOurOrder ? matrix.order()[i] : i] = i;
        }
        DMatrixSparseTriplet triplets =
                new DMatrixSparseTriplet(matrix.size(), matrix.size(), 2 * matrix.values().length);
        for (int i = 0; i < matrix.values().length; i++) {
            int r = place[matrix.rows()[i]];
            int c = place[matrix.columns()[i]];
            triplets.addItem(r, c, matrix.values()[i]);
            if (r != c) {
                triplets.addItem(c, r, matrix.values()[i]);
            }
        }
        return DConvertMatrixStruct.convert(triplets, (DMatrixSparseCSC) null);
    }

    private R064Store dense() {
        R064Store store = R064Store.FACTORY.make(matrix.size(), matrix.size());
        for (int i = 0; i < matrix.values().length; i++) {
            store.set(matrix.rows()[i], matrix.columns()[i], matrix.values()[i]);
            store.set(matrix.columns()[i], matrix.rows()[i], matrix.values()[i]);
        }
        return store;
    }

    private R064Store ojRight() {
        R064Store store = R064Store.FACTORY.make(matrix.size(), RIGHT_SIDES);
        for (int r = 0; r < matrix.size(); r++) {
            for (int c = 0; c < RIGHT_SIDES; c++) {
                store.set(r, c, right[r * RIGHT_SIDES + c]);
            }
        }
        return store;
    }

    @Benchmark
    public Influence stillpoint() {
        return network.with(network.parameters()).influence();
    }

    @Benchmark
    public DMatrixRMaj ejmlSparseInTheOrderOfTheAtlas() {
        return ejml(plain);
    }

    @Benchmark
    public DMatrixRMaj ejmlSparseInOurOrder() {
        return ejml(ordered);
    }

    private DMatrixRMaj ejml(DMatrixSparseCSC k) {
        var solver = LinearSolverFactory_DSCC.cholesky(FillReducing.NONE);
        if (!solver.setA(k)) {
            throw new IllegalStateException("not positive definite");
        }
        solver.solve(ejmlRight, ejmlSolution);
        return ejmlSolution;
    }

    @Benchmark
    public MatrixStore<Double> ojAlgoDense() {
        Cholesky<Double> cholesky = Cholesky.R064.make();
        cholesky.decompose(dense);
        return cholesky.getSolution(ojRight);
    }
}
