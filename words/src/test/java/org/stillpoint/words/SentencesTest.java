package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;
import org.stillpoint.strain.Carrier;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.RouteStep;

/** What the readings of the practice are said as: the words that the pages had before they came from here. */
class SentencesTest {

    private static final Speaker SPEAKER = new Speaker(Locale.UK, ZoneOffset.UTC);
    private static final PlaceNames PLACES = new PlaceNames(Atlas.standard());
    private static final Site PSOAS = new Site.MuscleSite(new MuscleId("psoas_major_right"));

    @Test
    void place_withASide_endsWithIt() {
        assertThat(SPEAKER.say(PLACES.site(PSOAS))).isEqualTo("Psoas major, right");
        assertThat(SPEAKER.say(PlaceNames.inside(PLACES.site(PSOAS)))).isEqualTo("psoas major, right");
    }

    @Test
    void place_thatTheAtlasDoesNotKnow_isCalledByItsId() {
        assertThat(SPEAKER.say(PLACES.muscle("tail_wagger"))).isEqualTo("tail wagger");
    }

    @Test
    void moment_atASite_namesIt() {
        assertThat(SPEAKER.say(MomentWords.of(new Moment.Release(PSOAS, 0.5), PLACES)))
                .isEqualTo("Released 50%: Psoas major, right");
        assertThat(SPEAKER.say(MomentWords.of(new Moment.SiteEngaged(PSOAS, new PrivateText("hold")), PLACES)))
                .isEqualTo("Engaged: Psoas major, right (hold)");
    }

    @Test
    void event_withoutAPlace_saysSo() {
        LifeSentences life = new LifeSentences(PLACES);
        assertThat(SPEAKER.say(life.whereAndKnown(List.of(), Provenance.SURFACED_IN_SESSION)))
                .isEqualTo("No place named. Surfaced in a session.");
        assertThat(SPEAKER.say(life.whereAndKnown(
                        List.of(new RegionCode("X218"), new RegionCode("X219")), Provenance.TOLD_BEFORE_SESSION)))
                .contains("; ")
                .endsWith(". Told before the session.");
    }

    @Test
    void way_byTwoTissues_isOneSentence() {
        Route.Way way = new Route.Way(
                0.61,
                List.of(
                        new RouteStep.Held(new MuscleId("psoas_major_right")),
                        new RouteStep.Carried("pelvis", new Carrier.PostureControl("hip"), "femur_right", 0.5),
                        new RouteStep.Carried("femur_right", new Carrier.Ground("sole"), "ground", 0.5),
                        new RouteStep.Tightened(new MuscleId("masseter_left"), 0.1),
                        new RouteStep.Felt(new RegionCode("X218"), 0.4, true)));
        Route route = new Route(new MuscleId("psoas_major_right"), new RegionCode("X218"), 1, List.of(way), 0.39);
        assertThat(new TraceSentences(PLACES).of(new TraceReading.Ways(List.of(route))))
                .singleElement()
                .satisfies(told -> assertThat(SPEAKER.say(told.way()))
                        .isEqualTo("Masseter, left would tighten by way of posture control, then sole on the ground,"
                                + " and be felt there as referred pain."
                                + " That is 61% of what would reach this place."));
    }

    /** What a therapist calls muscles that a hand does not tell apart; another muscle goes by its own name. */
    @Test
    void hand_ofMusclesThatAreFeltAsOne_hasOneName() {
        assertThat(SPEAKER.say(PLACES.hand("multifidus_lumborum_left")))
                .isEqualTo("Deep muscles beside the lower spine, left");
        assertThat(SPEAKER.say(PLACES.hand("rhomboid_minor_right"))).isEqualTo("Rhomboids, right");
        assertThat(SPEAKER.say(PLACES.hand("masseter_left"))).isEqualTo("Masseter, left");
        assertThat(SPEAKER.say(PLACES.hand("of_an_older_atlas"))).isEqualTo("of an older atlas");
    }

    @Test
    void hand_ofEveryPlaceWithSeveralMuscles_hasAName() {
        Atlas atlas = Atlas.standard();
        assertThat(atlas.muscles().list())
                .filteredOn(muscle -> atlas.handPlace(muscle.id()).muscles().size() > 1)
                .isNotEmpty()
                .allSatisfy(muscle -> assertThat(PLACES.hand(muscle.id())).isInstanceOf(PlaceWords.HandSided.class));
    }

    @Test
    void way_feltAtTheMuscleItself_saysSo() {
        Route.Way way = new Route.Way(
                1,
                List.of(
                        new RouteStep.Held(new MuscleId("masseter_left")),
                        new RouteStep.Felt(new RegionCode("X218"), 1, false)));
        Route route = new Route(new MuscleId("masseter_left"), new RegionCode("X218"), 1, List.of(way), 0);
        assertThat(new TraceSentences(PLACES).of(new TraceReading.Ways(List.of(route))))
                .singleElement()
                .satisfies(told -> assertThat(SPEAKER.say(told.way()))
                        .isEqualTo("The held muscle would itself be felt there."
                                + " That is 100% of what would reach this place."));
    }
}
