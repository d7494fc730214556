package org.stillpoint.practice.mindbody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.body.RegionsOfSite;
import org.stillpoint.practice.mindbody.MapsCompared.BesideChance;
import org.stillpoint.practice.mindbody.MapsCompared.WhoMapped;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.contract.RecordsInMemory;
import org.stillpoint.record.contract.TestClock;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.session.Site;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;

class MindBodyTest {
    private final TestClock clock = new TestClock();
    private final RecordsInMemory records = new RecordsInMemory(clock);
    private final UnitOfWork work = records.unitOfWork((actor, act, client) -> true);
    private final Id<Client> ann = added();

    private Id<Client> added() {
        Client client = Client.added(new PrivateText("Ann"), OptionalInt.empty(), clock.instant());
        records.clients().add(client);
        return client.id();
    }

    private MindBodyReading.MindBodyView view() {
        return new MindBodyReading(work, Atlas.standard(), clock).by(Actor.program(Actor.ProgramPart.DEMO), ann);
    }

    private BodyMap marks(Map<RegionCode, Score0To10> pain) {
        BodyMap map = BodyMap.drawn(ann, pain, clock.instant());
        records.bodyMaps().add(map);
        return map;
    }

    private void feels(MuscleId muscle, Finding finding) {
        Examination examination = Examination.begun(ann, clock.instant()).with(muscle, finding);
        records.examinations().add(examination);
    }

    private static MuscleId anyMuscle() {
        return Atlas.standard().muscles().list().stream()
                .map(muscle -> new MuscleId(muscle.id()))
                .filter(muscle -> !RegionsOfSite.of(new Site.MuscleSite(muscle)).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void levels_areCutWherePainIsModerateAndSevere_andHandsGiveTheStrongestOfWhatTheyFound() {
        Map<RegionCode, Score0To10> pain = new TreeMap<>();
        pain.put(new RegionCode("X101"), Score0To10.of(0.5));
        pain.put(new RegionCode("X102"), Score0To10.of(3.5));
        pain.put(new RegionCode("X103"), Score0To10.of(6.5));
        pain.put(new RegionCode("X104"), Score0To10.NONE);
        marks(pain);
        clock.pass(Duration.ofMinutes(10));
        MuscleId muscle = anyMuscle();
        feels(muscle, Finding.NONE.withRestriction(new Grade(1)).withTension(new Grade(2)));

        MapsCompared pair = view().latest().orElseThrow();
        assertThat(pair.client())
                .isEqualTo(Map.of(new RegionCode("X101"), 1, new RegionCode("X102"), 2, new RegionCode("X103"), 3));
        assertThat(pair.hands().keySet()).isEqualTo(RegionsOfSite.of(new Site.MuscleSite(muscle)));
        assertThat(pair.hands().values()).containsOnly(2);
        assertThat(pair.first()).isEqualTo(WhoMapped.CLIENT);
        assertThat(pair.besideChance()).as("hands at one muscle are too few").isEqualTo(BesideChance.TOO_FEW);
        assertThat(view().regions()).isEqualTo(74);
    }

    @Test
    void mapsThatAgreeAtTwoPlacesOfThree_areCalledNeitherChanceNorMore() {
        Map<RegionCode, MuscleId> felt = new TreeMap<>();
        for (var muscle : Atlas.standard().muscles().list()) {
            MuscleId id = new MuscleId(muscle.id());
            Set<RegionCode> regions = RegionsOfSite.of(new Site.MuscleSite(id));
            if (regions.size() == 1 && felt.size() < 3) {
                felt.put(regions.iterator().next(), id);
            }
        }
        Map<RegionCode, Score0To10> pain = new TreeMap<>();
        felt.keySet().stream().limit(2).forEach(region -> pain.put(region, Score0To10.of(4)));
        Atlas.standard().regions().list().stream()
                .map(region -> new RegionCode(region.code()))
                .filter(region -> !felt.containsKey(region))
                .findFirst()
                .ifPresent(region -> pain.put(region, Score0To10.of(4)));
        marks(pain);
        clock.pass(Duration.ofMinutes(10));
        Examination examination = Examination.begun(ann, clock.instant());
        for (MuscleId muscle : felt.values()) {
            examination = examination.with(muscle, Finding.NONE.withRestriction(new Grade(2)));
        }
        records.examinations().add(examination);

        MapsCompared pair = view().latest().orElseThrow();
        assertThat(pair.same()).isEqualTo(2);
        assertThat(pair.kappa().value())
                .as("by hand: of 74 places 3 and 3 are at level 2, and one of each on one map alone")
                .isCloseTo(1 - 2 * 4 / (4 * (71 * 3 + 3 * 71) / 74.0), within(1e-12));
        assertThat(pair.besideChance()).isEqualTo(BesideChance.MAY_BE_CHANCE);
    }

    @Test
    void whoMappedFirst_isToldFromTheInstants_andNotWhereAMapWasChangedThatDay() {
        feels(anyMuscle(), Finding.NONE.withRestriction(new Grade(3)));
        assertThat(view().pairs()).as("no map to be beside").isEmpty();
        clock.pass(Duration.ofMinutes(5));
        BodyMap map = marks(Map.of(new RegionCode("X205"), Score0To10.of(4)));
        assertThat(view().latest().orElseThrow().first()).isEqualTo(WhoMapped.HANDS);
        records.bodyMaps().update(map.with(Map.of(new RegionCode("X205"), Score0To10.of(5))));
        assertThat(view().latest().orElseThrow().first()).isEqualTo(WhoMapped.NOT_KNOWN);
        clock.pass(Duration.ofDays(3));
        feels(anyMuscle(), Finding.NONE.withTenderness(new Grade(1)));
        assertThat(view().pairs()).hasSize(2);
        assertThat(view().latest().orElseThrow().first())
                .as("marked days before the hands")
                .isEqualTo(WhoMapped.CLIENT);
    }
}
