package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Refused;
import org.stillpoint.record.ServerClocks;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.ledger.Draft;
import org.stillpoint.record.ledger.EntryKind;
import org.stillpoint.record.ledger.LedgerEntry;
import org.stillpoint.record.ledger.Verification;

/** What every keeping of the ledger does. */
public interface LedgerContract extends Practice {

    default Draft claim(Client client) {
        Instant first = now().plus(Duration.ofDays(1));
        return Draft.ahead(EntryKind.CLAIM, client.id(), first, new PrivateText("{\"pain\":4.5}"));
    }

    @Test
    default void seal_aClaim_isReadBackWholeAndTheChainHolds() {
        Client client = addClient("Ann");
        Draft draft = claim(client);
        LedgerEntry sealed = records().ledger().seal(draft);
        LedgerEntry resolved = records().ledger().seal(Draft.resolution(sealed, new PrivateText("{\"came\":4}")));

        assertThat(sealed.number()).isEqualTo(1);
        assertThat(sealed.sealedAt()).isEqualTo(now().truncatedTo(ChronoUnit.MILLIS));
        assertThat(sealed.isOf(draft)).isTrue();
        assertThat(records().ledger().list(client.id())).containsExactly(sealed, resolved);
        assertThat(records().ledger().list()).containsExactly(sealed, resolved);
        assertThat(records().ledger().verify()).isEqualTo(new Verification(2, 0, resolved.hash(), Optional.empty()));
    }

    @Test
    default void seal_theSameTwice_isOne_andAnotherUnderItsIdIsRefused() {
        Client client = addClient("Ann");
        Draft draft = claim(client);
        LedgerEntry sealed = records().ledger().seal(draft);

        assertThat(records().ledger().seal(draft)).isEqualTo(sealed);
        Draft other = new Draft(
                draft.id(), client.id(), draft.kind(), Optional.empty(), draft.firstTarget(), new PrivateText("{}"));
        assertThatThrownBy(() -> records().ledger().seal(other)).isInstanceOf(AlreadyThere.class);
        assertThat(records().ledger().verify().entries()).isEqualTo(1);
    }

    @Test
    default void seal_aClaimWhoseTargetHasCome_isRefused() {
        Client client = addClient("Ann");
        Draft late = claim(client);
        clock().pass(Duration.ofDays(2));
        assertThatThrownBy(() -> records().ledger().seal(late)).isInstanceOf(Refused.class);
        assertThat(records().ledger().verify().entries()).isZero();
    }

    @Test
    default void seal_withTheClockSetBack_isRefused() {
        Client client = addClient("Ann");
        records().ledger().seal(claim(client));
        clock().pass(Duration.ofHours(-1));

        Draft back = claim(client);
        assertThatThrownBy(() -> records().ledger().seal(back)).isInstanceOf(Refused.class);
    }

    /** As of two servers, of which the second is a little behind. */
    @Test
    default void seal_byAClockALittleBehind_isDatedAsTheEntryBefore() {
        Client client = addClient("Ann");
        LedgerEntry before = records().ledger().seal(claim(client));
        clock().pass(ServerClocks.DIFFER_BY.negated());

        assertThat(records().ledger().seal(claim(client)).sealedAt()).isEqualTo(before.sealedAt());
        assertThat(records().ledger().verify().holds()).isTrue();
    }

