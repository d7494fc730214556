package org.stillpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.ComparedArms;
import org.stillpoint.evidence.joint.JointSummary.OwnDifferences;
import org.stillpoint.evidence.joint.JointSummary.Withheld;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.joint.ToldShares;
import org.stillpoint.practice.joint.JointProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page for researchers: its commands run as they stand there, and its table of what leaves has every field and no other. */
class StudyDocsTest {
    private static final Path PAGE = Path.of("..", "docs", "studies.md");
    private static final Pattern FILE = Pattern.compile("practice-\\d|\\S+\\.(json|svg)");
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @TempDir
    Path folder;

    private String[] onDisk(String line) {
        return Arrays.stream(line.strip().split(" "))
                .skip(1)
                .map(word -> FILE.matcher(word).matches() ? folder.resolve(word).toString() : word)
                .toArray(String[]::new);
    }

    @Test
    void commandsOfThePage_runAsTheyStandThere() throws IOException {
        List<Path> practices = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            practices.add(folder.resolve("practice-" + i));
            KeptPractices.keep(practices.getLast(), i, 6 + 3 * i, 7);
        }
        Files.writeString(
                folder.resolve("draft.json"), KeptPractices.draft(practices).toString());
        List<String> lines;
        try (Stream<String> page = Files.lines(PAGE)) {
            lines = page.filter(line -> line.startsWith("    ./stillpoint study"))
                    .toList();
        }
        assertThat(lines).hasSize(8);
        for (String line : lines) {
            boolean onlyLooks = line.contains("contribute") && !line.contains("--yes");

            Program.Outcome outcome = Program.run(onDisk(line));

            assertThat(outcome.code()).as(line + outcome.err()).isEqualTo(onlyLooks ? ExitCode.USAGE : ExitCode.OK);
            if (onlyLooks) {
                assertThat(outcome.out()).contains("This leaves, with a signature, and nothing else");
                assertThat(folder.resolve("practice-1.json")).doesNotExist();
            }
        }
        assertThat(folder.resolve("forest.svg")).isNotEmptyFile();
        Program.Outcome pooled = Program.run(onDisk(lines.getLast().replace(" --plot forest.svg", "")));
        JsonNode answer = JsonMapper.shared().readTree(pooled.out());
        assertThat(answer.get("contributed").asInt()).isEqualTo(3);
        assertThat(answer.get("effect").get("est").asDouble()).isNegative();
        assertThat(answer.get("leftOut").get("no-consent").get("told").asInt()).isEqualTo(21);
    }

    @Test
    void tableOfWhatLeaves_hasEveryFieldOfEveryContribution_andNoOther() throws IOException {
        JointPractices practices = new JointPractices(2);
        JointProtocol protocol = ProtocolFile.read(practices.protocol(folder, practices.draft("treated-and-waiting")));
        ToldShares shares = new ToldShares(9, 18, 5, 12);
        Set<String> leaving = new TreeSet<>(Set.of("signature"));
        for (JointSummary summary : List.of(
                new ComparedArms(
                        18, 12, -1.2, 0.5, 0.6, 1.3, java.util.Optional.of(shares), java.util.Optional.of(shares)),
                new OwnDifferences(9, -1, 0.4, 0.6),
                new Withheld(WithheldReason.TOO_FEW))) {
            fields("", ContributionFile.content(practices.contribution(protocol, 0, summary)), leaving);
        }
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("## What leaves"), page.indexOf("**What does not leave**"));
        Set<String> told = new TreeSet<>();
        table.lines()
                .filter(line -> line.startsWith("| `"))
                .forEach(line ->
                        CODE.matcher(line.split("\\|")[1]).results().forEach(found -> told.add(found.group(1))));

        assertThat(told).isEqualTo(leaving);
    }

    private static void fields(String before, JsonNode node, Set<String> into) {
        for (String name : node.propertyNames()) {
            JsonNode value = node.get(name);
            if (value.isObject()) {
                fields(before + name + ".", value, into);
            } else {
                into.add(before + name);
            }
        }
    }
}
