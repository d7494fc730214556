package org.stillpoint.record.mail;

/** Why a server has not taken a mail. A constant's name is kept: it is never changed. */
public enum MailFault {
    /** There is no server of that name. */
    HOST_UNKNOWN,
    /** Nobody listens there. */
    NO_CONNECTION,
    /** It did not answer in time. */
    TIMED_OUT,
    /** It does not encrypt, or not as it was asked to. */
    NO_TLS,
    /** It shows a certificate that is not trusted, or another's. */
    NOT_TRUSTED,
    /** It does not know the user, or by another password. */
    SIGN_IN_REFUSED,
    /** It does not send for this sender. */
    SENDER_REFUSED,
    /** It does not deliver to this address. */
    ADDRESS_REFUSED,
    /** It says no to the mail itself, or for now. */
    MAIL_REFUSED,
    /** The connection broke: whether it was taken is not known. */
    BROKEN_OFF;

    /** Whether it is about the address or the mail, and another mail may well be taken. */
    public boolean isOfThisMail() {
        return this == ADDRESS_REFUSED || this == MAIL_REFUSED;
    }
}
