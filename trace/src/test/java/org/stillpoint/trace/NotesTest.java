package org.stillpoint.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/** Notes on tension and range of motion, beside the pain map. */
class NotesTest {
    private final Atlas atlas = Atlas.standard();
    private final StrainNetwork network = StrainNetwork.of(atlas, StrainParameters.standard());
    private final TraceModel model = TraceModel.of(atlas, network);
    private final Notes notes = new Notes(network.influence());

    @Test
    void likelihoods_ofAllGrades_sumToOneAndTheirRatioRises() {
        assertThat(Arrays.stream(Notes.HELD).sum()).isCloseTo(1, within(1e-12));
        assertThat(Arrays.stream(Notes.NOT_HELD).sum()).isCloseTo(1, within(1e-12));
        for (int grade = 1; grade < 4; grade++) {
            assertThat(Notes.HELD[grade] / Notes.NOT_HELD[grade])
                    .isGreaterThan(Notes.HELD[grade - 1] / Notes.NOT_HELD[grade - 1]);
        }
    }

    @Test
    void turns_ofAJoint_areOneForTheMuscleThatTurnsItMost() {
        JointId joint = network.influence().joints().getFirst();
        assertThat(Arrays.stream(notes.turns(joint)).max().orElseThrow()).isEqualTo(1);
        assertThatThrownBy(() -> notes.turns(new JointId("no such joint"))).isInstanceOf(NoSuchElementException.class);
    }

    /** Maps with noise of one point and a note drawn from the model's own likelihoods on the held muscle and nineteen others. */
    @Test
    void trace_tensionDrawnFromTheModel_raisesTheHeldMusclesInclusion() {
        Random random = new Random(11);
        double without = 0;
        double with = 0;
        for (int life = 0; life < 80; life++) {
            int held = random.nextInt(atlas.muscles().size());
            double[] pain = model.pattern(held);
            for (int r = 0; r < pain.length; r++) {
                pain[r] = Math.clamp(Math.rint(3 * pain[r] + random.nextGaussian()), 0, 10);
            }
            List<Note> noted = new ArrayList<>();
            noted.add(note(held, Notes.HELD, random));
            for (int k = 1; k < 20; k++) {
                noted.add(note((held + 17 * k) % atlas.muscles().size(), Notes.NOT_HELD, random));
            }
            Observation map = Observation.of(pain);
            without += model.trace(map, List.of()).inclusion()[held];
            with += model.trace(map.noting(noted), List.of()).inclusion()[held];
        }
        assertThat(with).isGreaterThan(without);
    }

    private Note note(int muscle, double[] likelihood, Random random) {
        double drawn = random.nextDouble();
        int grade = 0;
        while (grade < 3 && drawn > likelihood[grade]) {
            drawn -= likelihood[grade++];
        }
        return new Note.TensionNote(
                new MuscleId(atlas.muscles().list().get(muscle).id()), grade);
    }

    @Test
    void trace_limitedMotion_raisesTheMusclesThatTurnTheJoint() {
        JointId joint = network.influence().joints().getFirst();
        double[] turns = notes.turns(joint);
        double[] odds = new double[turns.length];
        Arrays.fill(odds, 1);
        notes.weigh(List.of(new Note.MotionNote(joint, 3)), atlas, odds);
        for (int m = 0; m < odds.length; m++) {
            assertThat(odds[m]).isCloseTo(1 + 1.5 * turns[m], within(1e-9));
        }
        notes.weigh(List.of(new Note.MotionNote(joint, 0)), atlas, odds);
        assertThat(Arrays.stream(odds).min().orElseThrow()).isPositive();
    }

    @Test
    void note_gradeOutOfRange_throws() {
        assertThatThrownBy(() -> new Note.TensionNote(new MuscleId("psoas_major_right"), 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("range 0 to 3");
        assertThatThrownBy(() -> new Note.MotionNote(new JointId("knee_right"), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
