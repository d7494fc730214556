package org.stillpoint.app.evidence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.stillpoint.exchange.table.Columns;
import org.stillpoint.record.literature.KindOfEffect;

/** What tables and the command line call each kind of effect, in the order in which a table is searched for them. */
enum EffectKind {
    OR(KindOfEffect.OR, "odds ratio", "or", "odds_ratio", "odds", "oddsratios"),
    RR(KindOfEffect.RR, "risk ratio", "rr", "risk_ratio", "relative_risk", "rateratio", "irr"),
    HR(KindOfEffect.HR, "hazard ratio", "hr", "hazard_ratio"),
    SMD(KindOfEffect.SMD, "standardised mean difference", "smd", "d", "g", "hedges_g", "cohens_d"),
    MD(KindOfEffect.MD, "mean difference", "md", "mean_difference", "diff", "difference");

    private final KindOfEffect kind;
    private final String noun;
    private final List<String> columns;

    EffectKind(KindOfEffect kind, String noun, String... columns) {
        this.kind = kind;
        this.noun = noun;
        this.columns = List.of(columns);
    }

    /** Ratios are pooled as logarithms and printed as ratios. */
    boolean isRatio() {
        return kind.isRatio();
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
