package org.stillpoint.record.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Clearance;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.SafetyCheck;

class SessionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Id<Client> ANN = Id.random();

    private static OpenSession open(List<Mark> marks) {
        return new OpenSession(Id.random(), ANN, Id.random(), NOW, marks);
    }

    private static Mark mark(Moment moment, Instant tapped) {
        return new Mark(Id.random(), tapped, tapped.plusMillis(40), moment);
    }

    private static Tap undo(Mark mark, Duration after) {
        return Tap.of(Id.random(), mark.tappedAt().plus(after), new Moment.Undone(mark.id()));
    }

    @Test
    void undo_isCountedFromTapToTapAndNotFromWhenTheyArrive() {
        Mark stop = mark(new Moment.StopSignal(), NOW);
        OpenSession session = open(List.of(stop));

        Mark undone = session.accept(undo(stop, Duration.ofSeconds(10)), NOW.plusSeconds(3600));

        assertThat(undone.moment()).isEqualTo(new Moment.Undone(stop.id()));
        assertThatThrownBy(() -> session.accept(undo(stop, Duration.ofMillis(10_001)), NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Rule.TOO_LATE_TO_UNDO));
    }

    @Test
    void undoing_cannotItselfBeUndone() {
        List<Mark> marks = new ArrayList<>(List.of(mark(new Moment.StopSignal(), NOW)));
        Mark undone = open(marks).accept(undo(marks.getFirst(), Duration.ofSeconds(1)), NOW);
        marks.add(undone);

        assertThat(open(marks).standingMarks()).isEmpty();
        assertThatThrownBy(() -> open(marks).accept(undo(undone, Duration.ofSeconds(1)), NOW))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(Rule.NOTHING_TO_UNDO));
    }

    @Test
    void end_whenTheClockWasSetBack_isNotBeforeTheStart() {
        assertThat(open(List.of()).end(NOW.minusSeconds(5)).length()).isEqualTo(Duration.ZERO);
    }

    @Test
    void processNote_withAnythingButAMemory_isRefused() {
        Optional<ProcessNote> note = Optional.of(new ProcessNote(new PrivateText("words")));
        assertThatThrownBy(() -> new Tap(Id.random(), NOW, new Moment.Settled(), note))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new ProcessNote(new PrivateText(" "))).isInstanceOf(BadValue.class);
    }

    private static SafetyCheck found(String condition, Optional<Clearance> clearance) {
        return SafetyCheck.clear(ANN, NOW)
                .with(Set.of(ProgramConditions.find(new ConditionId(condition)).orElseThrow()), clearance);
    }

    private static Optional<Clearance> cleared(String physician, String reason, @Nullable LocalDate on) {
        return Optional.of(new Clearance(new PrivateText(physician), new PrivateText(reason), Optional.ofNullable(on)));
    }

    @Test
    void safetyCheck_allowsASession_clear_orOnAPhysicianOrAReasonWithADay_andNeverAgainstAStopOrARedFlag() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        assertThat(SafetyCheck.clear(ANN, NOW).allowsSession()).isTrue();
        assertThat(found("fever", Optional.empty()).allowsSession()).isFalse();
        assertThat(found("fever", cleared(" ", "", day)).allowsSession()).isFalse();
        assertThat(found("fever", cleared("", "a cold", null)).allowsSession()).isFalse();
        assertThat(found("fever", cleared("", "a cold", day)).allowsSession()).isTrue();
        assertThat(found("fever", cleared("Dr Moss", "", day)).allowsSession()).isTrue();
        for (String never : List.of("aneurysm", "touch-unwelcome-today", "acute-crisis", "saddle-numbness")) {
            SafetyCheck check = found(never, cleared("Dr Moss", "agreed", day));
            assertThat(check.allowsSession()).as(never).isFalse();
            assertThatThrownBy(() -> OpenSession.start(Id.random(), ANN, check, NOW))
                    .isInstanceOf(Refused.class);
        }
    }

    @Test
    void start_onACheckOfTheLastTwelveHours_isAllowed() {
        SafetyCheck check = SafetyCheck.clear(ANN, NOW);
        assertThat(OpenSession.start(Id.random(), ANN, check, NOW.plus(Duration.ofHours(12)))
                        .marks())
                .isEmpty();
        assertThatThrownBy(() -> OpenSession.start(Id.random(), ANN, check, NOW.plusSeconds(12 * 3600 + 1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> OpenSession.start(Id.random(), Id.random(), check, NOW))
                .isInstanceOf(Refused.class);
    }
}
