package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Archiving;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.followup.AskedAfter;
import org.stillpoint.record.followup.WayOfAsking;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.today.ToAsk;

/** What every keeping does with the asking after sessions. */
public interface AskedAftersContract extends Practice {

    private EndedSession held(Client client) {
        Session session = startSession(client);
        clock().pass(Duration.ofMinutes(40));
        return end(session);
    }

    private AskedAfter asked(EndedSession session) {
        return new AskedAfter(
                Id.random(),
                session.client(),
                session.id(),
                now(),
                Optional.empty(),
                WayOfAsking.RANG_UP,
                new PrivateText("slept well"));
    }

    private void checkIn(Client client, Instant at) {
        Score0To10 one = Score0To10.of(1);
        records().checkIns().add(CheckIn.given(client.id(), Answers.of(one, one, one, one), at));
    }

    private List<ToAsk> toAsk() {
        return records().today().listToAsk(now().minus(Duration.ofDays(28)), now(), 9);
    }

    private static ToAsk of(EndedSession session) {
        return new ToAsk(session.client(), session.id(), session.endedAt().truncatedTo(ChronoUnit.MILLIS));
    }

    @Test
    default void askedAfter_added_isKeptOnce_andGoesWithItsClient() {
        Client ann = addClient("Ann");
        EndedSession session = held(ann);
        AskedAfter first = asked(session);
        records().askedAfters().add(first);
        records().askedAfters().add(first);
        clock().pass(Duration.ofHours(1));
        AskedAfter second = asked(session);
        records().askedAfters().add(second);
        reopen();
        assertThat(records().askedAfters().list(ann.id())).containsExactly(first, second);
        assertThat(records().askedAfters().findFirst(ann.id(), session.id())).contains(first);
        assertThat(records().askedAfters().list(addClient("Bea").id())).isEmpty();
        AskedAfter other = new AskedAfter(
                first.id(), ann.id(), session.id(), now(), Optional.empty(), WayOfAsking.SAW, first.said());
        assertThatThrownBy(() -> records().askedAfters().add(other)).isInstanceOf(AlreadyThere.class);
        AskedAfter ofAnother = new AskedAfter(
                Id.random(),
                addClient("Cara").id(),
                session.id(),
                now(),
                Optional.empty(),
                WayOfAsking.SAW,
                first.said());
        assertThatThrownBy(() -> records().askedAfters().add(ofAnother)).isInstanceOf(NoSuchRecord.class);
        records().clients().erase(ann.id());
        assertThat(records().askedAfters().list(ann.id())).isEmpty();
    }

    @Test
    default void listToAsk_tellsTheLatestSessions_afterWhichNothingWasHeard_theEarliestFirst() {
        EndedSession ann = held(addClient("Ann"));
        EndedSession bea = held(addClient("Bea"));
        Client twice = addClient("Cara");
        held(twice);
        EndedSession later = held(twice);
        startSession(addClient("Dora"));

        assertThat(toAsk()).containsExactly(of(ann), of(bea), of(later));
        assertThat(records().today().listToAsk(ann.endedAt(), now(), 9)).containsExactly(of(bea), of(later));
        assertThat(records().today().listToAsk(Instant.EPOCH, bea.endedAt(), 9)).containsExactly(of(ann), of(bea));
        assertThat(records().today().listToAsk(Instant.EPOCH, now(), 1)).containsExactly(of(ann));
    }

    @Test
    default void listToAsk_isWithoutThoseWhoWereHeard_whoCameAgain_andWhoNoLongerCome() {
        Client heard = addClient("Ann");
        checkIn(heard, now());
        EndedSession toHear = held(heard);
        assertThat(toAsk()).containsExactly(of(toHear));
        clock().pass(Duration.ofHours(50));
        checkIn(heard, now());

        EndedSession told = held(addClient("Bea"));
        assertThat(toAsk()).containsExactly(of(told));
        records().askedAfters().add(asked(told));

        Client back = addClient("Cara");
        held(back);
        startSession(back);

        Client gone = addClient("Dora");
        held(gone);
        records()
                .clients()
                .update(gone.with(Optional.of(new Archiving(now(), Optional.empty(), new PrivateText("moved")))));

        Client erased = addClient("Eva");
        held(erased);
        records().clients().erase(erased.id());

        assertThat(toAsk()).isEmpty();
    }
}
