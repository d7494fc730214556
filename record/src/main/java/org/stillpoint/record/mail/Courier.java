package org.stillpoint.record.mail;

import org.stillpoint.record.Id;
import org.stillpoint.record.setting.MailServer;

/** Hands a mail to a server that takes mail. Nothing of it stands in a log. */
public interface Courier {

    /** What came of it. */
    sealed interface Delivery {

        /** The server has taken it. */
        record Delivered() implements Delivery {}

        /**
         * It has not, or that is not known.
         *
         * @param forGood whether trying again would change nothing
         */
        record Undelivered(MailFault fault, boolean forGood) implements Delivery {}
    }

    /**
     * Tries once, for half a minute at most.
     *
     * @param id by which a receiver knows the same mail sent twice
     */
    Delivery deliver(MailServer server, Id<?> id, Letter letter);
}
