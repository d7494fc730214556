package org.stillpoint.words;

import java.util.List;
import java.util.Optional;
import org.stillpoint.practice.outcome.CoreDomains;

/** The practice: its people together, and its forecasts. */
public enum PracticeWords implements Label {
    NOT_WHY,
    WORSE_HOWEVER_SMALL,
    NOBODY_WORSE,
    STOPPED,
    SAID_WORSE,
    TOGETHER,
    FIGURE,
    FIGURE_CAPTION,
    HOW_WORKED_OUT,
    TWO_WAYS,
    POOLING,
    EACH_CAPTION,
    CLIENT,
    CHANGE,
    ALONE,
    DRAWN,
    BY_TOLD,
    NO_GROUPS,
    GROUPS_BY_CHANCE,
    GROUPS_CAPTION,
    TOLD_EVENT,
    CLIENTS,
    THEIR_MEAN,
    HOW_VARIED,
    CANNOT_SAY,
    FORECASTS,
    SEALED,
    RESOLVED,
    OPEN,
    VOID,
    SCORES_CAPTION,
    FORECASTER,
    CRPS,
    LOG_SCORE,
    RANGE_HELD,
    CALIBRATION_FIGURE,
    CALIBRATION_CAPTION,
    CALIBRATION,
    CHANCES_CAPTION,
    CHANCE_GIVEN,
    MEAN_CHANCE,
    IT_CAME,
    THE_SCORES,
    SCORES,
    THE_FIELD,
    REPORT,
    PRINT_REPORT,
    NOBODY_NAMED,
    MEASURED,
    MEASURED_SOURCE,
    DOMAIN,
    MEASURED_BY,
    ASKED_FOR_WORSE,
    RECORD_TELLS,
    COULD_BE;

    /** How many of the six core domains were measured, in so many people. */
    public record DomainsMeasured(int domains, int people) implements Message {}

    /** In how many of all. */
    public record SomeOf(int some, int all) implements Message {}

    /** The same of one domain, on paper. */
    public record DomainLine(Message domain, Message people) implements Message {}

    /** What is said before the measures of a domain; nothing where these speak for themselves. */
    public static Optional<Message> told(CoreDomains.DomainRow row) {
        return switch (row.domain()) {
            case SYMPTOMS_AND_ADVERSE_EVENTS -> Optional.of(ASKED_FOR_WORSE);
            case PARTICIPANT_DISPOSITION -> Optional.of(RECORD_TELLS);
            case PAIN, PHYSICAL_FUNCTIONING, EMOTIONAL_FUNCTIONING, IMPROVEMENT_AND_SATISFACTION ->
                row.by().isEmpty() ? Optional.of(COULD_BE) : Optional.empty();
        };
    }

    public record Few(int people) implements Message {}

    public record ShowAll(int clients) implements Message {}

    /** That of many only those are shown whose own change is told most narrowly. */
    public record Heaviest(int shown, int clients) implements Message {}

    public record Responders(String own) implements Message {}

    public record PlaceGroup(String place) implements Message {}

    public record Fifths(List<Integer> counts) implements Message {}

    public record SmallGroup(int clients) implements Message {}

    /** How many of a group there are. */
    public record Counted(String group, int clients) implements Message {}

    /** A group by what was told, on paper. */
    public record GroupLine(String group, int clients, String own, String drawn) implements Message {}

    /** Sessions of a year by how their plan was followed, on paper. */
    public record PlanLine(String year, Message group, int sessions, String change) implements Message {}

    /** The scores of a forecaster, on paper. */
    public record ScoreLine(String by, String crps, String held, int forecasts) implements Message {}
}
