package org.stillpoint.app.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FhirCommandTest {
    @TempDir
    Path folder;

    private final Client ann = Client.added(new PrivateText("Ann"), OptionalInt.of(1980), Instant.now());

    private Path data() {
        return folder.resolve("data");
    }

    private Path written(String end) {
        return folder.resolve("out").resolve(ann.id() + end);
    }

    @BeforeEach
    void keepOneClient() throws IOException {
        Files.createDirectories(data());
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            store.clients().add(ann);
            Told fall = new Told(
                    EventKind.PHYSICAL_TRAUMA,
                    EventDate.year(2010),
                    List.of(),
                    new PrivateText("from a ladder"),
                    Score0To10.of(6),
                    Score0To10.of(3),
                    PrivateText.NONE);
            store.history().add(TraumaEvent.toldBeforeSession(ann.id(), fall, Instant.now()));
        }
    }

    private Program.Outcome export(String... which) {
        String[] all = new String[6 + which.length];
        System.arraycopy(
                new String[] {
                    "fhir",
                    "export",
                    "--data",
                    data().toString(),
                    "--to",
                    folder.resolve("out").toString()
                },
                0,
                all,
                0,
                6);
        System.arraycopy(which, 0, all, 6, which.length);
        return Program.run(all);
    }

    @Test
    void export_oneClient_writesABundleASummaryAndTheAccountThatPassTheValidator_andStandsInTheAccount()
            throws IOException {
        Program.Outcome exported = export("--client", ann.id().toString());

        assertThat(exported.code()).as(exported.err()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(written(".json")))
                .contains("\"collection\"")
                .contains("from a ladder");
        assertThat(Files.readString(written("-summary.json"))).contains("\"document\"");
        assertThat(Files.readString(written("-account.json")))
                .contains("\"export-client\"")
                .doesNotContain("Ann")
                .doesNotContain("ladder");
        for (String end : List.of(".json", "-summary.json", "-account.json")) {
            Program.Outcome checked =
                    Program.run("fhir", "validate", written(end).toString(), "--json");
            JsonNode said = JsonMapper.shared().readTree(checked.out());
            assertThat(checked.code()).as(checked.out()).isEqualTo(ExitCode.OK);
            assertThat(said.get("errors").size()).isZero();
            assertThat(said.get("warnings").size()).isZero();
            assertThat(said.has("explained")).isTrue();
        }
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            assertThat(store.audit().listOf(ann.id()))
                    .extracting(AuditEntry::act)
                    .contains(Act.EXPORT_CLIENT);
        }
    }

    @Test
    void export_everybody_overwritesNothing() {
        assertThat(export("--all").code()).isEqualTo(ExitCode.OK);

        Program.Outcome again = export("--all");

        assertThat(again.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(again.err()).contains("already").doesNotContain("Ann");
    }

    @Test
    void export_nobody_isRefused() {
        assertThat(export("--client", "00000000-0000-4000-8000-000000000000").code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(export().code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void resources_areWrittenOnce() throws IOException {
        String to = folder.resolve("resources").toString();

        assertThat(Program.run("fhir", "resources", "--to", to).code()).isEqualTo(ExitCode.OK);
        assertThat(Files.readString(Path.of(to, "ConceptMap-region-to-body-site.json")))
                .contains("X101");
        assertThat(Program.run("fhir", "resources", "--to", to).code()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void import_ofAnothersFile_listsWhatItProposesAndKeepsNothing() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(
                file,
                "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":"
                        + "\"Condition\",\"id\":\"c\",\"code\":{\"text\":\"Fracture of wrist\"},\"onsetDateTime\":\"2014\"}},"
                        + "{\"resource\":{\"resourceType\":\"Observation\"}}]}");

        Program.Outcome read = Program.run("fhir", "import", file.toString(), "--dry-run", "--json");
        JsonNode said = JsonMapper.shared().readTree(read.out());

        assertThat(read.code()).as(read.err()).isEqualTo(ExitCode.OK);
        assertThat(said.get("kept").asInt()).isZero();
        assertThat(said.get("events").get(0).get("label").asString()).isEqualTo("Fracture of wrist");
        assertThat(said.get("events").get(0).get("injuryLike").asBoolean()).isTrue();
        assertThat(said.get("passedOver").get(0).get("resource").asString()).isEqualTo("Observation");
        assertThat(Program.run("fhir", "import", file.toString()).out()).contains("1 proposals. Nothing was kept.");
    }

    @Test
    void import_ofAnotherVersion_isRefusedInWords() throws IOException {
        Path file = folder.resolve("old.json");
        Files.writeString(file, "{\"resourceType\":\"Condition\",\"clinicalStatus\":\"active\"}");

        Program.Outcome read = Program.run("fhir", "import", file.toString());

        assertThat(read.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(read.err()).contains("is FHIR STU3");
    }

    @Test
    void validate_whatIsWrong_isSaid() throws IOException {
        Path file = folder.resolve("wrong.json");
        Files.writeString(file, "{\"resourceType\":\"Patient\",\"gender\":\"unheard of\"}");

        Program.Outcome checked = Program.run("fhir", "validate", file.toString());

        assertThat(checked.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(checked.out()).contains("error: ").contains("Patient.gender");
        assertThat(Program.run("fhir", "validate", folder.resolve("none").toString())
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }
}
