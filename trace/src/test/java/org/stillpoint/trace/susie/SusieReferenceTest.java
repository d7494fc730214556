package org.stillpoint.trace.susie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * N3finemapping (574 x 1001), first trait, as susieR 0.12.35 fits it.
 *
 * <p>Expected numbers: {@code cases/susie/n3_expected.json} of the shared folder, got by {@code susie(X, y, L = 10)} in R.
 */
class SusieReferenceTest {
    @Test
    void fit_n3finemapping_agreesWithSusieR() throws Exception {
        Path folder = SharedData.find("cases/susie").orElse(null);
        assumeTrue(folder != null, "skipped: shared/cases/susie is not here");
        List<double[]> rows = SharedData.numbers(folder.resolve("n3_X.csv.gz"));
        double[] y = SharedData.byRow(SharedData.numbers(folder.resolve("n3_y.csv.gz")));
        String expected = Files.readString(folder.resolve("n3_expected.json"), StandardCharsets.UTF_8);

        int p = rows.getFirst().length;
        SusieFit fit = Susie.standard().fit(DesignMatrix.standardised(SharedData.byRow(rows), rows.size(), p), y);

        assertThat(fit.elbo()).containsExactly(field(expected, "elbo_trace"), within(1e-6));
        assertThat(fit.residualVariance()).isCloseTo(6.4147366897, within(1e-6));
        assertThat(fit.priorVariance()).containsExactly(field(expected, "V"), within(1e-6));
        assertThat(fit.intercept()).isCloseTo(-3.311648298e-10, within(1e-9));
        assertThat(fit.inclusion()).containsExactly(field(expected, "pip"), within(1e-7));
        assertThat(fit.coefficients()).containsExactly(field(expected, "coef"), within(1e-7));
        assertThat(fit.sets().stream().map(CredibleSet::effect)).containsExactly(1, 0, 2);
        for (CredibleSet set : fit.sets()) {
            double[] columns = set.variables().stream()
                    .mapToDouble(variable -> variable + 1)
                    .toArray();
            assertThat(columns).containsExactly(field(expected, "L" + (set.effect() + 1)), within(0.0));
        }
        assertThat(fit.sets().stream().mapToDouble(CredibleSet::purity).toArray())
                .containsExactly(field(expected, "purity_min_abs_corr"), within(1e-9));
        assertThat(fit.sets().stream().mapToDouble(CredibleSet::coverage).toArray())
                .containsExactly(field(expected, "set_coverage"), within(1e-6));
    }

    private static double[] field(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\\[?([^\\]\"}]*?)(\\]|,\"|\\})")
                .matcher(json);
        assertThat(matcher.find()).as(name).isTrue();
        return Pattern.compile(",")
                .splitAsStream(matcher.group(1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
