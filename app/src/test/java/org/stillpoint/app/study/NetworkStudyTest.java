package org.stillpoint.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.stillpoint.record.contract.StudyPeople.threeAnswers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.app.bench.MadeUpNetwork;
import org.stillpoint.app.bench.MadeUpNetwork.MadeUpPractice;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.Program;
import org.stillpoint.evidence.joint.BeforeAfter;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.joint.JointSummary.WithheldReason;
import org.stillpoint.evidence.trial.MixedModel;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.joint.JointProtocol;
import org.stillpoint.practice.joint.SummariseForStudy;
import org.stillpoint.practice.joint.SummariseForStudy.JointView;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.StudyPeople;
import org.stillpoint.record.contract.StudyPeople.StudyPerson;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.work.Actor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Forty practices of 8 to 250 clients, each with a record of its own: what is pooled from what they told, beside the answer from all rows.
 * The made-up clients are those of {@code bench study --seed 40}; here they come as check-ins and sessions.
 */
class NetworkStudyTest {
    private static final int PRACTICES = 40;
    private static final long SEED = 40;

    @TempDir
    static Path folder;

    private final JointPractices practices = new JointPractices(PRACTICES);
    private final MadeUpNetwork network = MadeUpNetwork.of(SEED, PRACTICES, 0);

    private static JointSummary summary(MadeUpPractice practice, JointProtocol protocol) {
        TestClock clock = new TestClock();
        RecordsInMemory records = new RecordsInMemory(clock);
        practice.treated().forEach(one -> keep(records, clock, one, OptionalInt.of(10)));
        practice.waiting().forEach(one -> keep(records, clock, one, OptionalInt.empty()));
        return ((JointView.Summarised)
                        new SummariseForStudy(records.unitOfWork(new Membership(records)), records.audit(), clock)
                                .by(Actor.program(Actor.ProgramPart.COMMAND_LINE), protocol))
                .summary();
    }

    private static void keep(RecordsInMemory records, TestClock clock, BeforeAfter means, OptionalInt session) {
        Instant zero = JointPractices.FROM.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
        var id = StudyPeople.add(
                records,
                new StudyPerson(
                        zero,
                        OptionalInt.empty(),
                        Stream.concat(
                                        threeAnswers(0, means.before()).stream(),
                                        threeAnswers(60, means.after()).stream())
                                .toList(),
                        session,
                        false));
        StudyPeople.signs(records, id, clock.instant().minus(Duration.ofDays(1)), true);
    }

    @Test
    void pool_ofFortyPractices_isNearTheAnswerFromAllRows_andTellsWhoWithheld() throws IOException {
        Path sealed = practices.protocol(folder, practices.draft("treated-and-waiting"));
        JointProtocol protocol = ProtocolFile.read(sealed);
        List<JointSummary> summaries =
                network.practices().stream().map(one -> summary(one, protocol)).toList();
        List<String> command = new ArrayList<>(List.of("study", "pool", "--json", sealed.toString()));
        for (int i = 0; i < PRACTICES; i++) {
            command.add(practices
                    .signed(folder, practices.contribution(protocol, i, summaries.get(i)), i)
                    .toString());
        }

        Program.Outcome pooled = Program.run(command.toArray(String[]::new));

        assertThat(pooled.code()).as(pooled.err()).isEqualTo(ExitCode.OK);
        JsonNode answer = JsonMapper.shared().readTree(pooled.out());
        long withheld = summaries.stream()
                .filter(one -> one.equals(new JointSummary.Withheld(WithheldReason.TOO_FEW)))
                .count();
        assertThat(withheld).isPositive();
        assertThat(answer.get("withheld")).hasSize((int) withheld);
        JsonNode effect = answer.get("effect");
        assertThat(effect.get("k").asInt()).isEqualTo((int) (PRACTICES - withheld));
        assertThat(answer.get("leaveOneOut")).hasSize(effect.get("k").asInt());
        nearAllRows(effect);
        asMetaforHasIt(effect);
    }

    /** Beside all rows at once: a tenth of a point, which is less than half of its standard error; not much wider. */
    private void nearAllRows(JsonNode effect) {
        MixedModel rows = network.fromAllRows();
        double estimate = rows.coefficients().getFirst();
        double error = rows.standardErrors().getFirst();
        assertThat(effect.get("est").asDouble()).isCloseTo(estimate, within(0.1));
        assertThat(effect.get("se").asDouble() / error).isBetween(0.8, 1.35);
        assertThat(effect.get("ci").get(0).asDouble()).isLessThan(MadeUpNetwork.EFFECT);
        assertThat(effect.get("ci").get(1).asDouble()).isGreaterThan(MadeUpNetwork.EFFECT);
    }

    /** Source: network40.R beside network40.csv (R 4.2.2, metafor 3.8-1), which works out each practice's ANCOVA and pools them. */
    private static void asMetaforHasIt(JsonNode effect) {
        Map<String, Double> expected =
                Map.of("est", -0.889543371, "se", 0.138981978, "tau2", 0.248127620, "Q", 53.368347888);
        expected.forEach((name, value) ->
                assertThat(effect.get(name).asDouble()).as(name).isCloseTo(value, within(1e-6)));
    }

    /** Source: network40.R (nlme 3.1-162): {@code lme(after ~ 0 + practice + before + treated, random = ~ 0 + treated | practice)}. */
    @Test
    void allRows_byContrasts_isTheMixedModelOfNlme() {
        MixedModel rows = network.fromAllRows();
        assertThat(rows.coefficients().getFirst()).isCloseTo(-0.913343698, within(1e-5));
        assertThat(rows.standardErrors().getFirst()).isCloseTo(0.125378193, within(1e-5));
        assertThat(rows.randomSd().getFirst()).isCloseTo(0.424953700, within(1e-4));
    }

    /** What R was given is what is pooled here. */
    @Test
    void rowsOfTheReference_areThoseOfTheNetwork() throws IOException {
        StringBuilder rows = new StringBuilder("practice,treated,before3,after3\n");
        for (int i = 0; i < PRACTICES; i++) {
            MadeUpPractice practice = network.practices().get(i);
            for (BeforeAfter one : practice.treated()) {
                rows.append(row(i + 1, 1, one));
            }
            for (BeforeAfter one : practice.waiting()) {
                rows.append(row(i + 1, 0, one));
            }
        }
        try (InputStream file = Objects.requireNonNull(NetworkStudyTest.class.getResourceAsStream("network40.csv"))) {
            assertThat(rows).hasToString(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static String row(int practice, int treated, BeforeAfter means) {
        return "%d,%d,%d,%d%n"
                .formatted(practice, treated, Math.round(3 * means.before()), Math.round(3 * means.after()))
                .replace("\r", "");
    }
}
