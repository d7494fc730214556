package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.practice.client.ReadClient;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry.Outcome;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account as somebody with the key and the database in hand would try to change it. */
class AuditCommandTest {
    @TempDir
    Path folder;

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now());

    @BeforeEach
    void readTwiceAndTurnOneAway() {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder))) {
            store.clients().add(ann);
            ReadClient reading = new ReadClient(store.unitOfWork((actor, act, client) -> true), Clock.systemUTC());
            reading.who(Actor.program(Actor.ProgramPart.COMMAND_LINE), ann.id());
            store.audit().latest(1);
            store.audit().signIn(Optional.empty(), Outcome.NOT_ALLOWED);
            store.audit().signIn(Optional.of(Id.random()), Outcome.NOT_ALLOWED);
        }
    }

    private JsonNode verified(String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"audit", "verify", "--json", "--data", folder.toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return new JsonMapper().readTree(Program.run(all).out());
    }

    @Test
    void list_tellsReadingsAndWhoWasTurnedAway_withoutAName() {
        Program.Outcome outcome = Program.run("audit", "list", "--data", folder.toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out().lines().toList()).hasSize(3);
        assertThat(outcome.out())
                .contains("SEE_CLIENT  " + ann.id() + "  DONE")
                .contains("program:DOOR  SIGN_IN  -  NOT_ALLOWED")
                .doesNotContain("Ann");
    }

    @Test
    void verify_withAHeadThatWasNoted_findsItAndNoOther() {
        String head = verified().get("head").asString();
        assertThat(verified("--head", head).get("headFound").asBoolean()).isTrue();
        assertThat(Program.run("audit", "verify", "--data", folder.toString(), "--head", "f".repeat(64)))
                .satisfies(outcome -> assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT))
                .satisfies(outcome -> assertThat(outcome.out()).contains("is not in it"));
    }

    @Test
    void verify_afterAnEntryWasChanged_namesIt() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("stillpoint.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("drop trigger audit_never_changed");
            statement.execute("update audit set outcome = 'DONE' where number = 2");
        }
        JsonNode found = verified();
        assertThat(found.get("holds").asBoolean()).isFalse();
        assertThat(found.get("firstBadEntry").asInt()).isEqualTo(2);
    }
}
