package org.stillpoint.app.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A questionnaire from a file, as on the page of own questionnaires. */
@Execution(ExecutionMode.CONCURRENT)
class QuestionnaireCommandTest {
    private static final String TOOLS = """
            {"resourceType": "Questionnaire", "language": "en", "status": "active", "version": "1",
             "url": "http://example.org/Questionnaire/tools", "title": "Tools of the garden",
             "copyright": "Made up. The gardeners of Nowhere may use it.",
             "item": [
              {"linkId": "tools", "type": "choice", "repeats": true, "text": "What do you have?", "required": true,
               "answerOption": [{"valueString": "a spade"}, {"valueString": "a hose"}]},
              {"linkId": "long", "type": "integer", "text": "How long is the hose?",
               "enableWhen": [{"question": "tools", "operator": "=", "answerString": "a hose"}]}]}""";

    @TempDir
    private Path folder;

    @BeforeEach
    void aPracticeIsThere() {
        Store.open(new StoreSettings.Sqlite(data())).close();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Program.Outcome take(String file, String... more) {
        Path written = folder.resolve("tools.json");
        try {
            Files.writeString(written, file);
        } catch (IOException full) {
            throw new IllegalStateException(full);
        }
        return run("import", written.toString(), more);
    }

    private Program.Outcome run(String command, String of, String... more) {
        String[] all = new String[5 + more.length];
        System.arraycopy(new String[] {"questionnaire", command, of, "--data", data().toString()}, 0, all, 0, 5);
        System.arraycopy(more, 0, all, 5, more.length);
        return Program.run(all);
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }

    @Test
    void file_isKeptAndOffered_onceSomebodySaysThatThePracticeMayUseIt() {
        Program.Outcome unsaid = take(TOOLS);
        assertThat(unsaid.code()).isEqualTo(ExitCode.USAGE);
        assertThat(unsaid.err()).contains("The gardeners of Nowhere may use it.", "--may-use", "nothing was kept");

        Program.Outcome kept = take(TOOLS, "--may-use");

        assertThat(kept.code()).as(kept.err()).isEqualTo(ExitCode.OK);
        assertThat(kept.out())
                .contains("tools: What do you have? (a spade", "several may be chosen", "asked for")
                .contains("No answer warns anybody")
                .contains("Kept, and offered: ");
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            assertThat(store.importedQuestionnaires().list()).singleElement().satisfies(one -> {
                assertThat(one.offered()).isTrue();
                assertThat(kept.out()).contains(one.id().toString());
            });
            assertThat(store.audit().latest(9)).extracting(AuditEntry::act).contains(Act.IMPORT_QUESTIONNAIRE);
        }
        assertThat(json(take(TOOLS, "--may-use", "--json").out())
                        .get("standing")
                        .asString())
                .isEqualTo("is_there");
    }

    @Test
    void dryRun_tellsWhatItAsks_andKeepsNothing() {
        JsonNode told = json(take(TOOLS, "--dry-run", "--json").out());

        assertThat(told.get("kept").asBoolean()).isFalse();
        assertThat(told.get("standing").asString()).isEqualTo("new");
        assertThat(told.get("sum").asBoolean()).isFalse();
        assertThat(told.get("questions")).hasSize(2);
        assertThat(told.get("questions").get(0).get("several").asBoolean()).isTrue();
        assertThat(told.get("questions").get(1).get("conditional").asBoolean()).isTrue();
        assertThat(take(TOOLS, "--dry-run").out()).contains("Nothing was kept.");
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            assertThat(store.importedQuestionnaires().list()).isEmpty();
        }
    }

    @Test
    void whatCannotBeAsked_isRefusedByItsLinkId_allOfItAtOnce_andKeepsNothing() {
        Program.Outcome refused = take(
                TOOLS.replace("\"integer\"", "\"integer\", \"repeats\": true").replace("\"choice\"", "\"quantity\""),
                "--may-use");

        assertThat(refused.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains("tools.json, tools: is of the type quantity, which is not taken")
                .contains("tools.json, long: takes several answers");
        assertThat(run("import", folder.resolve("none.json").toString(), "--may-use")
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
        try (Store store = Store.open(new StoreSettings.Sqlite(data()))) {
            assertThat(store.importedQuestionnaires().list()).isEmpty();
        }
    }

    @Test
    void anotherEdition_takesThePlaceOfTheOneBefore_andTheListTellsBoth() {
        take(TOOLS, "--may-use");
        String second = TOOLS.replace("\"version\": \"1\"", "\"version\": \"2\"");
        assertThat(take(second, "--dry-run").out()).contains("takes the place of the edition before");
        take(second, "--may-use");

        Program.Outcome listed = Program.run("questionnaire", "list", "--data", data().toString(), "--json");
        assertThat(listed.code()).isEqualTo(ExitCode.OK);
        assertThat(listed.out().lines())
                .extracting(line -> json(line).get("edition").asString()
                        + json(line).get("offered").asBoolean())
                .containsExactlyInAnyOrder("2true", "1false");
        assertThat(Program.run("questionnaire", "list", "--data", data().toString())
                        .out())
                .contains("not offered", "Tools of the garden", "http://example.org/Questionnaire/tools");
    }

    @Test
    void nowhere_isNoPractice_andNoFolderIsMade() {
        Path nowhere = folder.resolve("nowhere");
        assertThat(Program.run("questionnaire", "list", "--data", nowhere.toString())
                        .code())
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(nowhere).doesNotExist();
        assertThat(Program.run("questionnaire").code()).isEqualTo(ExitCode.USAGE);
    }
}
