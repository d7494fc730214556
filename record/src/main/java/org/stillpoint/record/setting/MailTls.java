package org.stillpoint.record.setting;

/** How what is sent to a mail server is encrypted on its way. A constant's name is kept: it is never changed. */
public enum MailTls {
    /** The connection begins in the clear and turns to TLS before anything is said (RFC 3207). A server that does not is refused. */
    STARTTLS(587),
    /** TLS from the first byte on (RFC 8314). */
    IMPLICIT(465),
    /** Not at all: everybody on the way reads it. */
    NONE(25);

    private final int port;

    MailTls(int port) {
        this.port = port;
    }

    /** The port that servers usually listen on for it (RFC 8314, RFC 5321). */
    public int port() {
        return port;
    }
}
