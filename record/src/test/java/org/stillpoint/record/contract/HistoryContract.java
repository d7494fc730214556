package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.stillpoint.record.contract.Practice.carAccident;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.Refused.Rule;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.ForceDirection;
import org.stillpoint.record.history.Provenance;
import org.stillpoint.record.history.Told;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/** What every store of trauma events does. */
public interface HistoryContract extends Practice {

    static void assertRefused(Rule rule, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.rule()).isEqualTo(rule));
    }

    private static Told when(EventDate date) {
        return new Told(
                EventKind.SURGERY,
                date,
                List.of(),
                PrivateText.NONE,
                Score0To10.NONE,
                Score0To10.of(10),
                PrivateText.NONE);
    }

    @Test
    default void add_anEvent_findsItWhole() {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear, then nothing 🌊\u0000\n\"'<script>"));
        TraumaEvent bare = addTold(client, when(EventDate.month(YearMonth.of(1999, 2))));

        assertThat(records().history().find(event.client(), event.id())).contains(event);
        assertThat(kept(bare)).isEqualTo(bare);
        assertThat(event.lockedBy()).isEmpty();
    }

    /** Never zero, and never the middle. */
    @Test
    default void add_anEventOfUnknownStrength_staysUnknown_andMayBecomeKnown() {
        Client client = addClient("Ann");
        Told known = when(EventDate.year(1999));
        Told open = new Told(
                known.kind(),
                known.when(),
                known.places(),
                known.mechanism(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                known.felt());
        TraumaEvent event = addTold(client, open);
        assertThat(kept(event).told()).isEqualTo(open);
        records().history().update(event.with(known));
        assertThat(kept(event).told()).isEqualTo(known);
    }

    @Test
    default void add_textsOf100kB_comeBackWhole() {
        Client client = addClient("Ann");
        String felt = "Ünïcode 李 \uD83C\uDF0A ".repeat(8_000);
        TraumaEvent event = addTold(client, carAccident(felt));

        assertThat(felt.getBytes(StandardCharsets.UTF_8).length).isGreaterThan(100_000);
        assertThat(kept(event).told().felt().value()).isEqualTo(felt);
    }

    @Test
    default void add_theSameTwice_isOneEvenOnceLocked() {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear"));
        startSession(client);
        records().history().add(event);

        assertThat(records().history().list(client.id())).hasSize(1);
    }

    @Test
    default void add_anotherUnderTheSameId_isRefused() {
        TraumaEvent event = addTold(addClient("Ann"), carAccident("fear"));

        assertThatThrownBy(() -> records().history().add(event.with(carAccident("anger"))))
                .isInstanceOf(AlreadyThere.class);
        assertThat(kept(event)).isEqualTo(event);
    }

    @Test
    default void add_forNobody_isRefused() {
        TraumaEvent event = TraumaEvent.toldBeforeSession(Id.random(), carAccident("fear"), now());

        assertThatThrownBy(() -> records().history().add(event)).isInstanceOf(NoSuchRecord.class);
        assertThat(records().history().find(event.client(), event.id())).isEmpty();
    }

    @Test
    default void list_events_isTheEarliestFirst() {
        Client client = addClient("Ann");
        TraumaEvent second = addTold(client, when(EventDate.year(2001)));
        TraumaEvent first = addTold(client, when(EventDate.day(LocalDate.of(1990, 5, 17))));
        TraumaEvent third = addTold(client, when(EventDate.about(2014)));
        addTold(addClient("Someone else"), when(EventDate.year(1980)));

        assertThat(records().history().list(client.id())).containsExactly(first, second, third);
        assertThat(records().history().list(Id.random())).isEmpty();
    }

    @Test
    default void update_asSeen_changesWhatWasToldAndNothingElse() {
        TraumaEvent event = addTold(addClient("Ann"), carAccident("fear"));

        TraumaEvent updated = records().history().update(event.with(carAccident("anger")));

        assertThat(updated.told()).isEqualTo(carAccident("anger"));
        assertThat(updated.version()).isEqualTo(new Version(2));
        assertThat(updated.provenance()).isEqualTo(Provenance.TOLD_BEFORE_SESSION);
        assertThat(kept(event)).isEqualTo(updated);
    }

    @Test
    default void updateAndRemove_fromAStalePage_changeNothing() {
        TraumaEvent event = addTold(addClient("Ann"), carAccident("fear"));
        TraumaEvent second = records().history().update(event.with(carAccident("anger")));

        assertThatThrownBy(() -> records().history().update(event.with(carAccident("grief"))))
                .isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().history().remove(event.client(), event.id(), event.version()))
                .isInstanceOf(StaleRecord.class);
        assertThat(kept(event)).isEqualTo(second);
    }

    @Test
    default void remove_asSeen_isGone() {
        TraumaEvent event = addTold(addClient("Ann"), carAccident("fear"));
        records().history().remove(event.client(), event.id(), event.version());

        assertThat(records().history().find(event.client(), event.id())).isEmpty();
        assertThatThrownBy(() -> records().history().remove(event.client(), event.id(), event.version()))
                .isInstanceOf(NoSuchRecord.class);
        assertThatThrownBy(() -> records().history().update(event)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void startOfASession_locksWhatWasToldBefore() {
        Client client = addClient("Ann");
        TraumaEvent event = addTold(client, carAccident("fear"));
        TraumaEvent elsewhere = addTold(addClient("Someone else"), carAccident("fear"));
        Session session = startSession(client);

        TraumaEvent locked = kept(event);
        assertThat(locked.lockedBy()).contains(session.id());
        assertThat(locked.version()).isEqualTo(event.version());
        assertThat(kept(elsewhere).lockedBy()).isEqualTo(Optional.empty());
        assertThat(kept(event)).isEqualTo(locked);
    }

    @Test
    default void update_keepsLockAndTime_andReplacesHowItIsKnown() {
        Client client = addClient("Ann");
        TraumaEvent surfaced = TraumaEvent.surfaced(client.id(), carAccident("came up"), now());
        records().history().add(surfaced);
        Session session = startSession(client);

        TraumaEvent corroborated = records().history().update(surfaced.corroborated());

        assertThat(corroborated.provenance()).isEqualTo(Provenance.LATER_CORROBORATED);
        assertThat(corroborated.told()).isEqualTo(surfaced.told());
        assertThat(corroborated.lockedBy()).contains(session.id());
        assertThat(kept(surfaced)).isEqualTo(corroborated);
        assertThatThrownBy(() -> records().history().update(surfaced.corroborated()))
                .isInstanceOf(StaleRecord.class);
    }

    @Test
    default void event_ofAnotherClient_isNone() {
        TraumaEvent event = addTold(addClient("Ann"), carAccident("fear"));
        Id<Client> other = addClient("Someone else").id();
        assertThat(records().history().find(other, event.id())).isEmpty();
        assertThatThrownBy(() -> records().history().remove(other, event.id(), event.version()))
                .isInstanceOf(NoSuchRecord.class);
        assertThat(kept(event)).isEqualTo(event);
    }

    @Test
    default void lock_takesWhatWasToldAndNotLocked() {
        Client client = addClient("Ann");
        TraumaEvent told = addTold(client, carAccident("fear"));
        TraumaEvent elsewhere = addTold(addClient("Someone else"), carAccident("fear"));
        Session first = startSession(client);
        end(first);
        TraumaEvent later = addTold(client, carAccident("anger"));
        Session second = startSession(client);
        records().history().lock(client.id(), second.id());

        assertThat(records().history().get(client.id(), told.id()).lockedBy()).contains(first.id());
        assertThat(records().history().get(client.id(), later.id()).lockedBy()).contains(second.id());
        assertThat(records().history().find(client.id(), elsewhere.id())).isEmpty();
        assertThat(kept(elsewhere).lockedBy()).isEmpty();
    }

    @Test
    default void event_keepsFromWhereTheForceCame_andThePosture() {
        Client ann = addClient("Ann");
        Told told = new Told(
                EventKind.CAR_ACCIDENT,
                EventDate.year(2014),
                List.of(),
                PrivateText.NONE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                PrivateText.NONE,
                Set.of(ForceDirection.BEHIND, ForceDirection.LEFT),
                new PrivateText("looking back, a hand on the wheel"));
        TraumaEvent event = TraumaEvent.toldBeforeSession(ann.id(), told, now());
        records().history().add(event);
        reopen();
        assertThat(records().history().list(ann.id())).containsExactly(event);
    }
}