    @Test
    default void resolve_twiceOrAnothersClaim_isRefused() {
        Client ann = addClient("Ann");
        LedgerEntry claim = records().ledger().seal(claim(ann));
        LedgerEntry resolution = records().ledger().seal(Draft.resolution(claim, PrivateText.NONE));

        Draft second = Draft.resolution(claim, new PrivateText("{}"));
        assertThatThrownBy(() -> records().ledger().seal(second)).isInstanceOf(AlreadyThere.class);
        Draft ofResolution = Draft.resolution(resolution, PrivateText.NONE);
        assertThatThrownBy(() -> records().ledger().seal(ofResolution)).isInstanceOf(NoSuchRecord.class);
        Draft anothers = claim(addClient("Bea")).about(claim);
        assertThatThrownBy(() -> records().ledger().seal(anothers)).isInstanceOf(NoSuchRecord.class);
        Draft ofNobody = Draft.ahead(EntryKind.GUESS, Id.random(), now().plusSeconds(60), PrivateText.NONE);
        assertThatThrownBy(() -> records().ledger().seal(ofNobody)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void erase_aClient_leavesTheChainWholeAndItsContentUnreadable() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        records().ledger().seal(claim(ann));
        LedgerEntry kept = records().ledger().seal(claim(bea));
        records().clients().erase(ann.id());

        assertThat(records().ledger().list(ann.id())).isEmpty();
        assertThat(records().ledger().list()).containsExactly(kept);
        assertThat(records().ledger().verify()).isEqualTo(new Verification(2, 1, kept.hash(), Optional.empty()));
        assertThat(records().ledger().seal(claim(bea)).number()).isEqualTo(3);
    }

    @Test
    default void openClaims_areThoseWithoutAResolution() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        LedgerEntry resolved = records().ledger().seal(claim(ann));
        LedgerEntry open = records().ledger().seal(claim(ann));
        LedgerEntry beas = records().ledger().seal(claim(bea));
        records().ledger().seal(Draft.resolution(resolved, PrivateText.NONE));
        records().ledger().seal(Draft.ahead(EntryKind.GUESS, ann.id(), now().plusSeconds(60), PrivateText.NONE));

        assertThat(records().ledger().listOpenClaims()).containsExactly(open, beas);
        List<Id<Client>> both = List.of(ann.id(), bea.id());
        Instant target = open.firstTarget().orElseThrow();
        assertThat(records().ledger().withClaimAhead(both, now())).isEqualTo(Set.copyOf(both));
        assertThat(records().ledger().withClaimAhead(List.of(bea.id()), now())).containsExactly(bea.id());
        assertThat(records().ledger().withClaimAhead(both, target)).isEmpty();
        assertThat(records().ledger().withClaimAhead(List.of(), now())).isEmpty();
        records().clients().erase(bea.id());
        assertThat(records().ledger().listOpenClaims()).containsExactly(open);
    }

    @Test
    default void listDraws_isWhatWasDrawnForTheseClients() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        records().ledger().seal(claim(ann));
        LedgerEntry anns = records().ledger().seal(draw(ann));
        LedgerEntry beas = records().ledger().seal(draw(bea));

        assertThat(records().ledger().listDraws(List.of(ann.id()))).containsExactly(anns);
        assertThat(records().ledger().listDraws(List.of(bea.id(), ann.id()))).containsExactly(anns, beas);
        assertThat(records().ledger().listDraws(List.of())).isEmpty();
        records().clients().erase(bea.id());
        assertThat(records().ledger().listDraws(List.of(bea.id()))).isEmpty();
    }

    private Draft draw(Client client) {
        return Draft.ahead(EntryKind.DRAW, client.id(), now().plusSeconds(60), PrivateText.NONE);
    }

    /** A clock that was 60 days ahead once must neither void what waits nor shut the ledger. */
    @Test
    default void clock_thatJumpedAhead_isDoubted_untilItIsSetRight() {
        Client client = addClient("Ann");
        records().keeping().noteClock();
        records().ledger().seal(claim(client));
        clock().pass(Duration.ofDays(60));
        records().keeping().noteClock();

        assertThat(records().keeping().findClockDoubt())
                .hasValueSatisfying(doubt -> assertThat(Duration.between(doubt.lastUse(), doubt.now()))
                        .isEqualTo(Duration.ofDays(60)));
        assertThatThrownBy(() -> records().ledger().seal(claim(client)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.rule()).isEqualTo(Refused.Rule.CLOCK_IN_DOUBT));

        clock().pass(Duration.ofDays(-60));
        reopen();
        records().keeping().noteClock();
        assertThat(records().keeping().findClockDoubt()).isEmpty();
        records().ledger().seal(claim(client));
        assertThat(records().ledger().verify().holds()).isTrue();
    }

    @Test
    default void clock_thatIsSaidToBeRight_goesOn() {
        Client client = addClient("Ann");
        records().keeping().noteClock();
        clock().pass(Duration.ofDays(60));
        records().keeping().noteClock();
        reopen();
        assertThat(records().keeping().findClockDoubt()).isPresent();

        records().keeping().trustClock();

        assertThat(records().keeping().findClockDoubt()).isEmpty();
        records().ledger().seal(claim(client));
    }

    /** Entries that were sealed by a clock ahead shut the ledger, until somebody says that the clock is right now. */
    @Test
    default void ledger_datedAhead_isOpenedAgain_andHolds() {
        Client client = addClient("Ann");
        clock().pass(Duration.ofDays(60));
        records().ledger().seal(claim(client));
        clock().pass(Duration.ofDays(-60));
        assertThatThrownBy(() -> records().ledger().seal(claim(client)))
                .isInstanceOfSatisfying(
                        Refused.class, no -> assertThat(no.rule()).isEqualTo(Refused.Rule.CLOCK_WENT_BACK));

        records().keeping().trustClock();

        records().ledger().seal(claim(client));
        clock().pass(Duration.ofHours(1));
        records().ledger().seal(claim(client));
        reopen();
        assertThat(records().ledger().verify().holds()).isTrue();
        assertThat(records().ledger().list(client.id())).hasSize(3);
    }
}
