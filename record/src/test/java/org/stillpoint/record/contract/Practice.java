package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.AuthoredNote;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;
import org.stillpoint.record.work.Audit;
import org.stillpoint.record.work.Records;
import org.stillpoint.record.work.Rights;
import org.stillpoint.record.work.UnitOfWork;

/** A practice with an empty record of its own, and the few things that every test does in it. */
public interface Practice {
    TestClock clock();

    /** Closes the record in the ordinary way and opens it again. */
    void reopen();

    Records records();

    UnitOfWork work(Rights rights);

    Audit audit();

    default Instant now() {
        return clock().instant();
    }

    default Client addClient(String name) {
        Client client = Client.added(new PrivateText(name), OptionalInt.of(1980), now());
        records().clients().add(client);
        return client;
    }

    default TraumaEvent addTold(Client client, Told told) {
        TraumaEvent event = TraumaEvent.toldBeforeSession(client.id(), told, now());
        records().history().add(event);
        return event;
    }

    default SafetyCheck addCheck(Client client) {
        SafetyCheck check = SafetyCheck.clear(client.id(), now());
        records().safetyChecks().add(check);
        return check;
    }

    default Session startSession(Client client) {
        return start(records(), addCheck(client), now());
    }

    default Mark mark(Session session, Moment moment) {
        return mark(session, Tap.of(Id.random(), now(), moment));
    }

    default Mark mark(Session session, Tap tap) {
        return mark(records(), session, tap, now());
    }

    default EndedSession end(Session session) {
        EndedSession ended = ((OpenSession) kept(session)).end(now());
        records().sessions().keep(ended);
        return ended;
    }

    /** The session with its marks, as it is kept. */
    default Session kept(Session session) {
        return records().sessions().get(session.client(), session.id());
    }

    /** The event as it is kept. */
    default TraumaEvent kept(TraumaEvent event) {
        return records().history().get(event.client(), event.id());
    }

    /** As the act of starting writes it, without its rules. */
    static OpenSession start(Records records, SafetyCheck check, Instant now) {
        OpenSession started = OpenSession.start(Id.random(), check.client(), check, now);
        records.sessions().add(started);
        records.history().lock(check.client(), started.id());
        return started;
    }

    /** As the act of marking writes it. */
    static Mark mark(Records records, Session session, Tap tap, Instant now) {
        Mark mark = new Mark(tap.id(), tap.at(), now, tap.moment());
        records.sessions()
                .append(
                        session.client(),
                        session.id(),
                        mark,
                        tap.note().map(note -> new AuthoredNote(note, Optional.empty())));
        return mark;
    }

    static Told carAccident(String felt) {
        return new Told(
                EventKind.CAR_ACCIDENT,
                EventDate.about(2014),
                List.of(new RegionCode("X201"), new RegionCode("X105")),
                new PrivateText("from behind, at a red light"),
                Optional.of(Mechanism.REAR),
                Optional.of(Score0To10.of(7)),
                Optional.of(Score0To10.of(8.5)),
                new PrivateText(felt));
    }
}
