package org.stillpoint.practice.joint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.joint.SmallestCell;
import org.stillpoint.evidence.joint.TellingRule;
import org.stillpoint.practice.outcome.Asked;
import org.stillpoint.practice.outcome.Measured;
import org.stillpoint.practice.outcome.Questionnaire;

/**
 * What practices agreed on before any of them looked.
 *
 * @param title of the study, a line
 * @param question what it asks, a line
 * @param coordinator who puts the answers together, a line
 * @param measured the outcome
 * @param from first day that may be somebody's day 0, or the first day of a plan
 * @param to last day that may be somebody's day 0, or the last day of a plan
 * @param cell the fewest people of whom a number leaves a practice
 * @param practices who takes part, two or more
 * @param sealedAt when it was sealed, by the clock of whoever did
 * @param hash SHA-256 of what was sealed, 64 hexadecimal digits
 */
public record JointProtocol(
        String title,
        String question,
        String coordinator,
        JointDesign design,
        Measured measured,
        LocalDate from,
        LocalDate to,
        StudiedPeople people,
        SmallestCell cell,
        List<JointPractice> practices,
        Instant sealedAt,
        String hash) {

    public JointProtocol {
        practices = List.copyOf(practices);
    }

    /**
     * Who is looked at.
     *
     * @param age at day 0, years by the year of birth
     * @param before the mean before, points
     */
    public record StudiedPeople(Optional<NumberRange> age, Optional<NumberRange> before) {}

    /** Both ends included. */
    public record NumberRange(double from, double to) {
        public boolean holds(double number) {
            return from <= number && number <= to;
        }
    }

    /**
     * One who takes part.
     *
     * @param name as it stands in the answer
     * @param key by which it signs: an Ed25519 public key (X.509), in Base64
     */
    public record JointPractice(String name, String key) {}

    /** What can be measured in a study: what a check-in asks, and questionnaires; not the client's own view of the whole change, which has no before. */
    public static Optional<Measured> findMeasured(String key) {
        for (Asked asked : Asked.values()) {
            if (asked.key().equals(key)) {
                return Optional.of(asked);
            }
        }
        return Questionnaire.find(key).filter(one -> !one.isOwnView()).map(one -> one);
    }

    /** The last day of which an entry may count: before it is over, nobody looks. */
    public LocalDate lastDay() {
        return design.lastDay(to);
    }

    /** How numbers are told. */
    TellingRule telling() {
        Measure measure = measured.measure();
        return switch (design) {
            case JointDesign.TreatedAndWaiting arms ->
                TellingRule.of(cell, measure, arms.responderShare(), arms.worseBy());
            case JointDesign.ByLot lot -> TellingRule.of(cell, measure, 1, measure.high() - measure.low());
        };
    }

    /** Who signs by this key. */
    public Optional<JointPractice> findPractice(String key) {
        return practices.stream().filter(one -> one.key().equals(key)).findFirst();
    }
}
