package org.stillpoint.practice.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.client.EraseClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;

class OwnParametersTest {

    private static final StandardBody BODY = StandardBody.of(Atlas.standard());

    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final OwnParameters parameters = new OwnParameters(BODY, new LifePlayer(BODY, clock), clock);

    private Client client(String name) {
        Client added = Client.added(new PrivateText(name), OptionalInt.of(1980), clock.instant());
        records.clients().add(added);
        return added;
    }

    private void checkIn(Client client, double pain) {
        Score0To10 score = Score0To10.of(pain);
        records.checkIns().add(CheckIn.given(client.id(), Answers.of(score, score, score, score), clock.instant()));
        clock.pass(Duration.ofDays(7));
    }

    @Test
    void known_ofWhoHasToldNothing_isAnInterval_notAPoint() {
        OwnParameters.KnownPerson known = parameters.of(records, client("One"));
        assertThat(known.weeks()).isZero();
        assertThat(known.others()).isZero();
        assertThat(known.adapts().low()).isLessThan(known.adapts().middle());
        assertThat(known.adapts().middle()).isLessThan(known.adapts().high());
        assertThat(known.middle().known()).isTrue();
    }

    @Test
    void others_countAsLongAsTheyAreKept() {
        Client one = client("One");
        Client other = client("Other");
        checkIn(one, 3);
        checkIn(other, 5);
        assertThat(parameters.of(records, one).others()).isOne();
        records.clients().erase(other.id());
        assertThat(parameters.of(records, one).others()).isZero();
    }

    /** What is worked out of one client is kept in memory; it once stayed there when the client was erased. */
    @Test
    void whatIsKeptOfAClient_isGoneWhenTheClientIsErased() {
        Client one = client("One");
        checkIn(one, 3);
        parameters.of(records, one);
        assertThat(parameters.keepsSomethingOf()).isOne();
        new EraseClient(records.unitOfWork(new Membership(records)), List.of(parameters))
                .by(Actor.program(Actor.ProgramPart.DEMO), new EraseClient.Command(Id.random(), one.id()));
        assertThat(parameters.keepsSomethingOf()).isZero();
    }
}
