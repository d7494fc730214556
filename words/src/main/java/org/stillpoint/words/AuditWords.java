package org.stillpoint.words;

/** The page of who did and read what. */
public enum AuditWords implements Label {
    TITLE,
    WHAT_IT_IS,
    TIME,
    WHO,
    WHAT,
    CLIENT,
    OUTCOME,
    NOTHING,
    ACCOUNT_GONE,
    THE_CLIENT,
    A_PROGRAM;

    public record Head(String hash) implements Message {}

    public record BackupHead(String day, String hash) implements Message {}
}
