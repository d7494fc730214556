package org.stillpoint.words;

/** Holding a muscle in the body model. */
public enum HoldWords implements Label {
    TITLE,
    CHOOSE,
    BODY,
    HELD,
    LET_GO_OF_ALL,
    LOADING,
    FASCIA,
    GRADES,
    ANSWERS,
    LISTED,
    MUSCLES,
    JOINTS,
    SHOW_MORE,
    PUT_AWAY_PICKED,
    PUT_AWAY,
    FROM,
    HOLD_TOO;

    public record Continuities(long count) implements Message {}

    /**
     * @param greatest extent up to which the answer is in proportion
     * @param known extent up to which the held muscle's stiffness has been measured
     */
    public record Hypothesis(Share greatest, Share known) implements Message {}
}
