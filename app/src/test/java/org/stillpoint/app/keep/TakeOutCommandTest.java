package org.stillpoint.app.keep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.app.demo.DemoPractice;
import org.stillpoint.app.demo.StoryClock;
import org.stillpoint.practice.access.MakeOwner;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.record.Id;
import org.stillpoint.record.account.SignInName;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.whole.WhoseRows;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.RowsBeside;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** All of the demo practice, taken out and taken in. */
class TakeOutCommandTest {
    @TempDir
    static Path folder;

    private static StoreSettings kept;
    private static Path whole;

    @BeforeAll
    static void takeTheDemoPracticeOut() {
        Path data = folder.resolve("data");
        kept = new StoreSettings.Sqlite(data);
        StoryClock clock = new StoryClock(Clock.systemDefaultZone());
        try (Store store = Store.open(kept, clock)) {
            DemoPractice.fill(
                    store,
                    store.unitOfWork(new Membership(store)),
                    () -> new MakeOwner.Command(Id.random(), new SignInName("olga"), "the hash of a password"),
                    clock);
        }
        whole = folder.resolve("whole.zip");
        Program.Outcome out = Program.run("take-out", "--data", data.toString(), "--to", whole.toString());
        assertThat(out.code()).as(out.err()).isEqualTo(ExitCode.OK);
        assertThat(out.out()).contains("NOT encrypted");
    }

