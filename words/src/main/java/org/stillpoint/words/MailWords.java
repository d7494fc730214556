package org.stillpoint.words;

/** Mail to clients: the server that takes it, what clients want of it, and whom to ring instead. */
public enum MailWords implements Label {
    TITLE,
    WHAT_IT_MEANS,
    HOST,
    HOST_HINT,
    HOST_WRONG,
    PORT,
    PORT_WRONG,
    TLS,
    NO_TLS_MEANS,
    NO_TLS_AGREED,
    NO_TLS_WRONG,
    USER,
    PASSWORD,
    PASSWORD_KEPT,
    PASSWORD_AGAIN,
    LINE_WRONG,
    SENDER,
    SENDER_WRONG,
    SENDER_NAME,
    SENDER_NAME_HINT,
    DOOR,
    DOOR_HINT,
    DOOR_WRONG,
    HOURS,
    HOURS_HINT,
    TEST,
    TEST_HINT,
    TEST_TO,
    TEST_TAKEN,
    TEST_NO_SERVER,
    WISHES,
    WISHES_HINT,
    WISHES_HOUR,
    WISHES_DAYS,
    WISHES_DAYS_NEEDED,
    WISHES_ZONE,
    WISHES_ZONE_HINT,
    WISHES_OFF,
    WHEN,
    STANDS,
    LAST,
    MAY_BE_MAILED,
    BY_MAIL,
    LINK_SENT,
    LINK_NOT_SENT,
    NO_DOOR,
    TO_RING,
    TO_RING_HINT,
    LINK_NOT_ARRIVED,
    OFF_TITLE,
    OFF_ASK,
    OFF_NOW,
    OFF_DONE,
    OFF_NOTHING;

    public record HoursWrong(int most) implements Message {}

    public record HowManyToRing(int count) implements Message {}

    public record TestFailed(Message why) implements Message {}

    public record TestFailedFor(Message why) implements Message {}

    public record ExpectedAt(Message at) implements Message {}

    public record Sent(String day) implements Message {}

    public record Waits(String day) implements Message {}

    public record NotArrived(Message why) implements Message {}

    public record PutAway(String day) implements Message {}

    public record WishesAre(String hour, String days) implements Message {}

    public record WishesDaily(String hour) implements Message {}
}
