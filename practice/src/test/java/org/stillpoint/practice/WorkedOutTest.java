package org.stillpoint.practice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;

class WorkedOutTest {

    private final AtomicInteger made = new AtomicInteger();
    private final WorkedOut<Integer> kept = new WorkedOut<>();
    private final Id<Client> client = Id.random();

    @Test
    void of_theSameRecord_isWorkedOutOnce() {
        assertThat(kept.of(client, 1, made::incrementAndGet)).isEqualTo(1);
        assertThat(kept.of(client, 1, made::incrementAndGet)).isEqualTo(1);
    }

    @Test
    void of_aRecordThatHasChanged_isWorkedOutAnew() {
        kept.of(client, 1, made::incrementAndGet);
        assertThat(kept.of(client, 2, made::incrementAndGet)).isEqualTo(2);
        assertThat(kept.size()).isOne();
    }

    @Test
    void forget_aClient_leavesNothingOfThem() {
        kept.of(client, 1, made::incrementAndGet);
        kept.forget(client);
        assertThat(kept.size()).isZero();
    }

    @Test
    void keepOnly_forgetsEverybodyElse() {
        Id<Client> other = Id.random();
        kept.of(client, 1, made::incrementAndGet);
        kept.of(other, 1, made::incrementAndGet);
        kept.keepOnly(List.of(other));
        assertThat(kept.size()).isOne();
        assertThat(kept.of(other, 1, made::incrementAndGet)).isEqualTo(2);
    }
}
