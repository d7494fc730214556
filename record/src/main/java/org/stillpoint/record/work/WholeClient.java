package org.stillpoint.record.work;

import java.util.List;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Session;

/**
 * A client with all that was told, drawn, checked and done.
 *
 * @param sessions with their marks, each on one of the safety checks
 */
public record WholeClient(
        Client client,
        List<TraumaEvent> events,
        List<BodyMap> bodyMaps,
        List<SafetyCheck> safetyChecks,
        List<Session> sessions,
        List<CheckIn> checkIns) {

    /** @throws BadValue if one of the records is another client's */
    public WholeClient {
        events = List.copyOf(events);
        bodyMaps = List.copyOf(bodyMaps);
        safetyChecks = List.copyOf(safetyChecks);
        sessions = List.copyOf(sessions);
        checkIns = List.copyOf(checkIns);
        Id<Client> own = client.id();
        boolean all = Stream.of(
                        events.stream().map(TraumaEvent::client),
                        bodyMaps.stream().map(BodyMap::client),
                        safetyChecks.stream().map(SafetyCheck::client),
                        sessions.stream().map(Session::client),
                        checkIns.stream().map(CheckIn::client))
                .flatMap(each -> each)
                .allMatch(own::equals);
        if (!all) {
            throw new BadValue("client", "of a record", "the client that it is added with");
        }
    }
}
