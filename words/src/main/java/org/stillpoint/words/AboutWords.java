package org.stillpoint.words;

/** What is told about a client, beside their story. */
public enum AboutWords implements Label {
    TITLE,
    WHO,
    CONTACT,
    CALLED_BY,
    PRONOUNS,
    LANGUAGE,
    LANGUAGE_HINT,
    PHONE,
    EMAIL,
    ADDRESS,
    GUARDIAN,
    GUARDIAN_HINT,
    EMERGENCY_CONTACT,
    EMERGENCY_CONTACT_HINT,
    RELATION,
    NAME_TOO,
    NO_EMAIL,
    BACKGROUND,
    REASON,
    STOP_SIGN,
    STOP_SIGN_HINT,
    CAUTIONS,
    CAUTIONS_HINT,
    LYING,
    WISHES,
    HARD_POSITIONS,
    AVOID,
    CARERS,
    PSYCHOTHERAPY,
    NOT_SAID,
    KEPT_CARERS,
    FROM_THE_BOOK,
    NOBODY_CHOSEN,
    NEW_CARER,
    NEW_CARER_HINT,
    NOTHING_TOLD,
    CHANGE,
    RECORD,
    HISTORY,
    NOTHING_CHANGED,
    HINT,
    ARCHIVE,
    ARCHIVE_HINT,
    WHY_ARCHIVE,
    SAY_WHY,
    BRING_BACK,
    ARCHIVED,
    ARCHIVED_CLIENTS,
    ARCHIVED_NONE,
    CLIENTS_WHO_COME,
    WHETHER_ARCHIVED,
    NEXT_WHY,
    NEXT_REACH,
    NEXT_APPOINTMENT,
    NEXT_STORY;

    /** Said to whoever does not see which part a link belongs to. */
    public record ChangeOf(Message part) implements Message {}

    /** Before what it is the label of. */
    public record Labelled(Message label) implements Message {}

    public record Saved(Message part) implements Message {}

    /** @param by who archived them */
    public record ArchivedBy(String day, String by, String reason) implements Message {}

    public record ArchivedOn(String day, String reason) implements Message {}

    public record Since(String day, String reason) implements Message {}
}
