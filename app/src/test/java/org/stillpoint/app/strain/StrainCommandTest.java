package org.stillpoint.app.strain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stillpoint.app.StillpointCommand;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StrainCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return StillpointCommand.commandLine(arguments)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @Test
    void strain_json_givesEveryMuscleAndJoint() {
        assertThat(run("strain", "--hold", "psoas_major_right=0.05", "--json")).isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.get("muscles").size()).isEqualTo(330);
        assertThat(answer.get("joints").size()).isEqualTo(146);
        List<JsonNode> held = new ArrayList<>();
        for (JsonNode muscle : answer.get("muscles")) {
            if (muscle.get("id").asString().equals("psoas_major_right")) {
                held.add(muscle);
            }
        }
        assertThat(held).hasSize(1);
        JsonNode psoas = held.getFirst();
        assertThat(psoas.get("tensionChange").asDouble()).isPositive();
        assertThat(psoas.get("lengthening").asDouble()).isNegative();
    }

    @Test
    void strain_withoutFascia_changesTheAnswer() {
        run("strain", "--hold", "gastrocnemius_right=0.05", "--json");
        String with = out.toString();
        out.getBuffer().setLength(0);
        run(
                "strain",
                "--hold",
                "gastrocnemius_right=0.05",
                "--without-fascia",
                "limited,moderate",
                "--without-fascia",
                "strong",
                "--json");
        assertThat(out.toString()).isNotEqualTo(with);
    }

    @Test
    void strain_words_nameMusclesJointsAndRoutes() {
        assertThat(run("strain", "--hold", "psoas_major_right=0.05", "--hold", "masseter_left=0.02"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "Psoas major right (held)",
                        "Joints most affected",
                        "By which route",
                        "not a finding about a person");
    }

    @Test
    void strain_lift_givesLandmarksWithTheTrunkUpright() {
        assertThat(run("strain", "--lift", "right=0.010", "--json")).isZero();
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        JsonNode marks = answer.get("landmarks");
        // measured 1.8 mm (Scoliosis 2014;9(S1):O3); allowed 0 to 6 mm
        assertThat(marks.get("c7ToSacrumLateral").asDouble()).isBetween(0.0, 0.006);
        assertThat(Math.abs(marks.get("t1Tilt").asDouble())).isLessThan(1e-6);
        assertThat(Math.abs(marks.get("centreOfMassLateral").asDouble())).isLessThan(1e-6);
        assertThat(marks.get("pelvisTilt").asDouble()).isPositive();
        assertThat(answer.get("muscles").size()).isEqualTo(330);
    }

    @Test
    void strain_liftInWords_setsTheMeasuredBesideIt() {
        assertThat(run("strain", "--lift", "left=0.010")).isZero();
        assertThat(out.toString())
                .contains("The left sole stands 10 mm higher", "Measured: 1.8 mm", "Muscles most affected");
    }

    @Test
    void strain_badLift_isRefused() {
        assertThat(run("strain", "--lift", "right=0.5")).isEqualTo(3);
        assertThat(run("strain", "--lift", "middle=0.01")).isEqualTo(3);
        assertThat(run("strain", "--lift", "right=NaN")).isEqualTo(3);
        assertThat(run("strain", "--lift", "right=0.01", "--lift", "right=0.02"))
                .isEqualTo(3);
        assertThat(run("strain", "--lift", "right=0.01", "--hold", "psoas_major_right=0.01"))
                .isEqualTo(2);
        assertThat(run("strain")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void strain_liftOfASofterBody_isAnsweredToo() {
        for (String factor : new String[] {"0.6", "0.8", "2"}) {
            assertThat(run("strain", "--lift", "right=0.01", "--set", "muscle_stiffness_factor=" + factor))
                    .as(factor + " " + err)
                    .isZero();
        }
    }

    @Test
    void strain_largeHold_saysThatItIsExtrapolated() {
        run("strain", "--hold", "psoas_major_right=0.05");
        assertThat(out.toString()).contains("Beyond about 1 % of fibre length", "extrapolation");
        out.getBuffer().setLength(0);
        run("strain", "--hold", "psoas_major_right=0.005");
        assertThat(out.toString()).doesNotContain("extrapolation");
        out.getBuffer().setLength(0);
        run("strain", "--hold", "psoas_major_right=0.05", "--hold", "masseter_left=0.005", "--json");
        JsonNode answer = JsonMapper.shared().readTree(out.toString());
        assertThat(answer.get("extrapolated").size()).isEqualTo(1);
        assertThat(answer.get("extrapolated").get(0).asString()).isEqualTo("psoas_major_right");
    }

    @Test
    void strain_unknownMuscleOrBadValue_isBadInput() {
        assertThat(run("strain", "--hold", "psoas=0.05")).isEqualTo(3);
        assertThat(err.toString()).contains("psoas").contains("psoas_major_right");
        assertThat(run("strain", "--hold", "psoas_major_right=0.5")).isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=much")).isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=-0.1")).isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=0.01", "--hold", "psoas_major_right=0.02"))
                .isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=0.01", "--stature", "9"))
                .isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=0.01", "--set", "tone=9"))
                .isEqualTo(3);
        for (String number : new String[] {"NaN", "Infinity", "-Infinity", "0,05", "0.3000001"}) {
            assertThat(run("strain", "--hold", "psoas_major_right=" + number))
                    .as(number)
                    .isEqualTo(3);
            assertThat(err.toString()).contains(number + "\" is not a number from 0 to 0.3");
        }
        for (String option : new String[] {"--stature", "--mass"}) {
            assertThat(run("strain", "--hold", "psoas_major_right=0.01", option, "NaN"))
                    .as(option)
                    .isEqualTo(3);
        }
        assertThat(run("strain", "--hold", "psoas_major_right=0.01", "--set", "tone=NaN"))
                .isEqualTo(3);
        assertThat(run("strain", "--hold", "psoas_major_right=0.01", "--set", "temper=1"))
                .isEqualTo(3);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void strain_severalMistakes_areAllNamedAtOnce() {
        assertThat(run(
                        "strain",
                        "--hold",
                        "no_such_muscle=0.05",
                        "--hold",
                        "psoas_major_right=0.5",
                        "--hold",
                        "masseter_left=0.01",
                        "--hold",
                        "masseter_left=0.02"))
                .isEqualTo(3);
        assertThat(err.toString())
                .contains("no_such_muscle", "is not a muscle of the atlas")
                .contains("psoas_major_right", "is not a number from 0 to 0.3")
                .contains("masseter_left", "is named twice");
    }

    @Test
    void strain_heldByNothing_answersNothing() {
        assertThat(run("strain", "--hold", "psoas_major_right=0", "--json")).isZero();
        for (JsonNode muscle : JsonMapper.shared().readTree(out.toString()).get("muscles")) {
            assertThat(muscle.get("tensionChange").asDouble()).isZero();
        }
    }

    @Test
    void strain_wrongCommandLine_isAUsageError() {
        assertThat(run("strain")).isEqualTo(2);
        assertThat(run("strain", "--hold", "psoas_major_right")).isEqualTo(2);
        assertThat(run("strain", "--hold", "psoas_major_right=")).isEqualTo(2);
        assertThat(run("strain", "--hold", "=0.05")).isEqualTo(2);
        assertThat(run("strain", "--hold", "")).isEqualTo(2);
        assertThat(run("strain", "--hold", "psoas_major_right=0.05", "--without-fascia", "some"))
                .isEqualTo(2);
    }
}
