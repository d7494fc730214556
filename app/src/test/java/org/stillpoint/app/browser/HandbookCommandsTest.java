package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.client.Client;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/** What the handbook tells to type is typed, in the order in which it stands there, in an empty folder. */
@Execution(ExecutionMode.CONCURRENT)
class HandbookCommandsTest {

    private static final Path HANDBOOK = Path.of("..", "docs", "handbook");
    private static final Pattern BLOCK = Pattern.compile("(?m)^```(\\S*)(?: (\\S+))?\\n((?s:.*?))^```");

    /** What names a place in the folder of whoever types. */
    private static final Pattern PLACE = Pattern.compile("(practice|drill|tables|backups|keys)(/.*)?|[a-z]+\\.csv");

    @TempDir
    private Path folder;

    @Test
    void operator_everyCommand_doesWhatItSays() throws IOException, InterruptedException {
        List<Program.Outcome> said = type("operator.en.md");
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(said.stream().filter(one -> one.out().contains("All of it holds")))
                .hasSize(4); // of the backup, verified, restored, verified again
    }

    @Test
    void researcher_everyCommand_answersOfTheTablesThatStandThere() throws IOException, InterruptedException {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder.resolve("practice")))) {
            store.clients().add(Client.added(new PrivateText("Ann"), OptionalInt.empty(), Instant.now()));
        }
        List<Program.Outcome> said = type("researcher.en.md");
        assertThat(said).hasSizeGreaterThan(5);
        try (Stream<Path> tables = Files.list(folder.resolve("tables"))) {
            List<String> named = tables.map(
                            file -> file.getFileName().toString().replace(".csv", ""))
                    .filter(name -> !name.equals("dictionary"))
                    .toList();
            String told = Files.readString(HANDBOOK.resolve("researcher.en.md"));
            assertThat(named).hasSizeGreaterThan(5).allMatch(name -> told.contains("| `" + name + "` |"));
        }
    }

    /** Commands stand where they are typed here, and nowhere else. */
    @Test
    void otherParts_tellNothingToType() throws IOException {
        try (Stream<Path> files = Files.list(HANDBOOK)) {
            assertThat(files.filter(file -> !file.endsWith("operator.en.md") && !file.endsWith("researcher.en.md")))
                    .hasSize(8)
                    .allMatch(file -> !text(file).contains("```"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private List<Program.Outcome> type(String part) throws IOException, InterruptedException {
        List<Program.Outcome> said = new ArrayList<>();
        for (var block : BLOCK.matcher(Files.readString(HANDBOOK.resolve(part)))
                .results()
                .toList()) {
            if (block.group(1).equals("csv")) {
                Files.writeString(folder.resolve(block.group(2)), block.group(3));
            } else if (block.group(1).equals("sh")) {
                for (String line : block.group(3).lines().toList()) {
                    assertThat(line).startsWith("./stillpoint ");
                    type(List.of(line.split(" ")), said);
                }
            } else {
                assertThat(block.group(1)).isEqualTo("text");
            }
        }
        return said;
    }

    private void type(List<String> line, List<Program.Outcome> said) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(line.get(1)));
        for (String word : line.subList(2, line.size())) {
            words.add(PLACE.matcher(word).matches() ? place(word) : word);
        }
        if (words.getFirst().equals("serve")) {
            words.removeAll(List.of("serve", "--clear-key")); // which RunningPractice says itself
            int data = words.indexOf("--data");
            Path kept = Path.of(words.remove(data + 1));
            words.remove(data);
            RunningPractice.start(kept, words.toArray(String[]::new)).close();
            return;
        }
        Program.Outcome outcome = Program.run(words.toArray(String[]::new));
        assertThat(outcome.code())
                .as(String.join(" ", line) + "\n" + outcome.err())
                .isEqualTo(ExitCode.OK);
        said.add(outcome);
    }

    private String place(String word) throws IOException {
        if (!word.endsWith("/NEWEST")) {
            return folder.resolve(word).toString();
        }
        try (Stream<Path> files = Files.list(folder.resolve(word).getParent())) {
            return files.max(Comparator.comparing(Path::getFileName))
                    .orElseThrow()
                    .toString();
        }
    }
}
