package org.stillpoint.record.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/** A practice that moves counts each day by the zone in which it was then. */
class PracticeDaysTest {
    private static final Instant MOVED = Instant.parse("2026-11-29T10:00:00Z");

    private static ZoneId moved(String from, String to) {
        return PracticeProfile.NONE
                .movedTo(ZoneId.of(to), ZoneId.of(from), MOVED)
                .days()
                .orElseThrow();
    }

    /** Before the move every instant is told as in the one zone, and after it as in the other, in summer and in winter, for years. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Berlin, Pacific/Auckland",
        "Pacific/Auckland, America/New_York",
        "UTC, Europe/Berlin",
        "Africa/Lagos, Europe/Berlin",
        "Europe/Berlin, UTC",
        "Europe/Berlin, Africa/Casablanca",
        "Asia/Kolkata, Asia/Kathmandu"
    })
    void instants_areToldByTheZoneThatHeldThen(String from, String to) {
        ZoneId days = moved(from, to);
        for (Instant at = Instant.parse("1990-01-01T00:30:00Z");
                at.isBefore(Instant.parse("2040-01-01T00:00:00Z"));
                at = at.plusSeconds(9 * 86_400 + 3_600)) {
            ZoneId then = ZoneId.of(at.isBefore(MOVED) ? from : to);
            LocalDateTime expected = LocalDateTime.ofInstant(at, then);
            assertThat(LocalDateTime.ofInstant(at, days)).as("at " + at).isEqualTo(expected);
            assertThat(expected.atZone(days).toLocalDateTime().toLocalDate()).isEqualTo(expected.toLocalDate());
        }
        assertThat(PracticeDays.now(days)).isEqualTo(ZoneId.of(to));
    }

    @Test
    void practice_thatHasNotMoved_isWhereItIs() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        assertThat(PracticeProfile.NONE.days()).isEmpty();
        assertThat(PracticeProfile.NONE.everIn(berlin).days()).contains(berlin);
        assertThat(PracticeProfile.NONE.movedTo(berlin, berlin, MOVED).days()).contains(berlin);
        assertThat(PracticeDays.now(berlin)).isEqualTo(berlin);
    }

    @Test
    void practice_thatMovesTwice_andBack_isOneZone() {
        ZoneId utc = ZoneOffset.UTC;
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Instant back = MOVED.plusSeconds(86_400);
        PracticeProfile profile =
                PracticeProfile.NONE.movedTo(tokyo, utc, MOVED).movedTo(utc, tokyo, back);
        ZoneId days = profile.days().orElseThrow();
        assertThat(days).isSameAs(profile.days().orElseThrow());
        assertThat(LocalDateTime.ofInstant(MOVED.plusSeconds(3_600), days).getHour())
                .isEqualTo(20);
        assertThat(LocalDateTime.ofInstant(back.plusSeconds(3_600), days).getHour())
                .isEqualTo(11);
    }

    @Test
    void zones_outOfTheirOrder_areRefused() {
        ZoneSince first = new ZoneSince(ZoneOffset.UTC, Instant.MIN);
        ZoneSince later = new ZoneSince(ZoneOffset.UTC, MOVED);
        assertThatThrownBy(() -> profile(List.of(later))).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> profile(List.of(first, later, later))).isInstanceOf(BadValue.class);
    }

    private static PracticeProfile profile(List<ZoneSince> zones) {
        return new PracticeProfile("", "", zones, PracticeLanguage.ENGLISH, Optional.empty(), Version.FIRST);
    }
}
