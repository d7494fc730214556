package org.stillpoint.record.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;

/** Which provenance a newly written event may carry, given the sessions there have been. */
public final class HonestProvenance {
    private HonestProvenance() {}

    /**
     * Checks a new event. Before the first session everything is told before it, and nothing can have surfaced. Once a
     * session has started, an event is told before the (next) session only if none is open and it may have happened
     * since the last one started: an older event may have been evoked, and nobody can tell any more.
     *
     * @param event the event to be added
     * @param sessions all sessions of the client so far; their marks are not looked at
     * @param zone of the practice: a session's day is the day it was there
     * @throws Refused if the provenance would not be honest
     */
    public static void require(TraumaEvent event, List<? extends Session> sessions, ZoneId zone) {
        switch (event.provenance()) {
            case LATER_CORROBORATED -> throw new Refused(Rule.ADDED_UNCORROBORATED, event.id());
            case SURFACED_IN_SESSION -> {
                if (sessions.isEmpty()) {
                    throw new Refused(Rule.NOT_SURFACED_YET, event.id());
                }
            }
            case TOLD_BEFORE_SESSION -> {
                for (Session session : sessions) {
                    LocalDate started = session.startedAt().atZone(zone).toLocalDate();
                    if (session instanceof OpenSession
                            || event.told().when().last().isBefore(started)) {
                        throw new Refused(Rule.NOT_TOLD_BEFORE, event.id());
                    }
                }
            }
        }
    }
}
