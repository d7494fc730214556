package org.stillpoint.web.trace;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.bodymap.BodyMap;
import org.stillpoint.record.examination.Examination;
import org.stillpoint.record.examination.Examinations;
import org.stillpoint.record.examination.Finding;

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

    void restriction(BodyMap map, String muscle, int grade) {
        change(map, examination -> {
            Finding before = examination.findings().get(muscle);
            return examination.with(
                    muscle, new Finding(grade, before == null ? OptionalInt.empty() : before.tenderness()));
        });
    }

    /** Tenderness belongs to a muscle that was felt; elsewhere it changes nothing. */
    void tenderness(BodyMap map, String muscle, int grade) {
        change(map, examination -> {
            Finding before = examination.findings().get(muscle);
            return before == null
                    ? examination
                    : examination.with(muscle, new Finding(before.restriction(), OptionalInt.of(grade)));
        });
    }

    void takeBack(BodyMap map, String muscle) {
        change(map, examination -> examination.without(muscle));
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
