package org.stillpoint.practice.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Mechanism;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;

class ToldOnBodyTest {

    private static final Atlas ATLAS = Atlas.standard();
    private static final ToldOnBody ON_BODY = new ToldOnBody(StandardBody.of(ATLAS));
    private static final RegionCode NECK = new RegionCode("X206");

    @Test
    void resolve_ofEveryKind_isTheModelsOwnKind() {
        for (EventKind kind : EventKind.values()) {
            assertThat(ON_BODY.resolve(event(kind, "", List.of())).kind().name())
                    .isEqualTo(kind.name());
        }
    }

    /** The list of the form and the table of the model say the same, in both directions. */
    @Test
    void mechanisms_areThoseOfTheModelsTable() {
        for (EventKind kind : EventKind.values()) {
            assertThat(Mechanism.of(kind).stream().map(ToldOnBody::key))
                    .containsExactlyInAnyOrderElementsOf(StandardBody.of(ATLAS)
                            .bracing()
                            .mechanisms(org.stillpoint.memory.TraumaKind.valueOf(kind.name())));
        }
    }

    /** A fall on the sacrum braces the gluteus maximus by 0.8 and not the masseter (bracing.csv). */
    @Test
    void doses_ofAChosenMechanism_areThoseOfTheTable_whateverTheWords() {
        double[] doses = ON_BODY.doses(chosen(Mechanism.FALL_ON_THE_SACRUM, "off a ladder"));
        assertThat(doses[ATLAS.muscles().indexOf("gluteus_maximus_right")]).isEqualTo(0.8);
        assertThat(doses[ATLAS.muscles().indexOf("masseter_right")]).isZero();
        assertThat(doses).containsExactly(ON_BODY.doses(chosen(Mechanism.FALL_ON_THE_SACRUM, "")));
    }

    private static TraumaEvent chosen(Mechanism mechanism, String words) {
        return TraumaEvent.toldBeforeSession(
                Id.random(),
                new Told(
                        mechanism.kind(),
                        EventDate.year(2010),
                        List.of(),
                        new PrivateText(words),
                        Optional.of(mechanism),
                        Optional.of(Score0To10.of(5)),
                        Optional.of(Score0To10.of(5)),
                        PrivateText.NONE),
                Instant.parse("2026-06-30T12:00:00Z"));
    }

    @Test
    void resolve_ofFreeText_takesNoMechanismFromIt() {
        ToldEvent told =
                ON_BODY.resolve(event(EventKind.CAR_ACCIDENT, "somebody drove into the rear of us", List.of()));
        assertThat(told.mechanism()).isEmpty();
    }

    @Test
    void resolve_ofAPlaceThatTheAtlasHasNot_leavesItOut() {
        TraumaEvent event = event(EventKind.INJURY, "", List.of(NECK, new RegionCode("X999")));
        assertThat(ON_BODY.places(event)).containsExactly(NECK);
        assertThat(ON_BODY.resolve(event).places()).containsExactly(new RegionCode("X206"));
    }

    @Test
    void doses_ofAnEventWithNothingKnownOfIt_touchNoMuscle() {
        assertThat(ON_BODY.doses(event(EventKind.INJURY, "", List.of()))).containsOnly(0);
    }

    @Test
    void under_aRegion_isWhatAnInjuryThereWouldTouch() {
        assertThat(ON_BODY.under(NECK)).containsExactly(ON_BODY.doses(event(EventKind.INJURY, "", List.of(NECK))));
        assertThat(ON_BODY.under(NECK)[ATLAS.muscles().indexOf("splenius_capitis_right")])
                .isPositive();
    }

    private static TraumaEvent event(EventKind kind, String mechanism, List<RegionCode> places) {
        return TraumaEvent.toldBeforeSession(
                Id.random(),
                new Told(
                        kind,
                        EventDate.year(2010),
                        places,
                        new PrivateText(mechanism),
                        Score0To10.of(5),
                        Score0To10.of(5),
                        PrivateText.NONE),
                Instant.parse("2026-06-30T12:00:00Z"));
    }
}
