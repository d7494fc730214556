package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.bodymap.PainQuality;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.SafetyCheck;

/** What every store of body maps, check-ins and safety checks does. */
public interface DiaryContract extends Practice {
    RegionCode NECK = new RegionCode("X207");
    RegionCode BACK = new RegionCode("X220");

    @Test
    default void bodyMap_added_comesBackWholeAndOnce() {
        Client client = addClient("Ann");
        BodyMap map = BodyMap.drawn(client.id(), Map.of(NECK, Score0To10.of(6), BACK, Score0To10.of(2.5)), now());
        records().bodyMaps().add(map);
        records().bodyMaps().add(map);

        assertThat(records().bodyMaps().get(map.client(), map.id())).isEqualTo(map);
        assertThat(records().bodyMaps().list(client.id())).containsExactly(map);
        assertThat(map.painIn(new RegionCode("X101"))).isEqualTo(Score0To10.NONE);
    }

    @Test
    default void bodyMaps_severalAndAnEmptyOne_areTheEarliestFirst() {
        Client client = addClient("Ann");
        assertThat(records().bodyMaps().findLatest(client.id())).isEmpty();
        BodyMap later = BodyMap.drawn(client.id(), Map.of(), now().plusSeconds(60));
        records().bodyMaps().add(later);
        BodyMap earlier = BodyMap.drawn(client.id(), Map.of(NECK, Score0To10.of(10)), now());
        records().bodyMaps().add(earlier);

        assertThat(records().bodyMaps().list(client.id())).containsExactly(earlier, later);
        assertThat(records().bodyMaps().findLatest(client.id())).contains(later);
    }

