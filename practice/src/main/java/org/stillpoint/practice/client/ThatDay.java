package org.stillpoint.practice.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/**
 * What was so at one point of a client's story: of what has been told until now, what had happened by then; the map of the pain that held then;
 * the sessions of until then.
 *
 * @param told the earliest first
 * @param map the latest that was drawn by then
 * @param sessions the earliest first
 */
public record ThatDay(List<TraumaEvent> told, Optional<BodyMap> map, List<Session> sessions) {

    public ThatDay {
        told = List.copyOf(told);
        sessions = List.copyOf(sessions);
    }

    /** After these entries, the earliest first. */
    public static ThatDay after(List<StoryEntry> entries) {
        List<TraumaEvent> told = new ArrayList<>();
        List<Session> sessions = new ArrayList<>();
        Optional<BodyMap> map = Optional.empty();
        for (StoryEntry entry : entries) {
            switch (entry) {
                case StoryEntry.OfEvent(var at, TraumaEvent event) -> told.add(event);
                case StoryEntry.OfMap(BodyMap drawn) -> map = Optional.of(drawn);
                case StoryEntry.OfSession(int number, Session session) -> sessions.add(session);
                case StoryEntry.OfCheckIn said -> {
                    // what was said in numbers lies on no place of the body
                }
            }
        }
        return new ThatDay(told, map, sessions);
    }
}
