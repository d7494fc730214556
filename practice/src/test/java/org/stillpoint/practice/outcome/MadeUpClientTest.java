package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.session.EndSession;
import org.stillpoint.practice.session.StartSession;
import org.stillpoint.practice.today.SeeToday;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.ConsentOnRecord;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.Actor.ProgramPart;
import org.stillpoint.record.work.UnitOfWork;

/** A client who is made up, to try things out, leaves no trace in what is counted and learned. */
class MadeUpClientTest {
    private static final Actor SOMEBODY = Actor.program(ProgramPart.DEMO);

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final SeeToday today = new SeeToday(work, clock);

    private Id<Client> add(String name, boolean madeUp) {
        Id<Client> id = Id.random();
        new AddClient(work, clock)
                .by(SOMEBODY, new AddClient.Command(id, new PrivateText(name), OptionalInt.empty(), madeUp));
        return id;
    }

    private void checksIn(Id<Client> client, int days, String worse) {
        Score0To10 four = Score0To10.of(4);
        for (int day = 0; day < days; day++) {
            clock.pass(Duration.ofDays(1));
            Answers answers = new Answers(
                    four,
                    four,
                    four,
                    four,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new PrivateText(worse));
            records.checkIns().add(CheckIn.given(client, answers, clock.instant()));
        }
    }

    /** A session with the week before and the week after it. */
    private void isTreated(Id<Client> client) {
        checksIn(client, 7, "");
        Id<Session> session = Id.random();
        ConsentOnRecord.add(records, client, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(session, client, Id.random()));
        clock.pass(Duration.ofMinutes(30));
        new EndSession(work, clock).by(SOMEBODY, new EndSession.Command(client, session));
        checksIn(client, 10, "");
    }

    private ForecastModel.EarlierSessions learnedFor(Id<Client> client) {
        return work.read(
                SOMEBODY, Act.SEE_FORECAST, Optional.empty(), records -> ForecastModel.learned(records, client, clock));
    }

    private List<Id<Client>> onPractice() {
        return new PracticeReading(work, Atlas.standard(), clock)
                .by(SOMEBODY).everybody().stream()
                        .map(person -> person.client().id())
                        .toList();
    }

    @Test
    void madeUp_countsNowhere_asSoonAsThereIsSomebodyReal() {
        Id<Client> tried = add("Tried Out", true);
        checksIn(tried, 1, "sore");
        ConsentOnRecord.add(records, tried, clock.instant());
        new StartSession(work, clock).by(SOMEBODY, StartSession.Command.clear(Id.random(), tried, Id.random()));
        assertThat(today.by(SOMEBODY).counts()).isEqualTo(new Counts(1, 1, 1));
        assertThat(onPractice()).containsExactly(tried);

        Id<Client> real = add("Ann Example", false);
        assertThat(today.by(SOMEBODY).counts()).isEqualTo(new Counts(1, 0, 0));
        checksIn(real, 1, "dizzy");
        assertThat(today.by(SOMEBODY).counts()).isEqualTo(new Counts(1, 0, 1));
        assertThat(onPractice()).containsExactly(real);
    }

    @Test
    void madeUp_teachesNothing_butForOthersWhoAre() {
        Id<Client> real = add("Ann Example", false);
        isTreated(real);
        ForecastModel.EarlierSessions before = learnedFor(real);
        assertThat(before.lessons()).hasSize(1);

        Id<Client> tried = add("Tried Out", true);
        isTreated(tried);
        assertThat(learnedFor(real)).isEqualTo(before);
        assertThat(learnedFor(tried).lessons()).hasSize(1);
    }
}
