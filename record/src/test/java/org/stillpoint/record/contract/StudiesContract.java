package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.literature.AddedStudy;
import org.stillpoint.record.literature.KindOfEffect;

/** What every store of the studies that the practice adds does. */
public interface StudiesContract extends Practice {

    private AddedStudy study(String name, int year) {
        return new AddedStudy(
                Id.random(),
                name,
                year,
                "neck pain",
                "sham",
                "pain at week 8",
                KindOfEffect.SMD,
                -0.4,
                -0.9,
                0.1,
                "made up",
                now());
    }

    @Test
    default void studies_addedAndRemoved_areListedByYear() {
        AddedStudy later = study("Later", 2024);
        AddedStudy earlier = study("Earlier", 2019);
        records().addedStudies().add(later);
        records().addedStudies().add(earlier);
        records().addedStudies().add(earlier);

        assertThat(records().addedStudies().list()).containsExactly(earlier, later);
        records().addedStudies().remove(later.id());
        assertThat(records().addedStudies().list()).containsExactly(earlier);
        assertThatThrownBy(() -> records().addedStudies().remove(later.id())).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void studies_anotherUnderTheSameId_isRefused() {
        AddedStudy first = study("First", 2020);
        records().addedStudies().add(first);
        AddedStudy other = new AddedStudy(
                first.id(),
                "Other",
                2020,
                "neck pain",
                "sham",
                "pain",
                KindOfEffect.SMD,
                -0.4,
                -0.9,
                0.1,
                "made up",
                first.addedAt());

        assertThatThrownBy(() -> records().addedStudies().add(other)).isInstanceOf(AlreadyThere.class);
    }

    @Test
    default void study_ofARatio_isKeptAsSuch_andIsAboveZero() {
        AddedStudy ratio =
                new AddedStudy(Id.random(), "R", 1998, "a", "b", "c", KindOfEffect.RR, 1.2, 0.9, 1.6, "made up", now());
        records().addedStudies().add(ratio);
        assertThat(records().addedStudies().list()).containsExactly(ratio);
        assertThatThrownBy(() -> new AddedStudy(
                        Id.random(), "R", 1998, "a", "b", "c", KindOfEffect.RR, 1.2, -0.9, 1.6, "made up", now()))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining("above 0");
    }

    @Test
    default void study_withIntervalAwayFromItsEffect_isABadValue() {
        assertThatThrownBy(() -> new AddedStudy(
                        Id.random(),
                        "A 2020",
                        2020,
                        "neck pain",
                        "sham",
                        "pain",
                        KindOfEffect.SMD,
                        -0.4,
                        -0.3,
                        0.1,
                        "made up",
                        now()))
                .isInstanceOf(BadValue.class)
                .hasMessageContaining("around the effect");
    }
}
