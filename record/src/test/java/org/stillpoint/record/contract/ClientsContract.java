package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Session;

/** What every store of clients does. */
public interface ClientsContract extends Practice {

    @Test
    default void add_aClient_findsItWhole() {
        Client client = addClient("Ágnes O'Brien-Šťastná 李");

        assertThat(records().clients().find(client.id())).contains(client);
        assertThat(records().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void add_withoutYearAndMadeUp_findsItWhole() {
        Client client = new Client(
                Id.random(),
                new PrivateText("Made Up"),
                OptionalInt.empty(),
                true,
                now(),
                Optional.empty(),
                Version.FIRST);
        records().clients().add(client);

        assertThat(records().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void listMadeUp_isThoseWhoAreMadeUp_asTheyStandNow() {
        Client made = new Client(
                Id.random(), new PrivateText("Zoe"), OptionalInt.empty(), true, now(), Optional.empty(), Version.FIRST);
        addClient("Real");
        assertThat(records().clients().listMadeUp(2)).isEmpty();
        records().clients().add(made);
        assertThat(records().clients().listMadeUp(2)).containsExactly(made);
        Client renamed = records().clients().update(made.with(new PrivateText("Abe"), OptionalInt.empty()));
        assertThat(records().clients().listMadeUp(2)).containsExactly(renamed);
        records().clients().erase(made.id());
        assertThat(records().clients().listMadeUp(2)).isEmpty();
    }

    @Test
    default void add_theSameTwice_isOne() {
        Client client = addClient("Once");
        records().clients().add(client);

        assertThat(records().clients().list()).containsExactly(client);
    }

    @Test
    default void add_anotherUnderTheSameId_isRefusedAndChangesNothing() {
        Client client = addClient("First");
        Client other = client.with(new PrivateText("Second"), OptionalInt.empty());

        assertThatThrownBy(() -> records().clients().add(other)).isInstanceOf(AlreadyThere.class);
        assertThat(records().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void get_ofNobody_saysWho() {
        Id<Client> nobody = Id.random();

        assertThat(records().clients().find(nobody)).isEmpty();
        assertThatThrownBy(() -> records().clients().get(nobody))
                .isInstanceOf(NoSuchRecord.class)
                .hasMessageContaining(nobody.toString());
    }

    @Test
    default void update_asSeen_growsTheVersion() {
        Client client = addClient("Before");

        Client updated = records().clients().update(client.with(new PrivateText("After"), OptionalInt.empty()));

        assertThat(updated.version()).isEqualTo(new Version(2));
        assertThat(updated.yearOfBirth()).isEmpty();
        assertThat(records().clients().get(client.id())).isEqualTo(updated);
        assertThat(records().clients().search("after")).containsExactly(updated);
        assertThat(records().clients().search("before")).isEmpty();
    }

    @Test
    default void update_fromAStalePage_namesBothVersionsAndChangesNothing() {
        Client client = addClient("One");
        Client second = records().clients().update(client.with(new PrivateText("Two"), OptionalInt.empty()));

        assertThatThrownBy(() -> records().clients().update(client.with(new PrivateText("Three"), OptionalInt.empty())))
                .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                    assertThat(stale.id()).isEqualTo(client.id());
                    assertThat(stale.expected()).isEqualTo(Version.FIRST);
                    assertThat(stale.found()).isEqualTo(new Version(2));
                })
                .hasMessageNotContaining("Three");
        assertThat(records().clients().get(client.id())).isEqualTo(second);
    }

    @Test
    default void list_several_isByNameWithoutCase() {
        Client b = addClient("berta");
        Client a = addClient("Anna");
        Client c = addClient("Carl");

        assertThat(records().clients().list()).containsExactly(a, b, c);
    }

    @Test
    default void list_afterSomebody_goesOnWithTheNextByName() {
        Client b = addClient("berta");
        Client a = addClient("Anna");
        Client anna = addClient("anna");
        Client c = addClient("Carl");
        List<Client> all = records().clients().list();
        assertThat(all).containsExactlyInAnyOrder(a, anna, b, c);

        assertThat(records().clients().list(Optional.empty(), 2)).isEqualTo(all.subList(0, 2));
        assertThat(records().clients().list(Optional.of(all.get(1).id()), 2)).containsExactly(b, c);
        assertThat(records().clients().list(Optional.of(c.id()), 2)).isEmpty();

        records().clients().erase(b.id());
        assertThat(records().clients().list(Optional.of(b.id()), 1)).containsExactly(all.getFirst());
        assertThat(records().clients().list(Optional.of(all.get(1).id()), 2)).containsExactly(c);
    }

    @Test
    default void search_byBeginningsOfWords_findsWithoutCaseAndAccents() {
        Client jose = addClient("José María Núñez");
        addClient("Joan Numan");

        assertThat(records().clients().search("nun jos")).containsExactly(jose);
        assertThat(records().clients().search("NÚÑ")).containsExactly(jose);
        assertThat(records().clients().search("ose")).isEmpty();
        assertThat(records().clients().search("  ")).hasSize(2);
        assertThat(records().clients().search("%' or 1=1 --")).isEmpty();
    }

    @Test
    default void erase_aClient_leavesNothingThatReads() {
        Client gone = addClient("Gone");
        Client stays = addClient("Stays");
        addTold(gone, Practice.carAccident("fear"));
        Session session = startSession(gone);
        mark(session, new Moment.StopSignal());

        records().clients().erase(gone.id());

        assertThat(records().clients().find(gone.id())).isEmpty();
        assertThat(records().clients().list()).containsExactly(stays);
        assertThat(records().history().list(gone.id())).isEmpty();
        assertThat(records().sessions().list(gone.id())).isEmpty();
        assertThat(records().safetyChecks().list(gone.id())).isEmpty();
        assertThat(records().sessions().find(session.client(), session.id())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> addTold(gone, Practice.carAccident("again"))).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> mark(session, new Moment.Settled())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void erase_twice_changesNothingAndTheIdStaysTaken() {
        Client gone = addClient("Gone");
        records().clients().erase(gone.id());
        records().clients().erase(gone.id());

        assertThatThrownBy(() -> records().clients().add(gone)).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().clients().erase(Id.random())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void add_manyClients_listsAll() {
        List<Client> all = IntStream.range(0, 1_100) // more than are read at once, more than keys cached
                .mapToObj(number -> addClient("Client %04d".formatted(number)))
                .toList();

        assertThat(records().clients().list()).isEqualTo(all);
        assertThat(records().clients().get(all.getFirst().id())).isEqualTo(all.getFirst());
    }
}
