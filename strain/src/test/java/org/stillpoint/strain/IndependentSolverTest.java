package org.stillpoint.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ojalgo.matrix.decomposition.Cholesky;
import org.ojalgo.matrix.store.MatrixStore;
import org.ojalgo.matrix.store.R064Store;
import org.stillpoint.anatomy.Atlas;

/** The whole body solved by ojAlgo's dense Cholesky as well. EJML's sparse one is in {@link Laws#agreesWithIndependentCholesky()}. */
class IndependentSolverTest {

    @Test
    void factor_wholeBody_agreesWithOjAlgo() {
        StrainNetwork body = StrainNetwork.of(Atlas.standard(), StrainParameters.standard());
        int n = body.degreesOfFreedom();
        double[] k = Laws.dense(body);
        R064Store matrix = R064Store.FACTORY.make(n, n);
        R064Store right = R064Store.FACTORY.make(n, 1);
        double[] b = new Random(7).doubles(n, -1, 1).toArray();
        for (int i = 0; i < n; i++) {
            right.set(i, 0, b[i]);
            for (int j = 0; j < n; j++) {
                matrix.set(i, j, k[i * n + j]);
            }
        }
        Cholesky<Double> cholesky = Cholesky.R064.make();
        assertThat(cholesky.decompose(matrix)).isTrue();
        assertThat(cholesky.isSPD()).isTrue();
        MatrixStore<Double> solution = cholesky.getSolution(right);
        double[] theirs = new double[n];
        for (int i = 0; i < n; i++) {
            theirs[i] = solution.doubleValue(i, 0);
        }
        assertThat(Laws.difference(body.factor().solve(b), theirs)).isLessThan(1e-10);
    }
}
