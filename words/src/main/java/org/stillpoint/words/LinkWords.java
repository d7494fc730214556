package org.stillpoint.words;

import org.stillpoint.record.link.LinkPurpose;

/** The client's own door: links that are given out, and what stands behind them. */
public enum LinkWords implements Label {
    TITLE,
    WHAT_IT_MEANS,
    MAKE,
    PURPOSE,
    PERIOD,
    ONCE,
    SCAN,
    THIS_MACHINE,
    MADE_BEFORE,
    MADE_SO_FAR,
    NONE,
    TAKE_BACK,
    UNOPENED,
    RUN_OUT,
    YOURS,
    OPEN,
    OPEN_MEANS,
    FOR_CHECK_IN,
    FOR_OWN_COPY,
    FOR_CONSENT,
    FOR_INTAKE,
    FOR_QUESTIONNAIRE,
    FOR_OWN_VIEW,
    FOR_APPOINTMENT,
    COPY_MEANS,
    TAKE_COPY,
    THANKS,
    KEPT_BEFORE,
    MEND,
    MENDED,
    CLOSE_THIS,
    NO_NETWORK,
    WAITS,
    WAITS_HINT,
    NOT_TAKEN,
    OPEN_AGAIN,
    NOTHING_OPEN,
    OPENS_NOTHING,
    TOO_MANY;

    public record Days(int days) implements Message {}

    public record MadeBy(Message at, String name) implements Message {}

    public record Made(Message at) implements Message {}

    public record OpensUntil(Message at) implements Message {}

    public record OpenedAt(Message at) implements Message {}

    public record UsedAt(Message at) implements Message {}

    public record TakenBackAt(Message at) implements Message {}

    /** What somebody is asked to do who has a link. */
    public static LinkWords asked(LinkPurpose purpose) {
        return switch (purpose) {
            case CHECK_IN -> FOR_CHECK_IN;
            case OWN_COPY -> FOR_OWN_COPY;
            case CONSENT -> FOR_CONSENT;
            case INTAKE -> FOR_INTAKE;
            case QUESTIONNAIRE -> FOR_QUESTIONNAIRE;
            case OWN_VIEW -> FOR_OWN_VIEW;
            case APPOINTMENT -> FOR_APPOINTMENT;
        };
    }
}
