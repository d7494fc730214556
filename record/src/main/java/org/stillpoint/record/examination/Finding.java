package org.stillpoint.record.examination;

import java.util.Optional;

/**
 * What was found at one muscle; each part is empty where it was not asked.
 *
 * @param restriction felt by a palpating hand
 * @param tenderness said by the client under the hand
 * @param tension seen, or said by the client
 */
public record Finding(Optional<Grade> restriction, Optional<Grade> tenderness, Optional<Grade> tension) {

    /** Nothing asked yet. */
    public static final Finding NONE = new Finding(Optional.empty(), Optional.empty(), Optional.empty());

    public Finding withRestriction(Grade felt) {
        return new Finding(Optional.of(felt), tenderness, tension);
    }

    public Finding withTenderness(Grade said) {
        return new Finding(restriction, Optional.of(said), tension);
    }

    public Finding withTension(Grade seen) {
        return new Finding(restriction, tenderness, Optional.of(seen));
    }
}
