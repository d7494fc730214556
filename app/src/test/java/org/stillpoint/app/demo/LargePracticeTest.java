package org.stillpoint.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.consent.ConsentStanding;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.today.Today.Counts;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;
import org.stillpoint.web.consent.SpokenConsent;
import org.stillpoint.words.Speaker;

@Execution(ExecutionMode.CONCURRENT)
class LargePracticeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T09:00:00Z"), ZoneOffset.UTC);
    private static final int CLIENTS = 450; // three transactions

    @Test
    void add_isARecordLikeAnyOther_withItsAccount(@TempDir Path folder) {
        try (Store store = Store.open(new StoreSettings.Sqlite(folder), CLOCK)) {
            new LargePractice(
                            store.unitOfWork((actor, act, client) -> true),
                            CLOCK,
                            new LargePractice.OfEach(3, 2, 2),
                            new SpokenConsent(new Speaker(Locale.ENGLISH, ZoneOffset.UTC)))
                    .add(CLIENTS);
        }

        try (Store store = Store.open(new StoreSettings.Sqlite(folder), CLOCK)) {
            assertThat(store.today().count()).isEqualTo(new Counts(CLIENTS, 1, 5));
            assertThat(store.clients().list())
                    .hasSize(CLIENTS)
                    .allSatisfy(client -> assertThat(holds(store, client)).isTrue());
            Verification account = store.audit().verify();
            assertThat(account.holds()).isTrue();
            assertThat(account.entries()).isEqualTo(3);
        }
    }

    private static boolean holds(Store store, Client client) {
        return client.madeUp()
                && store.checkIns().list(client.id()).size() == 3
                && store.consents()
                                .list(client.id())
                                .standing(CLOCK.instant(), ZoneOffset.UTC, signed -> Optional.empty())
                        instanceof ConsentStanding.InForce
                && store.bodyMaps().list(client.id()).size() == 2
                && store.history().list(client.id()).getFirst().lockedBy().isPresent()
                && store.sessions().list(client.id()).stream()
                                .filter(session -> session.marks().size() == 3)
                                .count()
                        == 2;
    }
}
