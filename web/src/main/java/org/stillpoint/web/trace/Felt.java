package org.stillpoint.web.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.examination.Finding;
import org.stillpoint.record.examination.Grade;

/**
 * What hands found: one examination for each marking of the pain. Each finding is kept at once; the last word on a muscle stands.
 */
@Component
final class Felt {

    /** Tries against another hand that writes at the same moment. */
    private static final int TRIES = 5;

    private final Examinations examinations;
    private final Clock clock;

    Felt(Examinations examinations, Clock clock) {
        this.examinations = examinations;
        this.clock = clock;
    }

    /** The newest examination, unless the pain was marked anew on a later day: then it is of another state of the body. */
    Optional<Examination> since(BodyMap map) {
        return examinations
                .findLatest(map.client())
                .filter(kept -> !day(kept.at()).isBefore(day(map.at())));
    }

    /** What was found at a muscle; the parts that the change leaves alone stay. */
    void finding(BodyMap map, String muscle, UnaryOperator<Finding> change) {
        change(
                map,
                examination -> examination.with(
                        muscle, change.apply(examination.findings().getOrDefault(muscle, Finding.NONE))));
    }

    void takeBackFinding(BodyMap map, String muscle) {
        change(map, examination -> examination.without(muscle));
    }

    void limit(BodyMap map, String joint, Grade limit) {
        change(map, examination -> examination.withLimit(joint, limit));
    }

    void takeBackLimit(BodyMap map, String joint) {
        change(map, examination -> examination.withoutLimit(joint));
    }

    private void change(BodyMap map, UnaryOperator<Examination> change) {
        for (int attempt = 1; ; attempt++) {
            try {
                Optional<Examination> kept = since(map);
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

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, clock.getZone());
    }
}
