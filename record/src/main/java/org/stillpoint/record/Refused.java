package org.stillpoint.record;

/** A rule of the procedure forbids what was asked. */
public final class Refused extends RecordException {

    /** The rules, each with the sentence that says it. */
    public enum Rule {
        HISTORY_IS_LOCKED("what was told before a session is locked since that session started"),
        NOT_TOLD_BEFORE("a session has started since: this can no longer be recorded as told before the session"),
        NOT_SURFACED_YET("no session has started: nothing can have surfaced in one"),
        ONLY_SURFACED_IS_CORROBORATED("only an event that surfaced in a session can be corroborated later"),
        ADDED_UNCORROBORATED("an event is added as told or surfaced, and corroborated afterwards"),
        SESSION_IS_OPEN("this client has an open session: end it first"),
        SESSION_HAS_ENDED("the session ended before this was marked"),
        SAFETY_CHECK_IS_ANOTHERS("the safety check is of another client"),
        SAFETY_CHECK_IS_OLD("the safety check is not of the twelve hours before the session"),
        SAFETY_CHECK_IS_USED("the safety check belongs to an earlier session"),
        SAFETY_CHECK_STOPS("the safety check found a condition, and no override with a reason is recorded"),
        NOTHING_TO_UNDO("the mark to undo is not in this session, or is undone already"),
        TOO_LATE_TO_UNDO("a mark can be undone within ten seconds"),
        NO_PAIN_IS_MARKED("no pain is marked: there is nothing to trace"),
        FORECAST_IS_SEALED("a forecast for a session of that day is sealed already: a guess after it is not unseen"),
        TOO_FEW_TO_FORECAST("a forecast needs two check-ins, one of them within the last two weeks"),
        OWNER_EXISTS("the practice has its owner already"),
        TARGET_HAS_COME("it speaks of what has begun already: it must be sealed before that"),
        CLOCK_WENT_BACK("the clock stands before the latest entry of the ledger");

        private final String sentence;

        Rule(String sentence) {
            this.sentence = sentence;
        }

        public String sentence() {
            return sentence;
        }
    }

    private final Rule rule;
    private final Id<?> id;

    /**
     * @param rule the rule that forbids it
     * @param id the record it was asked of
     */
    public Refused(Rule rule, Id<?> id) {
        super("refused for %s: %s".formatted(id, rule.sentence()));
        this.rule = rule;
        this.id = id;
    }

    public Rule rule() {
        return rule;
    }

    public Id<?> id() {
        return id;
    }
}