    @Test
    default void bodyMap_updated_refusesTheStalePage() {
        Client client = addClient("Ann");
        BodyMap map = BodyMap.drawn(client.id(), Map.of(NECK, Score0To10.of(6)), now());
        records().bodyMaps().add(map);

        BodyMap updated = records().bodyMaps().update(map.with(Map.of(BACK, Score0To10.of(1))));

        assertThat(updated.pain()).containsOnlyKeys(BACK);
        assertThat(updated.version()).isEqualTo(new Version(2));
        assertThatThrownBy(() -> records().bodyMaps().update(map.with(Map.of())))
                .isInstanceOf(StaleRecord.class);
        assertThat(records().bodyMaps().get(map.client(), map.id())).isEqualTo(updated);
        assertThatThrownBy(() -> records().bodyMaps().get(Id.random(), Id.random()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void bodyMap_ofNobodyOrUnderATakenId_isRefused() {
        Client client = addClient("Ann");
        BodyMap map = BodyMap.drawn(client.id(), Map.of(), now());
        records().bodyMaps().add(map);

        assertThatThrownBy(() -> records().bodyMaps().add(BodyMap.drawn(Id.random(), Map.of(), now())))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().bodyMaps().add(map.with(Map.of(NECK, Score0To10.of(1)))))
                .isInstanceOf(AlreadyThere.class);
        Client other = addClient("Someone else");
        BodyMap stolen = new BodyMap(map.id(), other.id(), map.at(), map.pain(), map.version());
        assertThatThrownBy(() -> records().bodyMaps().add(stolen)).isInstanceOf(AlreadyThere.class);
        assertThat(records().bodyMaps().list(other.id())).isEmpty();
    }

    @Test
    default void examination_changed_comesBackAndRefusesTheStalePage() {
        Client client = addClient("Ann");
        assertThat(records().examinations().findLatest(client.id())).isEmpty();
        Examination begun = Examination.begun(client.id(), now())
                .with(
                        new MuscleId("psoas_major_left"),
                        Finding.NONE.withRestriction(new Grade(3)).withTenderness(new Grade(2)))
                .with(new MuscleId("masseter_right"), Finding.NONE.withTension(new Grade(0)))
                .withLimit(new JointId("hip_left"), new Grade(1));
        records().examinations().add(begun);
        records().examinations().add(begun);
        assertThat(records().examinations().list(client.id())).containsExactly(begun);

        Examination changed = records().examinations().update(begun.without(new MuscleId("masseter_right")));

        assertThat(changed.findings()).containsOnlyKeys(new MuscleId("psoas_major_left"));
        assertThat(records().examinations().findLatest(client.id())).contains(changed);
        assertThatThrownBy(() -> records().examinations().update(begun)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().examinations().add(begun)).isInstanceOf(AlreadyThere.class);
        assertThat(changed.withoutLimit(new JointId("hip_left"))
                        .without(new MuscleId("psoas_major_left"))
                        .isEmpty())
                .isTrue();
        assertThatThrownBy(() -> new Grade(4)).isInstanceOf(BadValue.class).hasMessage("grade 4: allowed is 0 to 3");
        assertThatThrownBy(() -> begun.with(new MuscleId("Psoas; drop"), Finding.NONE))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> begun.withLimit(new JointId("Hip; drop"), new Grade(1)))
                .isInstanceOf(BadValue.class);
    }

    @Test
    default void badValues_areNamedWithTheirRangeAndNeverReachTheStore() {
        assertThatThrownBy(() -> Score0To10.of("pain in X207", 11))
                .isInstanceOf(BadValue.class)
                .hasMessage("pain in X207 11.0: allowed is 0 to 10");
        assertThatThrownBy(() -> Score0To10.of(Double.NaN)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new RegionCode("X1; drop table")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PrivateText("\uD800")).isInstanceOf(BadValue.class);
    }

    @Test
    default void checkIn_wholeAndBare_comeBack() {
        Client client = addClient("Ann");
        Answers whole = new Answers(
                Score0To10.of(5),
                Score0To10.of(6),
                Score0To10.of(7),
                Score0To10.of(8),
                Optional.of(Score0To10.of(3)),
                Optional.of(Score0To10.of(4)),
                Optional.of(Score0To10.of(0)),
                new PrivateText("numb fingers since Tuesday"));
        CheckIn later = CheckIn.given(client.id(), whole, now().plus(Duration.ofDays(2)))
                .onClock(Optional.of(ZoneOffset.ofHoursMinutes(5, 45)))
                .where(Optional.of(Id.random()));
        Answers bare = Answers.of(Score0To10.of(0), Score0To10.of(10), Score0To10.of(1), Score0To10.of(2));
        CheckIn earlier = CheckIn.given(client.id(), bare, now());
        records().checkIns().add(later);
        records().checkIns().add(later);
        records().checkIns().add(earlier);

        assertThat(records().checkIns().list(client.id())).containsExactly(earlier, later);
        assertThat(records().checkIns().find(later.client(), later.id())).contains(later);
        assertThat(records().checkIns().isAnyFrom(client.id(), later.at())).isTrue();
        assertThat(records().checkIns().isAnyFrom(client.id(), later.at().plusMillis(1)))
                .isFalse();
        CheckIn mended = records().checkIns().update(later.with(bare));
        assertThat(mended.map()).isEqualTo(later.map());
        assertThat(mended.offset()).isEqualTo(later.offset());
    }

    @Test
    default void checkIns_ofADiaryKeptElsewhere_areAddedAllOrNone() {
        Client client = addClient("Ann");
        Client other = addClient("Someone else");
        Answers bare = Answers.of(Score0To10.of(0), Score0To10.of(10), Score0To10.of(1), Score0To10.of(2));
        CheckIn first = CheckIn.given(client.id(), bare, now());
        CheckIn second = CheckIn.given(client.id(), bare, now().plusSeconds(60));
        CheckIn third = CheckIn.given(client.id(), bare, now().plusSeconds(120));
        records().checkIns().addAll(client.id(), List.of(first, second));

        assertThatThrownBy(() -> records().checkIns().addAll(client.id(), List.of(third, first)))
                .isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().checkIns().addAll(other.id(), List.of(third)))
                .isInstanceOf(BadValue.class);
        assertThat(records().checkIns().list(client.id())).containsExactly(first, second);
        assertThat(records().checkIns().findLatest(client.id())).contains(second);
        assertThat(records().checkIns().count(client.id())).isEqualTo(2);
        assertThat(records().checkIns().findLatest(other.id())).isEmpty();
    }

