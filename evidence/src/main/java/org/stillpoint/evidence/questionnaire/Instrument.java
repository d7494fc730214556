package org.stillpoint.evidence.questionnaire;

import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A questionnaire that can be filled in (instruments.csv), with the rule by which it is scored.
 *
 * @param id of its measure
 * @param kind how its items are answered
 * @param scoring what its score is
 * @param items how many it has; of the client's own activities at most
 * @param least how many have to be answered for a score
 * @param low the lowest answer
 * @param high the highest answer
 * @param safetyItem the item whose answer above the lowest tells of thoughts of self-harm
 * @param asksBackDays how far back it asks, days; 0 where it asks for today or for all the time since
 * @param licence under which its wording is shown
 * @param scoringSource where the score comes from
 * @param missingRule what is done where an answer is missing, and where that comes from
 */
public record Instrument(
        String id,
        InstrumentKind kind,
        InstrumentScore scoring,
        int items,
        int least,
        int low,
        int high,
        OptionalInt safetyItem,
        int asksBackDays,
        String licence,
        String scoringSource,
        String missingRule) {

    /** How items are answered. */
    public enum InstrumentKind {
        /** By one of a few answers in words. */
        CHOICES,
        /** By a number between two ends in words. */
        NUMBERS,
        /** By a number for each of the activities that the client named. */
        OWN_ACTIVITIES
    }

    /** What a score is. */
    public enum InstrumentScore {
        /** The sum; each missing answer counts as the mean of the others, which is the sum scaled up. */
        SUM,
        /** The mean of the answers. */
        MEAN
    }

    /** Whether somebody may answer so. */
    public boolean takes(int item, int answer) {
        return item >= 1 && item <= items && answer >= low && answer <= high;
    }

    /** Whether an answer tells of thoughts of self-harm. */
    public boolean tellsOfSelfHarm(int item, int answer) {
        return safetyItem.orElse(0) == item && answer > low;
    }

    /** How many items are asked of somebody. */
    public int asked(int activities) {
        return kind == InstrumentKind.OWN_ACTIVITIES ? activities : items;
    }

    /**
     * The score of what was answered.
     *
     * @param answers by number of the item, from 1
     * @param activities how many the client named; of no meaning for any other kind
     * @return empty where its rule gives none, for too much is missing
     * @throws IllegalArgumentException if there is no such item or answer
     */
    public OptionalDouble score(Map<Integer, Integer> answers, int activities) {
        answers.forEach((item, answer) -> {
            if (item > asked(activities) || !takes(item, answer)) {
                throw new IllegalArgumentException("item %d of %s takes %d to %d".formatted(item, id, low, high));
            }
        });
        int needed = kind == InstrumentKind.OWN_ACTIVITIES ? Math.max(least, activities) : least;
        if (answers.size() < needed) {
            return OptionalDouble.empty();
        }
        int sum = answers.values().stream().mapToInt(answer -> answer).sum();
        return OptionalDouble.of(
                switch (scoring) {
                    case SUM -> (double) sum * items / answers.size();
                    case MEAN -> (double) sum / answers.size();
                });
    }

    /** The score of answers in the order of their items. */
    public OptionalDouble score(int... answers) {
        return score(
                IntStream.range(0, answers.length)
                        .boxed()
                        .collect(Collectors.toMap(item -> item + 1, item -> answers[item])),
                answers.length);
    }
}
