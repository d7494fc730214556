package org.stillpoint.record.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.RegionCode;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
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
        SafetyCheck check = SafetyCheck.made(client.id(), Set.of(), PrivateText.NONE, now());
        records().safetyChecks().add(check);
        return check;
    }

    default Session startSession(Client client) {
        return records()
                .sessions()
                .start(Id.random(), client.id(), addCheck(client).id());
    }

    default Mark mark(Session session, Moment moment) {
        return records().sessions().mark(session.id(), Tap.of(Id.random(), now(), moment));
    }

    static Told carAccident(String felt) {
        return new Told(
                EventKind.CAR_ACCIDENT,
                EventDate.about(2014),
                List.of(new RegionCode("X201"), new RegionCode("X105")),
                new PrivateText("from behind, at a red light"),
                Optional.of(Mechanism.REAR),
                Score0To10.of(7),
                Score0To10.of(8.5),
                new PrivateText(felt));
    }
}
