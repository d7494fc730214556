package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.client.AddClient;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {
        TestClock clock = new TestClock();
        UnitOfWork work = new RecordsInMemory(clock).unitOfWork((who, act, client) -> true);
        Actor actor = Actor.program(Actor.ProgramPart.DEMO);

        AddClient addClient = new AddClient(work, clock);
        var ann = new AddClient.Command(Id.random(), new PrivateText("Ann Example"), OptionalInt.of(1980), false);
        Answer<Client> first = addClient.by(actor, ann); // Done: kept now
        Answer<Client> retry = addClient.by(actor, ann); // Again: sent twice, kept once

        assertThat(first).isInstanceOf(Answer.Done.class);
        assertThat(retry).isEqualTo(new Answer.Again<>(((Answer.Done<Client>) first).kept()));
        assertThat(new ReadClient(work, clock).by(actor, ann.id())).isNotNull();
    }
}
