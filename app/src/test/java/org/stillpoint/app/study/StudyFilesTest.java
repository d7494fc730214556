package org.stillpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.ComparedArms;
import org.stillpoint.evidence.joint.JointSummary.OwnDifferences;
import org.stillpoint.evidence.joint.JointSummary.Withheld;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.joint.ToldShares;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Files of a study as somebody careless or hostile would send them. */
class StudyFilesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ComparedArms ARMS = new ComparedArms(
            18, 12, -1.203, 0.511, 0.61, 1.32, Optional.of(new ToldShares(9, 18, 5, 12)), Optional.empty());

    @TempDir
    Path folder;

    private final JointPractices practices = new JointPractices(3);
    private Path sealed = Path.of("");

    private JointProtocol protocol() {
        return ProtocolFile.read(sealed);
    }

    @BeforeEach
    void seal() throws IOException {
        sealed = practices.protocol(folder, practices.draft("treated-and-waiting"));
    }

    private Path contribution(int practice, JointSummary summary) throws IOException {
        return practices.signed(folder, practices.contribution(protocol(), practice, summary), practice);
    }

    private Path written(String text) throws IOException {
        Path file = Files.createTempFile(folder, "written", ".json");
        Files.writeString(file, text);
        return file;
    }

    private Path changed(Path file, Consumer<ObjectNode> change) throws IOException {
        ObjectNode root = (ObjectNode) JSON.readTree(Files.readString(file));
        change.accept(root);
        return written(root.toString());
    }

    /** As a practice would that signs what its program would not. */
    private Path signedAnyway(int practice, Consumer<ObjectNode> change) throws IOException {
        ObjectNode content = ContributionFile.content(practices.contribution(protocol(), practice, ARMS));
        change.accept(content);
        return written(ContributionFile.signed(content, message -> practices.sign(practice, message)));
    }

    private Program.Outcome pool(Path... files) {
        String[] command = new String[files.length + 3];
        command[0] = "study";
        command[1] = "pool";
        command[2] = sealed.toString();
        for (int i = 0; i < files.length; i++) {
            command[i + 3] = files[i].toString();
        }
        return Program.run(command);
    }

    private void refused(String why, Path... files) {
        Program.Outcome outcome = pool(files);
        assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains(why);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void contribution_written_isReadAsItWas() throws IOException {
        Contribution first = new Contribution(
                protocol().hash(),
                protocol().practices().getFirst(),
                LocalDate.of(2026, 11, 30),
                2,
                true,
                ARMS,
                Map.of(JointLeftOut.NO_CONSENT, OptionalInt.of(12), JointLeftOut.NO_ENTRY, OptionalInt.empty()));

        Contribution read = ContributionFile.read(practices.signed(folder, first, 0), protocol());

        assertThat(read.summary()).isEqualTo(ARMS);
        assertThat(read.leftOut()).containsAllEntriesOf(first.leftOut()).hasSize(JointLeftOut.values().length);
        assertThat(read.number()).isEqualTo(2);
        assertThat(read.madeUp()).isTrue();
        assertThat(read.practice()).isEqualTo(first.practice());
        JointSummary withheld = new Withheld(WithheldReason.NO_SCATTER);
        assertThat(ContributionFile.read(contribution(1, withheld), protocol()).summary())
                .isEqualTo(withheld);
    }

    @Test
    void contributionByLot_written_isReadAsItWas_andOnlyUnderItsDesign() throws IOException {
        Path lots = practices.protocol(folder, practices.draft("by-lot"));
        JointProtocol byLot = ProtocolFile.read(lots);
        OwnDifferences own = new OwnDifferences(9, -1.045, 0.369, 0.589);
        Path file = practices.signed(folder, practices.contribution(byLot, 0, own), 0);

        assertThat(ContributionFile.read(file, byLot).summary()).isEqualTo(own);
        Path arms = practices.signed(folder, practices.contribution(byLot, 0, ARMS), 0);
        assertThatThrownBy(() -> ContributionFile.read(arms, byLot))
                .hasMessageContaining("not of the protocol's design");
    }

    @Test
    void protocol_changedAfterItWasSealed_isTold() throws IOException {
        Path later = changed(sealed, root -> ((ObjectNode) root.get("protocol")).put("question", "Another one?"));
        Program.Outcome outcome = Program.run(
                "study", "pool", later.toString(), contribution(0, ARMS).toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err())
                .contains("was changed after it was sealed", protocol().hash());
    }

    /** Whoever seals anew has another hash, and nobody's contribution. */
    @Test
    void contribution_ofAnotherProtocol_isTold() throws IOException {
        Path other = practices.protocol(
                folder, practices.draft("treated-and-waiting").put("title", "Another"));
        JointProtocol another = ProtocolFile.read(other);
        Path file = practices.signed(folder, practices.contribution(another, 0, ARMS), 0);
        refused("is a contribution under another protocol: " + another.hash(), file, contribution(1, ARMS));
    }

    @Test
    void contribution_alteredOrSignedByAnotherKey_isTold() throws IOException {
        Path altered =
                changed(contribution(0, ARMS), root -> ((ObjectNode) root.get("summary")).put("difference", -2.203));
        refused("was changed after it was signed", altered, contribution(1, ARMS));

        Path another = practices.signed(folder, practices.contribution(protocol(), 0, ARMS), 1);
        refused("or signed by another key than that of Practice 1", another, contribution(1, ARMS));

        JointPractices strangers = new JointPractices(1);
        Path stranger = changed(contribution(0, ARMS), root -> root.put("key", strangers.key(0)));
        refused("is no key of a practice that the protocol names", stranger, contribution(1, ARMS));

        Path posing = signedAnyway(0, content -> content.put("practice", "Practice 2"));
        refused("signs by the key of Practice 1", posing, contribution(1, ARMS));
    }

    @Test
    void practice_twice_isTold_andEverythingElseThatIsWrongWithIt() throws IOException {
        Program.Outcome outcome = pool(
                contribution(0, ARMS),
                contribution(1, ARMS),
                contribution(0, ARMS),
                written("{}"),
                folder.resolve("nowhere.json"));
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err())
                .contains("is of the same practice as", "is no file of the kind", "there is no such file");
        assertThat(outcome.err().lines()).hasSize(3);
    }

    @Test
    void contributions_ofFewerThanTwoPracticesThatTellAnEffect_areNotPooled() throws IOException {
        refused(
                "of 2 contributions 1 told an effect",
                contribution(0, ARMS),
                contribution(1, new Withheld(WithheldReason.TOO_FEW)));
    }

    /** With two practices the interval of a difference of shares went from -163 to 145 in 100. */
    @Test
    void shares_areToldOfThreePracticesOrMore_withinWhatCanBe() throws IOException {
        Path[] three = {contribution(0, ARMS), contribution(1, ARMS), contribution(2, shares(17, 30, 5, 32))};
        assertThat(pool(three[0], three[1]).out())
                .contains(
                        "better by 30 % or more: fewer than three of 2 practices may tell it", "Missing: Practice 3.");
        assertThat(pool(three).out())
                .contains("in the 3 of 3 practices that may tell it")
                .contains("worse by 1.0 or more: fewer than three of 3 practices");
        Path apart = contribution(2, shares(93, 98, 5, 98));
        String[] lines = pool(contribution(0, shares(5, 98, 93, 98)), three[1], apart)
                .out()
                .lines()
                .filter(line -> line.contains("better by"))
                .toArray(String[]::new);
        assertThat(lines).hasSize(1);
        assertThat(lines[0]).contains("(-100.0 to 100.0)");
    }

    private static ComparedArms shares(int treated, int ofTreated, int waiting, int ofWaiting) {
        return new ComparedArms(
                ofTreated,
                ofWaiting,
                -1.1,
                0.4,
                0.6,
                1.3,
                Optional.of(new ToldShares(treated, ofTreated, waiting, ofWaiting)),
                Optional.empty());
    }

    @Test
    void contributions_ofMadeUpClientsAmongOthers_areNotPooled() throws IOException {
        refused(
                "made-up clients in part",
                contribution(0, ARMS),
                signedAnyway(1, content -> content.put("madeUp", true)));
    }

    /** Signed, and yet not to be used: a program that tells more than the protocol allows. */
    @Test
    void contribution_thatTellsOfFewerThanTheCell_isRefused() throws IOException {
        Path fourTreated = signedAnyway(0, content -> ((ObjectNode) content.get("summary")).put("treated", 4));
        refused("is no whole number from 5", fourTreated, contribution(1, ARMS));
        Path nineOfTwelve = signedAnyway(
                0,
                content -> ((ObjectNode) content.get("summary"))
                        .putObject("worse")
                        .put("treated", 9)
                        .put("ofTreated", 12)
                        .put("waiting", 5)
                        .put("ofWaiting", 12));
        refused("tells of fewer people than the protocol's smallest cell", nineOfTwelve, contribution(1, ARMS));
        Path threeLeftOut = signedAnyway(0, content -> ((ObjectNode) content.get("leftOut")).put("no-consent", 3));
        refused("tells of fewer people than the protocol's smallest cell", threeLeftOut, contribution(1, ARMS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "error | 0 | is no number from",
                "error | -1 | is no number from",
                "error | \"0.5\" | is no number from",
                "difference | 2000000 | is no number from",
                "difference | true | is no number from",
                "treated | 18.5 | is no whole number",
                "treated | 99999999999 | is no whole number",
                "better | 3 | is no object",
                "kind | \"pooled\" | not of the protocol's design",
                "colour | \"blue\" | is not known here"
            })
    void contribution_withAValueOfAnotherKind_isToldByItsPlace(String field, String value, String told)
            throws IOException {
        Path signed =
                signedAnyway(0, content -> ((ObjectNode) content.get("summary")).set(field, JSON.readTree(value)));
        refused(told, signed, contribution(1, ARMS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e300", "1e400", "-1e16", "1e-300", "12345678901234567890"})
    void contribution_withANumberThatProgramsWriteDifferently_isRefused(String number) throws IOException {
        String text = Files.readString(contribution(0, ARMS));
        Path strange = written(text.replace("-1.203", number));
        assertThat(Files.readString(strange)).isNotEqualTo(text);
        refused("is too small or too large", strange, contribution(1, ARMS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "{\"format\": NaN}",
                "{\"format\": 1e9999999999}",
                "{\"a\": 1, \"a\": 2}",
                "{} {}",
                "{\"format\" : \"stillpoint joint study contribution\", \"version\" : 2}",
                "{'format': 1}",
                "// words\n{}",
                "\u0000"
            })
    void file_thatIsNoneOfAStudy_isToldInOneLine(String text) throws IOException {
        Path file = written(text);
        Program.Outcome outcome = pool(file, contribution(1, ARMS));
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err().lines()).hasSize(1);
        assertThat(outcome.err()).contains(file.getFileName().toString());
    }

    /** Neither its size nor its depth is taken into memory. */
    @Test
    void file_thatIsHugeOrDeep_isRefusedWithoutReadingAllOfIt() throws IOException {
        Path huge = folder.resolve("huge.json");
        try (var out = Files.newOutputStream(huge)) {
            byte[] megabyte = "[".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 64; i++) {
                out.write(megabyte);
            }
        }
        refused("is larger than 1 MB", huge, contribution(1, ARMS));
        refused("is not JSON", written("{\"a\":" + "[".repeat(100_000)), contribution(1, ARMS));
        refused("is not JSON", written("{\"a\": \"" + "x".repeat(100_000) + "\"}"), contribution(1, ARMS));
        refused("is not JSON", written("{\"a\": " + "9".repeat(100_000) + "}"), contribution(1, ARMS));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title | \"\" | is no line",
                "title | \"a\\nb\" | is no line",
                "title | \"a\\u202eb\" | is no line",
                "title | 7 | is no text",
                "measure | \"pgic\" | has a before",
                "measure | \"happiness\" | has a before",
                "smallestCell | 4 | is no whole number from 5",
                "smallestCell | 5.0 | is no whole number from 5",
                "period | {\"from\":\"2027-02-30\",\"to\":\"2027-03-01\"} | is no day",
                "period | {\"from\":\"2027-03-02\",\"to\":\"2027-03-01\"} | is before the first day",
                "practices | [] | has fewer than two",
                "practices | {} | is no list",
                "design | {\"kind\":\"by-chance\"} | is not one of",
                "design | {\"kind\":\"by-lot\",\"blocks\":2} | is not known here",
                "people | {\"age\":{\"from\":80,\"to\":18}} | is no number from 80",
                "sealedAt | \"2020-01-01T00:00:00Z\" | is set by the seal",
                "colour | \"blue\" | is not known here"
            })
    void draft_withSomethingWrong_isNotSealed(String field, String value, String told) throws IOException {
        ObjectNode draft = practices.draft("treated-and-waiting");
        draft.set(field, JSON.readTree(value));
        Path file = written(draft.toString());
        Program.Outcome outcome = Program.run(
                "study",
                "new",
                file.toString(),
                "--to",
                folder.resolve("sealed.json").toString());
        assertThat(outcome.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(outcome.err()).contains(told);
        assertThat(folder.resolve("sealed.json")).doesNotExist();
    }

    @Test
    void draft_withAPracticeTwiceOrWithoutAKey_isNotSealed() throws IOException {
        ObjectNode twice = practices.draft("by-lot");
        twice.withArray("practices").addObject().put("name", "Practice 4").put("key", practices.key(0));
        assertThatThrownBy(() -> practices.protocol(folder, twice))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is there twice");
        ObjectNode keyless = practices.draft("by-lot");
        keyless.withArray("practices").addObject().put("name", "Practice 4").put("key", "AAAA");
        assertThatThrownBy(() -> practices.protocol(folder, keyless)).hasMessageContaining("stillpoint study key");
    }

    /** Source: RFC 8785, sections 3.2.2 and 3.2.3: names in order, shortest numbers, no white space, UTF-8; of it the hash. */
    @Test
    void canonicalForm_isTheOneOfTheStandard() {
        JsonNode node = JSON.readTree(
                "{ \"b\" : [ 1.0, -0.0, 0.001, 100, true, null ], \"a\" : \"é \\\" / \\u00e9\", \"A\" : {} }");
        assertThat(new String(StudyJson.canonical(node), StandardCharsets.UTF_8))
                .isEqualTo("{\"A\":{},\"a\":\"é \\\" / é\",\"b\":[1,0,0.001,100,true,null]}");
        assertThat(StudyJson.hash(JSON.readTree("{}")))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void draft_ofTheExample_isWhatNewPrints_forBothDesigns() {
        for (String kind : new String[] {"treated-and-waiting", "by-lot"}) {
            Program.Outcome printed = Program.run("study", "new", "--example", kind);
            assertThat(printed.code()).isEqualTo(ExitCode.OK);
            assertThat(JSON.readTree(printed.out()).get("design").get("kind").asString())
                    .isEqualTo(kind);
        }
        assertThat(Program.run("study", "new", "--example", "../x").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Program.run("study", "new").code()).isEqualTo(ExitCode.USAGE);
        assertThat(Program.run("study").code()).isEqualTo(ExitCode.USAGE);
    }
}
