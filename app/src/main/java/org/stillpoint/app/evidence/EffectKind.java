package org.stillpoint.app.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.exchange.table.Columns;

/** What kind of number an effect is; ratios are pooled as logarithms and printed as ratios. */
enum EffectKind {
    OR(true, "odds ratio", "or", "odds_ratio", "odds", "oddsratios"),
    RR(true, "risk ratio", "rr", "risk_ratio", "relative_risk", "rateratio", "irr"),
    HR(true, "hazard ratio", "hr", "hazard_ratio"),
    SMD(false, "standardised mean difference", "smd", "d", "g", "hedges_g", "cohens_d"),
    MD(false, "mean difference", "md", "mean_difference", "diff", "difference");

    private final boolean ratio;
    private final String noun;
    private final List<String> columns;

    EffectKind(boolean ratio, String noun, String... columns) {
        this.ratio = ratio;
        this.noun = noun;
        this.columns = List.of(columns);
    }

    boolean isRatio() {
        return ratio;
    }

    /** What it is called in a sentence. */
    String noun() {
        return noun;
    }

    /** Names that a column of such effects has. */
    String[] columns() {
        return columns.toArray(String[]::new);
    }

    static Optional<EffectKind> find(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.name().equals(name.strip().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    /** The kind that a column's name says, if it says one. */
    static Optional<EffectKind> ofColumn(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.columns.stream()
                        .anyMatch(column -> Columns.plain(column).equals(Columns.plain(name))))
                .findFirst();
    }
}