    private static Map<String, String> rows(StoreSettings settings, WhoseRows whose) {
        Map<String, String> tables = new LinkedHashMap<>();
        int schema = new RowsBeside(settings).write(whose, (name, rows) -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(rows.to(out)).isNotNegative();
            tables.put("rows/" + name + ".jsonl", out.toString(StandardCharsets.UTF_8));
        });
        assertThat(schema).isPositive();
        return tables;
    }

    private static Map<String, byte[]> members(Path archive) throws IOException {
        Map<String, byte[]> members = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        return members;
    }

    private static Map<String, String> rowsIn(Path archive) throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        members(archive).forEach((name, content) -> {
            if (name.startsWith("rows/")) {
                rows.put(name, new String(content, StandardCharsets.UTF_8));
            }
        });
        return rows;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Id<Client> somebody() {
        try (Store store = Store.open(kept)) {
            return store.clients().list().stream()
                    .map(Client::id)
                    .filter(id -> !store.sessionNotes().list(id).isEmpty()
                            && !store.consents().list(id).entries().isEmpty())
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Program.Outcome takeIn(Path archive, String into) {
        return Program.run(
                "take-in", archive.toString(), "--data", folder.resolve(into).toString(), "--clear-key");
    }

    @Test
    void takeIn_ofTheWholePractice_isTheSameRowByRow() throws IOException {
        Program.Outcome in = takeIn(whole, "same");
        assertThat(in.code()).as(in.err()).isEqualTo(ExitCode.OK);

        StoreSettings other = new StoreSettings.Sqlite(folder.resolve("same"));
        assertThat(rows(other, new WhoseRows.OfEverybody(true)))
                .isEqualTo(rowsIn(whole))
                .hasSizeGreaterThan(40);
        Program.Outcome checked =
                Program.run("verify", "--data", folder.resolve("same").toString());
        assertThat(checked.code()).as(checked.out() + checked.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void takeOut_ofTheWholePractice_tellsOfEachMemberInItsManifest() throws IOException {
        Map<String, byte[]> members = members(whole);
        JsonNode manifest = JsonMapper.shared().readTree(members.get("manifest.json"));
        assertThat(manifest.get("stillpoint_archive").asInt()).isEqualTo(1);
        assertThat(manifest.get("members").size()).isEqualTo(members.size() - 1);
        for (JsonNode member : manifest.get("members")) {
            byte[] content = members.get(member.get("name").asString());
            assertThat(content)
                    .as(member.toString())
                    .hasSize(member.get("bytes").asInt());
            assertThat(sha256(content)).isEqualTo(member.get("sha256").asString());
            if (member.has("rows")) {
                assertThat(new String(content, StandardCharsets.UTF_8).lines().count())
                        .isEqualTo(member.get("rows").asLong());
            }
        }
        String client = "clients/" + somebody() + "/";
        assertThat(members).containsKeys(client + "fhir.json", client + "summary.json", client + "account.json");
        assertThat(members.entrySet())
                .filteredOn(member ->
                        member.getKey().startsWith(client) && member.getKey().endsWith(".pdf"))
                .isNotEmpty()
                .allSatisfy(paper -> assertThat(new String(paper.getValue(), StandardCharsets.ISO_8859_1))
                        .startsWith("%PDF-"));
        try (Store store = Store.open(kept)) {
            assertThat(store.audit().latest(10_000)).extracting(AuditEntry::act).contains(Act.TAKE_OUT_PRACTICE);
        }
    }

    @Test
    void takeIn_ofOneClient_isTheSameRowByRow() throws IOException {
        Id<Client> client = somebody();
        Path archive = folder.resolve("client.zip");
        Program.Outcome out = Program.run(
                "take-out",
                "--data",
                kept.folder().toString(),
                "--client",
                client.toString(),
                "--to",
                archive.toString(),
                "--json");
        assertThat(out.code()).as(out.err()).isEqualTo(ExitCode.OK);
        assertThat(JsonMapper.shared().readTree(out.out()).get("clients").asInt())
                .isEqualTo(1);
        assertThat(members(archive))
                .containsKeys("clients/" + client + "/everything-kept.html", "clients/" + client + "/how-it-goes.pdf");

        Program.Outcome in = takeIn(archive, "one");
        assertThat(in.code()).as(in.err()).isEqualTo(ExitCode.OK);
        assertThat(rows(new StoreSettings.Sqlite(folder.resolve("one")), new WhoseRows.OfOneClient(client, true)))
                .isEqualTo(rowsIn(archive));
    }

    @Test
    void takeIn_ofWhatIsNotWhatWasWritten_isRefusedInWordsAndPutsNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - 40));
        assertRefused(cut, "was cut off");
        Path half = Files.write(folder.resolve("half.zip"), Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(half, "was cut off");
        byte[] flipped = bytes.clone();
        flipped[bytes.length / 3] ^= 0x10;
        assertRefused(Files.write(folder.resolve("flipped.zip"), flipped), "was damaged");
        assertRefused(Files.writeString(folder.resolve("letter.txt"), "Dear Ann"), "is no archive");
        assertRefused(folder.resolve("nowhere.zip"), "There is no file");
        assertRefused(rewritten("newer.zip", Optional.of("\"stillpoint_archive\":9"), false), "newer Stillpoint");
        assertRefused(rewritten("other.zip", Optional.empty(), true), "was damaged");

        Program.Outcome there =
                Program.run("take-in", whole.toString(), "--data", kept.folder().toString());
        assertThat(there.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(there.err()).contains("There is a record already");
        Program.Outcome check = Program.run("take-in", whole.toString(), "--check");
        assertThat(check.out()).contains("whole");
    }

    private static void assertRefused(Path archive, String why) {
        Program.Outcome in = takeIn(archive, "nothing");
        assertThat(in.code()).as(archive + ": " + in.err() + in.out()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(in.err()).contains(why);
        assertThat(folder.resolve("nothing").resolve("stillpoint.db")).doesNotExist();
    }

    /** The archive again, with another mark in its manifest, or with other rows than the manifest tells of. */
    private static Path rewritten(String name, Optional<String> mark, boolean otherRows) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> member : members(whole).entrySet()) {
                byte[] content = member.getValue();
                if (member.getKey().equals("manifest.json") && mark.isPresent()) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replace("\"stillpoint_archive\":1", mark.get())
                            .getBytes(StandardCharsets.UTF_8);
                }
                if (member.getKey().equals("rows/client.jsonl") && otherRows) {
                    content = new String(content, StandardCharsets.UTF_8)
                            .replace("\"version\":1", "\"version\":2")
                            .getBytes(StandardCharsets.UTF_8);
                }
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(content);
                zip.closeEntry();
            }
        }
        return file;
    }
}
