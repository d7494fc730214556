package org.stillpoint.words;

import java.time.LocalDate;
import java.util.List;
import org.stillpoint.practice.outcome.Lot;
import org.stillpoint.practice.outcome.OutcomeReading;
import org.stillpoint.record.Refused;

/** Drawing the days of sessions by lot. */
public enum PlanWords implements Label {
    TITLE,
    WHEN_LOT,
    DRAWN_ONCE,
    DRAWN,
    WHAT_IS_DRAWN,
    BEGIN,
    PAIRS,
    PHASES,
    FIRST_DAY,
    DAYS,
    DAYS_HINT,
    HOW_MANY,
    HOW_MANY_HINT,
    DRAW_AND_SEAL,
    DRAWN_ALREADY,
    WITHIN_A_YEAR,
    ANOTHER,
    WHY_STOPPED,
    WHY_STOPPED_HINT;

    public record CannotBeDrawn(Refused.Rule rule) implements Message {}

    /** @param reason as it was sealed */
    public record Stopped(String reason) implements Message {}

    record Begins(LocalDate first, List<LocalDate> days, int possible) implements Message {}

    record Alternates(LocalDate first, List<LocalDate> days, int possible) implements Message {}

    record InPairs(LocalDate first, boolean with, List<LocalDate> days, int possible) implements Message {}

    record Tested(Signed mean, Share byLot, int plans) implements Message {}

    record TestComes(LocalDate day) implements Message {}

    /** What was drawn. */
    public static Message of(Lot lot) {
        int possible = Lot.possible(lot.kind(), lot.days(), lot.block()).size();
        return switch (lot.kind()) {
            case START -> new Begins(lot.first(), lot.changes(), possible);
            case PHASES -> new Alternates(lot.first(), lot.changes(), possible);
            case PAIRS -> new InPairs(lot.first(), lot.plan()[0], lot.changes(), possible);
        };
    }

    /** What the lot tells, or when it will. */
    public static Message of(OutcomeReading.DrawnLot drawn) {
        return drawn.test()
                .<Message>map(test -> new Tested(new Signed(test.mean()), new Share(test.byLot()), test.plans()))
                .orElse(new TestComes(drawn.lot().end()));
    }
}
