package org.stillpoint.evidence.meta;

/** How the variance between studies is estimated. */
public enum Estimator {
    /** Fixed (equal) effects: no variance between studies. */
    FE,
    /** DerSimonian and Laird 1986. */
    DL,
    /** Restricted maximum likelihood. */
    REML,
    /** Paule and Mandel 1982. */
    PM,
    /** Hedges 1983 (Hedges and Olkin 1985). */
    HE,
    /** Sidik and Jonkman 2005. */
    SJ,
    /** Maximum likelihood. */
    ML,
    /** Empirical Bayes (Morris 1983); the same root as {@link #PM}. */
    EB
}
