package org.stillpoint.words;

import org.stillpoint.record.account.Role;

/** The people of the practice. */
public enum PeopleWords implements Label {
    TITLE,
    ROLE,
    CHANGE,
    CHANGE_ROLE,
    HEIR,
    END,
    END_MEANS,
    INVITE,
    INVITE_MEANS,
    MAKE_LINK,
    LINK_ONCE,
    WITHDRAW,
    GONE,
    NEVER_CAME,
    THERAPIST_SEES,
    ASSISTANT_SEES,
    SUPERVISOR_SEES;

    public record Since(Message at) implements Message {}

    public record Until(Message at) implements Message {}

    public record CameLast(Message at) implements Message {}

    public record Treats(int clients) implements Message {}

    public record Invited(Role role, Message until) implements Message {}

    public record YouAreInvited(Role role) implements Message {}
}
