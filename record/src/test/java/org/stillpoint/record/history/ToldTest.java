package org.stillpoint.record.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;

class ToldTest {

    private static Told told(EventKind kind, Optional<Mechanism> coded) {
        return new Told(
                kind,
                EventDate.year(2010),
                List.of(),
                PrivateText.NONE,
                coded,
                Optional.of(Score0To10.of(5)),
                Optional.of(Score0To10.of(5)),
                PrivateText.NONE);
    }

    @Test
    void told_withAMechanismOfAnotherKind_isRefused() {
        assertThatThrownBy(() -> told(EventKind.INJURY, Optional.of(Mechanism.REAR)))
                .isInstanceOf(BadValue.class);
        assertThat(told(EventKind.CAR_ACCIDENT, Optional.of(Mechanism.REAR)).coded())
                .contains(Mechanism.REAR);
    }

    @Test
    void everyKind_hasWaysOfWhichItIsKnownWhatBraces() {
        for (EventKind kind : EventKind.values()) {
            assertThat(Mechanism.of(kind)).isNotEmpty().allMatch(mechanism -> mechanism.kind() == kind);
        }
    }
}
