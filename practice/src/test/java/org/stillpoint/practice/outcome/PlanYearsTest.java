package org.stillpoint.practice.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.stillpoint.practice.outcome.PlanYears.PlanGroup;
import org.stillpoint.practice.outcome.PlanYears.PlanYear;
import org.stillpoint.practice.outcome.PlanYears.PlannedOutcome;
import org.stillpoint.record.Id;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;
import org.stillpoint.record.checkin.CheckIn;

/** The yearly table of plans, and the change of pain that it is filled with. */
class PlanYearsTest {
    private static final Instant SESSION = Instant.parse("2026-03-02T10:00:00Z");

    private static PlannedOutcome session(int year, PlanFollowed followed, OptionalDouble change) {
        return new PlannedOutcome(year, followed, change);
    }

    private static CheckIn checkIn(int days, int pain) {
        Score0To10 one = Score0To10.of(1);
        return CheckIn.given(
                Id.random(), Answers.of(Score0To10.of(pain), one, one, one), SESSION.plus(Duration.ofDays(days)));
    }

    private static OptionalDouble change(int daysLater, CheckIn... diary) {
        return ForecastModel.change(
                ForecastModel.pain(List.of(diary)), SESSION, ZoneOffset.UTC, SESSION.plus(Duration.ofDays(daysLater)));
    }

    /** Ten sessions of which the changes are 0, -1 ... -9, so -4.5 on average; nine of one are too few. */
    @Test
    void years_areTheLatestFirst_withTheMeanOfEachGroup_andWhetherItIsSmall() {
        Stream<PlannedOutcome> followed =
                IntStream.range(0, 10).mapToObj(i -> session(2026, PlanFollowed.FOLLOWED, OptionalDouble.of(-i)));
        Stream<PlannedOutcome> not =
                IntStream.range(0, 9).mapToObj(i -> session(2026, PlanFollowed.NOT_FOLLOWED, OptionalDouble.of(-1)));
        Stream<PlannedOutcome> before = Stream.of(session(2025, PlanFollowed.NO_PLAN, OptionalDouble.empty()));
        PlanYears years = PlanYears.of(
                Stream.of(followed, not, before).flatMap(each -> each).toList());
        assertThat(years.years())
                .containsExactly(
                        new PlanYear(
                                2026,
                                Map.of(
                                        PlanFollowed.FOLLOWED,
                                        new PlanGroup(10, 10, OptionalDouble.of(-4.5)),
                                        PlanFollowed.NOT_FOLLOWED,
                                        new PlanGroup(9, 9, OptionalDouble.of(-1)))),
                        new PlanYear(2025, Map.of(PlanFollowed.NO_PLAN, new PlanGroup(1, 0, OptionalDouble.empty()))));
        assertThat(years.years().getFirst().groups().get(PlanFollowed.FOLLOWED).small())
                .isFalse();
        assertThat(years.years()
                        .getFirst()
                        .groups()
                        .get(PlanFollowed.NOT_FOLLOWED)
                        .small())
                .isTrue();
        assertThat(years.isEmpty()).isFalse();
        assertThat(PlanYears.of(List.of(session(2025, PlanFollowed.NO_PLAN, OptionalDouble.empty())))
                        .isEmpty())
                .isTrue();
    }

    /** (3 + 3 + 2 + 4) / 4 = 3 in the week after, (6 + 4) / 2 = 5 in the two weeks before; what lies further away says nothing. */
    @Test
    void change_isTheWeekAfterLessTheTwoWeeksBefore() {
        CheckIn[] diary = {
            checkIn(-20, 10),
            checkIn(-9, 6),
            checkIn(-2, 4),
            checkIn(1, 3),
            checkIn(3, 3),
            checkIn(5, 2),
            checkIn(7, 4),
            checkIn(12, 9)
        };
        assertThat(change(20, diary)).hasValue(-2);
        assertThat(change(6, diary)).as("the week is not over").isEmpty();
        assertThat(change(20, checkIn(-2, 4), checkIn(1, 3), checkIn(3, 3), checkIn(5, 2)))
                .as("three in the week after")
                .isEmpty();
        assertThat(change(20, checkIn(1, 3), checkIn(3, 3), checkIn(5, 2), checkIn(6, 2)))
                .as("none before")
                .isEmpty();
    }
}
