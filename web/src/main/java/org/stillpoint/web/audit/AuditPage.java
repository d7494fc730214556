package org.stillpoint.web.audit;

import java.util.List;
import java.util.Optional;
import org.stillpoint.words.Message;

/**
 * Who did and read what, the newest first.
 *
 * @param head hash of the newest entry; empty where there is none
 * @param backup how it ended in the last good backup
 * @param days in which anything was done
 */
public record AuditPage(String head, Optional<Message> backup, List<AuditDay> days) {

    /** One day. */
    public record AuditDay(String day, List<AuditLine> rows) {}

    /**
     * One entry.
     *
     * @param time of the day
     * @param client id, where one is concerned
     * @param outcome where it is not that it was done
     */
    public record AuditLine(String time, String who, Message what, Optional<String> client, Optional<Message> outcome) {
        /** Enough of the client's id to tell it from others. */
        public String shortClient() {
            return client.map(id -> id.substring(0, SHORT)).orElse("");
        }

        private static final int SHORT = 8;
    }
}
