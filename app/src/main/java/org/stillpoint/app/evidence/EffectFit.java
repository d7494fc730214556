package org.stillpoint.app.evidence;

import java.util.Optional;
import org.stillpoint.evidence.meta.EffectInterval;
import org.stillpoint.exchange.table.Column;
import org.stillpoint.exchange.table.Row;
import org.stillpoint.exchange.table.Table;

/**
 * Whether effects lie in the middle of their intervals, as differences do; ratios do as logarithms. The argument {@code check} of
 * metafor's {@code conv.wald} asks the same.
 */
final class EffectFit {

    /** Where every effect lies a little to one side, as ratios with narrow intervals do, so much on average is asked about. */
    private static final double OFF_TOGETHER = 0.04;

    private static final int FEW = 3;

    private final Table table;
    private final Column effects;
    private final Optional<EffectKind> kind;
    private double sumPlain;
    private double sumLog;
    private int positive;
    private int rows;

    EffectFit(Table table, Column effects, Optional<EffectKind> kind) {
        this.table = table;
        this.effects = effects;
        this.kind = kind;
    }

    boolean isRatio() {
        return kind.filter(EffectKind::isRatio).isPresent();
    }

    /** Notes what is wrong with one row: an effect outside its interval, or far off its middle, and as what it would fit. */
    void check(Row row, double effect, double low, double high, Column lows, Column highs) {
        if (isRatio() && !(effect > 0 && low > 0)) {
            row.problem(
                    low > 0 ? effects : lows,
                    "is not above 0, as every " + kind.orElseThrow().noun()
                            + " is; logarithms and differences are read with --effect smd or md");
            return;
        }
        if (effect < low || effect > high) {
            row.problem(effects, "lies outside its own interval, " + row.text(lows) + " to " + row.text(highs));
            return;
        }
        EffectInterval printed =
                EffectInterval.of(effect, low, high, row.text(effects), row.text(lows), row.text(highs));
        rows++;
        if (printed.canBeRatio()) {
            positive++;
            sumPlain += printed.offAsDifference();
            sumLog += printed.offAsRatio();
        }
        boolean fits = isRatio() ? printed.fitsAsRatio() : printed.fitsAsDifference();
        if (!fits) {
            boolean other = isRatio() ? printed.fitsAsDifference() : printed.fitsAsRatio();
            row.problem(
                    effects,
                    "does not lie in the middle of its interval, " + row.text(lows) + " to " + row.text(highs)
                            + (other
                                    ? isRatio()
                                            ? ", as the logarithm of a ratio does; it fits as a difference: say --effect smd or md"
                                            : ", as a difference does; it fits as a ratio: say --effect or, rr or hr"
                                    : isRatio() ? ", nor does its logarithm" : ""));
        }
    }

    /** Asks where no single row is far off, but all together lie where ratios do. */
    void ask() {
        if (kind.isPresent() || rows < FEW || positive < rows) {
            return;
        }
        double plain = sumPlain / rows;
        double log = Math.abs(sumLog / rows);
        if (plain < -OFF_TOGETHER && log < Math.abs(plain) / 3) {
            throw table.ask(
                    "column " + effects.name()
                            + ": the effects lie in the middle of their intervals as logarithms, as ratios do; say --effect or, rr or hr, or --effect smd or md where they are differences");
        }
    }
}
