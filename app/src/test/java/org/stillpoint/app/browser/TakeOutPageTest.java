package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.web.WebSettings;

/** All that is kept leaves by a page: for whoever shows again who they are, and without what is held apart. */
@ExtendWith(PracticeExtension.class)
class TakeOutPageTest {
    @TempDir
    Path folder;

    private static String added(Wire visitor, String name) {
        Document added =
                visitor.signIn().send(visitor.page("/clients/new").expectFirst("main form"), Map.of("name", name));
        return URI.create(added.location()).getPath();
    }

    private static Map<String, String> members(byte[] archive) throws IOException {
        Map<String, String> members = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                members.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return members;
    }

    @Test
    void practice_isTakenOutByWhoeverShowsWhoTheyAre_withoutWhatIsHeldApart(Wire visitor) throws IOException {
        String client = added(visitor, "Taken Out With All");
        Document page = visitor.page("/practice/take-out");
        assertThat(page.expectFirst(named("in-the-clear")).text()).contains("encrypted only if");
        Element form = page.expectFirst("form" + named("take-out"));

        Connection.Response wrong = visitor.post(form, Map.of("factor", "somebody else's"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("Nothing was taken out.");
        Connection.Response differ = visitor.post(
                form,
                Map.of("factor", WebSettings.DEMO_NAME, "passphrase", "a long passphrase", "again", "another one"));
        assertThat(differ.statusCode()).isEqualTo(400);
        assertThat(differ.body()).contains("The two passphrases differ.");

        Connection.Response taken = visitor.post(form, Map.of("factor", WebSettings.DEMO_NAME));
        assertThat(taken.contentType()).isEqualTo("application/zip");
        Map<String, String> members = members(taken.bodyAsBytes());
        assertThat(members.get("rows/client.jsonl")).contains("Taken Out With All");
        assertThat(members)
                .containsKeys("manifest.json", "clients/" + client.replaceAll(".*/", "") + "/fhir.json")
                .doesNotContainKeys("rows/process_note.jsonl", "rows/own_note.jsonl");

        Path file = Files.write(folder.resolve("practice.zip"), taken.bodyAsBytes());
        Program.Outcome in = Program.run(
                "take-in",
                file.toString(),
                "--data",
                folder.resolve("elsewhere").toString(),
                "--clear-key");
        assertThat(in.code()).as(in.err()).isEqualTo(ExitCode.OK);
    }

    @Test
    void client_isTakenOutFromTheirPage_withAPageToRead(Wire visitor) throws IOException {
        String client = added(visitor, "Taken Out Alone");
        Element form = visitor.page(client + "/about").expectFirst("form" + named("take-out"));

        Map<String, String> members = members(visitor.post(form, Map.of()).bodyAsBytes());

        String own = "clients/" + client.replaceAll(".*/", "") + "/";
        assertThat(members)
                .containsKeys(own + "fhir.json", own + "how-it-goes.pdf", "manifest.json")
                .doesNotContainKeys("rows/ledger.jsonl", "rows/audit.jsonl", "rows/process_note.jsonl");
        assertThat(members.get(own + "everything-kept.html")).contains("Taken Out Alone");
        assertThat(members.get("rows/client.jsonl").lines()).hasSize(1);
    }
}
