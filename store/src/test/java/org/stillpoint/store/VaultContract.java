package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.Practice.carAccident;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.DiaryContract;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.ProcessNote;
import org.stillpoint.record.session.Session;
import org.stillpoint.record.session.Tap;

/** What every store does with its ciphertexts, its transactions and its many threads. */
interface VaultContract extends StoredPractice {

    /** A connection of its own to the same database, past the store. */
    Connection raw() throws SQLException;

    private void sql(String statement) throws SQLException {
        try (Connection connection = raw();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private byte[] content(String table, Id<?> id) throws SQLException {
        try (Connection connection = raw();
                PreparedStatement query =
                        connection.prepareStatement("select content from " + table + " where id = ?")) {
            query.setString(1, id.toString());
            try (ResultSet rows = query.executeQuery()) {
                assertThat(rows.next()).isTrue();
                return rows.getBytes(1);
            }
        }
    }

    private void setContent(String table, Id<?> id, byte[] content) throws SQLException {
        try (Connection connection = raw();
                PreparedStatement update =
                        connection.prepareStatement("update " + table + " set content = ? where id = ?")) {
            update.setBytes(1, content);
            update.setString(2, id.toString());
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    default void ciphertext_movedToAnotherRow_doesNotOpen() throws SQLException {
        Client client = addClient("Ann");
        TraumaEvent first = addTold(client, carAccident("one"));
        TraumaEvent second = addTold(client, carAccident("two"));
        setContent("trauma_event", first.id(), content("trauma_event", second.id()));

        assertThatThrownBy(() -> store().history().get(first.id()))
                .isInstanceOf(Unreadable.class)
                .hasMessageContaining(first.id().toString());
        assertThat(store().history().get(second.id())).isEqualTo(second);
    }

    @Test
    default void ciphertext_damagedOrFromAnotherTable_doesNotOpen() throws SQLException {
        Session session = startSession(addClient("Ann"));
        Mark mark = mark(session, new Moment.Settled());
        byte[] damaged = content("mark", mark.id());
        damaged[damaged.length / 2] ^= 1;
        setContent("mark", mark.id(), damaged);
        assertThatThrownBy(() -> store().sessions().get(session.id())).isInstanceOf(Unreadable.class);

        setContent("mark", mark.id(), content("session", session.id()));
        assertThatThrownBy(() -> store().sessions().get(session.id())).isInstanceOf(Unreadable.class);
    }

    @Test
    default void ciphertext_broughtBackAfterErasure_cannotBeRead() throws SQLException {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear"));
        byte[] ciphertext = content("trauma_event", event.id());
        store().clients().erase(client.id());

        sql("insert into trauma_event (id, client_id, version, content) values ('%s', '%s', 1, %s)"
                .formatted(event.id(), client.id(), emptyBytes()));
        setContent("trauma_event", event.id(), ciphertext);

        assertThatThrownBy(() -> store().history().get(event.id())).isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> store().history().list(client.id())).isInstanceOf(NoSuchRecord.class);
    }

    /** Bytes, none, as the database writes them. */
    String emptyBytes();

    @Test
    default void write_thatFailsHalfway_keepsNothing() throws SQLException {
        Session session = startSession(addClient("Ann"));
        sql("alter table process_note rename to elsewhere");
        Tap tap = Tap.memory(Id.random(), now(), new ProcessNote(new PrivateText("words nobody else may see")));

        assertThatThrownBy(() -> store().sessions().mark(session.id(), tap))
                .isInstanceOf(NotKept.class)
                .hasMessageNotContaining("words nobody");
        assertThat(store().sessions().get(session.id()).marks()).isEmpty();

        sql("alter table elsewhere rename to process_note");
        Mark mark = store().sessions().mark(session.id(), tap);
        assertThat(store().sessions().get(session.id()).marks()).containsExactly(mark);
        assertThat(store().processNotes().find(mark.id())).isPresent();
    }

    @Test
    default void marks_fromManyThreads_areAllKeptInOneOrder() throws Exception {
        Session session = startSession(addClient("Ann"));
        List<Future<List<Mark>>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                answers.add(threads.submit(() -> {
                    List<Mark> marks = new ArrayList<>();
                    for (int tap = 0; tap < 10; tap++) {
                        marks.add(mark(session, new Moment.Awareness(Score0To10.of(tap))));
                    }
                    return marks;
                }));
            }
        }
        List<Mark> acknowledged = new ArrayList<>();
        for (Future<List<Mark>> answer : answers) {
            acknowledged.addAll(answer.get());
        }

        assertThat(store().sessions().get(session.id()).marks()).containsExactlyInAnyOrderElementsOf(acknowledged);
    }

    @Test
    default void update_fromManyThreads_letsExactlyOneThrough() throws Exception {
        BodyMap map = BodyMap.drawn(addClient("Ann").id(), Map.of(), now());
        store().bodyMaps().add(map);
        List<Future<Boolean>> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 8; thread++) {
                Score0To10 pain = Score0To10.of(thread);
                answers.add(threads.submit(() -> {
                    try {
                        store().bodyMaps().update(map.with(Map.of(DiaryContract.NECK, pain)));
                        return true;
                    } catch (StaleRecord stale) {
                        return false;
                    }
                }));
            }
        }
        int through = 0;
        for (Future<Boolean> answer : answers) {
            through += answer.get() ? 1 : 0;
        }

        assertThat(through).isEqualTo(1);
        assertThat(store().bodyMaps().get(map.id()).version().number()).isEqualTo(2);
    }

    @Test
    default void tables_ofTheProgram_areThoseOfTheDatabase() throws Exception {
        try (Connection connection = raw()) {
            for (var declared : Tables.class.getDeclaredFields()) {
                if (Table.class.isAssignableFrom(declared.getType())) {
                    @SuppressWarnings("unchecked")
                    Table<Record> table = (Table<Record>) declared.get(null);
                    assertThat(connection
                                    .getMetaData()
                                    .getColumns(null, null, table.getName(), null)
                                    .next())
                            .as(table.getName())
                            .isTrue();
                } else if (Field.class.isAssignableFrom(declared.getType())) {
                    Field<?> field = (Field<?>) declared.get(null);
                    assertThat(connection
                                    .getMetaData()
                                    .getColumns(null, null, null, field.getName())
                                    .next())
                            .as(field.getName())
                            .isTrue();
                }
            }
        }
    }
}