    @Test
    default void checkIn_corrected_refusesTheStalePage() {
        Client client = addClient("Ann");
        CheckIn checkIn = CheckIn.given(
                client.id(), Answers.of(Score0To10.NONE, Score0To10.NONE, Score0To10.NONE, Score0To10.NONE), now());
        records().checkIns().add(checkIn);
        Answers worse = Answers.of(Score0To10.of(9), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE);

        CheckIn corrected = records().checkIns().update(checkIn.with(worse));

        assertThat(corrected.answers()).isEqualTo(worse);
        assertThatThrownBy(() -> records().checkIns().update(checkIn)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().checkIns().add(checkIn)).isInstanceOf(AlreadyThere.class);
        assertThat(records().checkIns().get(checkIn.client(), checkIn.id())).isEqualTo(corrected);
    }

    @Test
    default void checkIn_enteredByMistake_isTakenOut_andCountsNowhere() {
        Client client = addClient("Ann");
        Client other = addClient("Someone else");
        Answers slip = new Answers(
                Score0To10.of(8),
                Score0To10.NONE,
                Score0To10.NONE,
                Score0To10.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new PrivateText("worse"));
        CheckIn first = CheckIn.given(
                client.id(), Answers.of(Score0To10.of(2), Score0To10.NONE, Score0To10.NONE, Score0To10.NONE), now());
        CheckIn mistaken = CheckIn.given(client.id(), slip, now().plusSeconds(60));
        records().checkIns().add(first);
        records().checkIns().add(mistaken);

        assertThatThrownBy(() -> records().checkIns().remove(other.id(), mistaken.id(), mistaken.version()))
                .isInstanceOf(NoSuchRecord.class);
        records().checkIns().remove(client.id(), mistaken.id(), mistaken.version());

        assertThat(records().checkIns().list(client.id())).containsExactly(first);
        assertThat(records().checkIns().findLatest(client.id())).contains(first);
        assertThat(records().checkIns().count(client.id())).isEqualTo(1);
    }

    @Test
    default void safetyCheck_withEveryCondition_comesBack() {
        Client client = addClient("Ann");
        SafetyCheck all = new SafetyCheck(
                Id.random(),
                client.id(),
                now(),
                Set.copyOf(ProgramConditions.list()),
                Optional.of(new Clearance(
                        new PrivateText("Dr Moss"),
                        new PrivateText("written clearance seen"),
                        Optional.of(LocalDate.of(2026, 3, 1)))),
                Version.FIRST);
        SafetyCheck clear = SafetyCheck.clear(client.id(), now().minusSeconds(1));
        records().safetyChecks().add(all);
        records().safetyChecks().add(all);
        records().safetyChecks().add(clear);

        assertThat(records().safetyChecks().list(client.id())).containsExactly(clear, all);
        assertThat(records().safetyChecks().get(all.client(), all.id())).isEqualTo(all);
        assertThatThrownBy(() -> records().safetyChecks().get(Id.random(), Id.random()))
                .isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void bodyMap_keepsHowThePainFeels_whereItHurtsAlone() {
        Client ann = addClient("Ann");
        RegionCode neck = new RegionCode("X205");
        RegionCode back = new RegionCode("X208");
        BodyMap drawn = BodyMap.drawn(ann.id(), Map.of(neck, Score0To10.of(4)), now())
                .with(Map.of(neck, Score0To10.of(4)), Map.of(neck, PainQuality.BURNING, back, PainQuality.ACHING));
        assertThat(drawn.quality()).containsOnlyKeys(neck);
        records().bodyMaps().add(drawn);
        reopen();
        assertThat(records().bodyMaps().list(ann.id())).containsExactly(drawn);
        BodyMap elsewhere = records()
                .bodyMaps()
                .update(drawn.with(Map.of(back, Score0To10.of(2)), Map.of(back, PainQuality.NUMBNESS)));
        assertThat(elsewhere.quality()).isEqualTo(Map.of(back, PainQuality.NUMBNESS));
        reopen();
        assertThat(records().bodyMaps().findLatest(ann.id())).contains(elsewhere);
    }
}
