package org.stillpoint.practice.trace;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;

/**
 * What hands found: one examination for each marking of the pain. Each finding is kept at once; the last word on a muscle stands.
 */
public final class Felt {

    /** Tries against another hand that writes at the same moment. */
    private static final int TRIES = 5;

    private final Examinations examinations;
    private final Clock clock;

    public Felt(Examinations examinations, Clock clock) {
        this.examinations = examinations;
        this.clock = clock;
    }

    /** What was found at a muscle; the parts that the change leaves alone stay. */
    public void finding(BodyMap map, String muscle, UnaryOperator<Finding> change) {
        change(
                map,
                examination -> examination.with(
                        muscle, change.apply(examination.findings().getOrDefault(muscle, Finding.NONE))));
    }

    public void takeBackFinding(BodyMap map, String muscle) {
        change(map, examination -> examination.without(muscle));
    }

    public void limit(BodyMap map, String joint, Grade limit) {
        change(map, examination -> examination.withLimit(joint, limit));
    }

    public void takeBackLimit(BodyMap map, String joint) {
        change(map, examination -> examination.withoutLimit(joint));
    }

    private void change(BodyMap map, UnaryOperator<Examination> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Examination> kept = examinations
                        .findLatest(map.client())
                        .filter(examination -> SameState.holds(examination, map, clock.getZone()));
                if (kept.isPresent()) {
                    examinations.update(change.apply(kept.get()));
                } else {
                    examinations.add(change.apply(Examination.begun(map.client(), clock.instant())));
                }
                return;
            } catch (StaleRecord meanwhile) {
                if (attempt == TRIES) {
                    throw meanwhile;
                }
            }
        }
    }
}
