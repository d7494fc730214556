package org.stillpoint.record.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Session;

class HonestProvenanceTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Id<Client> ANN = Id.random();
    /** Half past eight in the evening of the 26th in New York, the 27th already by UTC. */
    private static final Instant EVENING = Instant.parse("2026-11-27T01:30:00Z");

    private static TraumaEvent event(Provenance provenance, EventDate when) {
        Told told = new Told(
                EventKind.INJURY,
                when,
                List.of(),
                PrivateText.NONE,
                Score0To10.NONE,
                Score0To10.NONE,
                PrivateText.NONE);
        return new TraumaEvent(Id.random(), ANN, told, provenance, EVENING, Optional.empty(), Version.FIRST);
    }

    private static OpenSession started(Instant at) {
        return new OpenSession(Id.random(), ANN, Id.random(), at, List.of());
    }

    private static void assertRefused(Rule rule, TraumaEvent event, Session... sessions) {
        assertThatThrownBy(() -> HonestProvenance.require(event, List.of(sessions), NEW_YORK))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static void assertHonest(TraumaEvent event, Session... sessions) {
        assertThatCode(() -> HonestProvenance.require(event, List.of(sessions), NEW_YORK))
                .doesNotThrowAnyException();
    }

    @Test
    void require_beforeTheFirstSession_everythingIsToldBefore() {
        assertHonest(event(Provenance.TOLD_BEFORE_SESSION, EventDate.year(1990)));
        assertRefused(Rule.NOT_SURFACED_YET, event(Provenance.SURFACED_IN_SESSION, EventDate.year(1990)));
    }

    @Test
    void require_whileASessionIsOpen_nothingIsToldBeforeAny() {
        OpenSession open = started(EVENING);
        assertRefused(
                Rule.NOT_TOLD_BEFORE,
                event(Provenance.TOLD_BEFORE_SESSION, EventDate.day(LocalDate.of(2026, 11, 27))),
                open);
        assertHonest(event(Provenance.SURFACED_IN_SESSION, EventDate.year(1990)), open);
    }

    @Test
    void require_afterASession_onlyWhatMayHaveHappenedSinceIsToldBeforeTheNext() {
        Session ended = started(EVENING).end(EVENING.plus(Duration.ofMinutes(30)));
        assertRefused(Rule.NOT_TOLD_BEFORE, event(Provenance.TOLD_BEFORE_SESSION, EventDate.year(2014)), ended);
        assertHonest(event(Provenance.TOLD_BEFORE_SESSION, EventDate.year(2026)), ended);
    }

    @Test
    void require_onTheDayOfTheSession_isJudgedByTheDayOfThePractice() {
        Session ended = started(EVENING).end(EVENING.plus(Duration.ofMinutes(30)));
        assertHonest(event(Provenance.TOLD_BEFORE_SESSION, EventDate.day(LocalDate.of(2026, 11, 26))), ended);
        assertRefused(
                Rule.NOT_TOLD_BEFORE,
                event(Provenance.TOLD_BEFORE_SESSION, EventDate.day(LocalDate.of(2026, 11, 25))),
                ended);
    }

    @Test
    void require_corroboratedAtOnce_isRefused() {
        assertRefused(Rule.ADDED_UNCORROBORATED, event(Provenance.LATER_CORROBORATED, EventDate.year(1990)));
    }
}
