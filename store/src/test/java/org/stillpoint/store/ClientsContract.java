package org.stillpoint.store;

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
interface ClientsContract extends Practice {

    @Test
    default void add_aClient_findsItWhole() {
        Client client = addClient("Ágnes O'Brien-Šťastná 李");

        assertThat(store().clients().find(client.id())).contains(client);
        assertThat(store().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void add_withoutYearAndMadeUp_findsItWhole() {
        Client client =
                new Client(Id.random(), new PrivateText("Made Up"), OptionalInt.empty(), true, now(), Version.FIRST);
        store().clients().add(client);

        assertThat(store().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void add_theSameTwice_isOne() {
        Client client = addClient("Once");
        store().clients().add(client);

        assertThat(store().clients().list()).containsExactly(client);
    }

    @Test
    default void add_anotherUnderTheSameId_isRefusedAndChangesNothing() {
        Client client = addClient("First");
        Client other = client.with(new PrivateText("Second"), OptionalInt.empty());

        assertThatThrownBy(() -> store().clients().add(other)).isInstanceOf(AlreadyThere.class);
        assertThat(store().clients().get(client.id())).isEqualTo(client);
    }

    @Test
    default void get_ofNobody_saysWho() {
        Id<Client> nobody = Id.random();

        assertThat(store().clients().find(nobody)).isEmpty();
        assertThatThrownBy(() -> store().clients().get(nobody))
                .isInstanceOf(NoSuchRecord.class)
                .hasMessageContaining(nobody.toString());
    }

    @Test
    default void update_asSeen_growsTheVersion() {
        Client client = addClient("Before");

        Client updated = store().clients().update(client.with(new PrivateText("After"), OptionalInt.empty()));

        assertThat(updated.version()).isEqualTo(new Version(2));
        assertThat(updated.yearOfBirth()).isEmpty();
        assertThat(store().clients().get(client.id())).isEqualTo(updated);
        assertThat(store().clients().search("after")).containsExactly(updated);
        assertThat(store().clients().search("before")).isEmpty();
    }

    @Test
    default void update_fromAStalePage_namesBothVersionsAndChangesNothing() {
        Client client = addClient("One");
        Client second = store().clients().update(client.with(new PrivateText("Two"), OptionalInt.empty()));

        assertThatThrownBy(() -> store().clients().update(client.with(new PrivateText("Three"), OptionalInt.empty())))
                .isInstanceOfSatisfying(StaleRecord.class, stale -> {
                    assertThat(stale.id()).isEqualTo(client.id());
                    assertThat(stale.expected()).isEqualTo(Version.FIRST);
                    assertThat(stale.found()).isEqualTo(new Version(2));
                })
                .hasMessageNotContaining("Three");
        assertThat(store().clients().get(client.id())).isEqualTo(second);
    }

    @Test
    default void list_several_isByNameWithoutCase() {
        Client b = addClient("berta");
        Client a = addClient("Anna");
        Client c = addClient("Carl");

        assertThat(store().clients().list()).containsExactly(a, b, c);
    }

    @Test
    default void search_byBeginningsOfWords_findsWithoutCaseAndAccents() {
        Client jose = addClient("José María Núñez");
        addClient("Joan Numan");

        assertThat(store().clients().search("nun jos")).containsExactly(jose);
        assertThat(store().clients().search("NÚÑ")).containsExactly(jose);
        assertThat(store().clients().search("ose")).isEmpty();
        assertThat(store().clients().search("  ")).hasSize(2);
        assertThat(store().clients().search("%' or 1=1 --")).isEmpty();
    }

    @Test
    default void erase_aClient_leavesNothingThatReads() {
        Client gone = addClient("Gone");
        Client stays = addClient("Stays");
        addTold(gone, Practice.carAccident("fear"));
        Session session = startSession(gone);
        mark(session, new Moment.StopSignal());

        store().clients().erase(gone.id());

        assertThat(store().clients().find(gone.id())).isEmpty();
        assertThat(store().clients().list()).containsExactly(stays);
        assertThat(store().history().list(gone.id())).isEmpty();
        assertThat(store().sessions().list(gone.id())).isEmpty();
        assertThat(store().safetyChecks().list(gone.id())).isEmpty();
        assertThat(store().sessions().find(session.id())).isEqualTo(Optional.empty());
        assertThatThrownBy(() -> addTold(gone, Practice.carAccident("again"))).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> mark(session, new Moment.Settled())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void erase_twice_changesNothingAndTheIdStaysTaken() {
        Client gone = addClient("Gone");
        store().clients().erase(gone.id());
        store().clients().erase(gone.id());

        assertThatThrownBy(() -> store().clients().add(gone)).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> store().clients().erase(Id.random())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void add_manyClients_listsAll() {
        List<Client> all = IntStream.range(0, 1_100) // more than are read at once, more than keys cached
                .mapToObj(number -> addClient("Client %04d".formatted(number)))
                .toList();

        assertThat(store().clients().list()).isEqualTo(all);
        assertThat(store().clients().get(all.getFirst().id())).isEqualTo(all.getFirst());
    }
}
