package org.stillpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A practice's summary on its way out of a record on the disk. */
class ContributeToStudyCommandTest {
    @TempDir
    Path folder;

    private Path one = Path.of("");
    private Path other = Path.of("");

    @BeforeEach
    void keepTwo() throws IOException {
        one = folder.resolve("one");
        other = folder.resolve("other");
        KeptPractices.keep(one, 1, 8, 3);
        KeptPractices.keep(other, 2, 2, 0);
    }

    private Path sealed(ObjectNode draft) throws IOException {
        Path file = Files.createTempFile(folder, "draft", ".json");
        Files.writeString(file, draft.toString());
        Path sealed = folder.resolve("sealed-" + file.getFileName());
        Program.Outcome outcome = Program.run("study", "new", file.toString(), "--to", sealed.toString());
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.OK);
        return sealed;
    }

    private Path sealed() throws IOException {
        return sealed(KeptPractices.draft(List.of(one, other)));
    }

    private Program.Outcome contribute(Path protocol, Path data, String to, String... more) {
        String[] command = new String[7 + more.length];
        List<String> first = List.of(
                "study",
                "contribute",
                protocol.toString(),
                "--data",
                data.toString(),
                "--to",
                folder.resolve(to).toString());
        for (int i = 0; i < command.length; i++) {
            command[i] = i < first.size() ? first.get(i) : more[i - first.size()];
        }
        return Program.run(command);
    }

    private List<Act> account(Path data) {
        try (Store store = Store.open(new StoreSettings.Sqlite(data))) {
            return store.audit().latest(1_000).stream().map(AuditEntry::act).toList();
        }
    }

    @Test
    void contribute_withoutAYes_showsWhatWouldLeave_andWritesNothing() throws IOException {
        Path protocol = sealed();

        Program.Outcome looked = contribute(protocol, one, "one.json");

        assertThat(looked.code()).isEqualTo(ExitCode.USAGE);
        assertThat(looked.err()).contains("Nothing was written");
        assertThat(looked.out())
                .contains("3  without a consent in force", "\"treated\" : 8", "\"no-consent\" : null")
                .doesNotContain("Somebody", "1980");
        assertThat(folder.resolve("one.json")).doesNotExist();
        assertThat(account(one)).contains(Act.SUMMARISE_FOR_STUDY).doesNotContain(Act.CONTRIBUTE_TO_STUDY);
    }

    @Test
    void contribute_withAYes_writesWhatWasShown_onceInTheAccount() throws IOException {
        Path protocol = sealed();

        Program.Outcome written = contribute(protocol, one, "one.json", "--yes", "--json");

        assertThat(written.code()).as(written.err()).isEqualTo(ExitCode.OK);
        JsonNode said = JsonMapper.shared().readTree(written.out());
        ObjectNode file = (ObjectNode) JsonMapper.shared().readTree(Files.readString(folder.resolve("one.json")));
        assertThat(said.get("written").asBoolean()).isTrue();
        assertThat(said.get("leftOut").get("no-consent").asInt()).isEqualTo(3);
        file.remove("signature");
        assertThat(said.get("contribution")).isEqualTo(file);
        assertThat(account(one))
                .filteredOn(act -> act == Act.CONTRIBUTE_TO_STUDY)
                .hasSize(1);
        assertThat(account(one))
                .filteredOn(act -> act == Act.SUMMARISE_FOR_STUDY)
                .hasSize(16);
        Contribution read = ContributionFile.read(folder.resolve("one.json"), ProtocolFile.read(protocol));
        assertThat(read.practice().name()).isEqualTo("one");
    }

    @Test
    void contribute_aSecondTime_needsToSaySo_andTheFileTells() throws IOException {
        Path protocol = sealed();
        contribute(protocol, one, "one.json", "--yes");

        Program.Outcome again = contribute(protocol, one, "again.json", "--yes");
        assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("has contributed to this study before");
        assertThat(contribute(protocol, one, "one.json", "--yes").err()).contains("There is a file");

        assertThat(contribute(protocol, one, "again.json", "--yes", "--again").code())
                .isEqualTo(ExitCode.OK);
        assertThat(ContributionFile.read(folder.resolve("again.json"), ProtocolFile.read(protocol))
                        .number())
                .isEqualTo(2);
        Program.Outcome both = Program.run(
                "study",
                "pool",
                protocol.toString(),
                folder.resolve("one.json").toString(),
                folder.resolve("again.json").toString());
        assertThat(both.err()).contains("again.json: is of the same practice as one.json");
    }

    @Test
    void contribute_ofTooFewClients_tellsThat_andNothingElse() throws IOException {
        Path protocol = sealed();
        assertThat(contribute(protocol, other, "other.json", "--yes").code()).isEqualTo(ExitCode.OK);
        JsonNode file = JsonMapper.shared().readTree(Files.readString(folder.resolve("other.json")));
        assertThat(file.get("summary").toString()).isEqualTo("{\"kind\":\"withheld\",\"reason\":\"too-few\"}");
    }

    @Test
    void contribute_underAProtocolThatNamesOthers_orIsNotOver_isRefused() throws IOException {
        Path third = folder.resolve("third");
        KeptPractices.keep(third, 3, 1, 0);
        Path protocol = sealed();
        assertThat(contribute(protocol, third, "third.json", "--yes").err())
                .contains("names no practice with the key of this installation, " + KeptPractices.key(third));

        ObjectNode early = KeptPractices.draft(List.of(one, other));
        LocalDate today = LocalDate.now(java.time.ZoneOffset.UTC);
        early.putObject("period")
                .put("from", today.minusDays(300).toString())
                .put("to", today.minusDays(60).toString());
        Program.Outcome refused = contribute(sealed(early), one, "early.json", "--yes");
        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.err()).contains("too early");
        assertThat(folder.resolve("early.json")).doesNotExist();
        assertThat(account(one)).doesNotContain(Act.SUMMARISE_FOR_STUDY);
    }

    @Test
    void contribute_whereThereIsNoRecord_isToldAndMakesNone() throws IOException {
        Program.Outcome outcome = contribute(sealed(), folder.resolve("nowhere"), "x.json", "--yes");
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains("No practice is kept");
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @Test
    void key_isPrinted_withAShortFormToReadOut() {
        Program.Outcome printed = Program.run("study", "key", "--data", one.toString());
        assertThat(printed.out().lines().toList().getFirst()).isEqualTo(KeptPractices.key(one));
        assertThat(printed.out().lines().toList().getLast())
                .matches("To read out: [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}");
    }
}
