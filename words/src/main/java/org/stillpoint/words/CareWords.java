package org.stillpoint.words;

/** Who sees a client. */
public enum CareWords implements Label {
    TITLE,
    NOBODYS,
    SHARED,
    SHARED_WITH_NOBODY,
    SHARE,
    SHARE_WITH,
    HAND_OVER,
    HAND_OVER_TO,
    WHAT_IT_MEANS,
    ALONE,
    SUPERVISION,
    SUPERVISION_MEANS,
    SUPERVISOR,
    PERIOD,
    HAND_TO,
    NO_SUPERVISOR;

    public record Treats(String name) implements Message {}

    public record Weeks(int weeks) implements Message {}

    public record Supervised(String name, int number, Message until) implements Message {}

    public record EndSupervision(String name) implements Message {}

    public record EndShare(String name) implements Message {}
}
