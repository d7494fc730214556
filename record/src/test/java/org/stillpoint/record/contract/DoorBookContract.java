package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.signin.DoorBook;
import org.stillpoint.record.signin.DoorBook.Tries;

/** What every book at the door does. */
public interface DoorBookContract extends Practice {

    private DoorBook book() {
        return records().signIns().book();
    }

    /** One more under each name; how many there are by now. */
    private Map<String, Tries> again(String... names) {
        return book().count(Set.of(names), now(), tries -> {
            for (String name : names) {
                int before = tries.containsKey(name) ? tries.get(name).count() : 0;
                tries.put(name, new Tries(before + 1, now().truncatedTo(ChronoUnit.MILLIS)));
            }
            return Map.copyOf(tries);
        });
    }

    @Test
    default void tries_areCountedByTheirNames_andOverARestart() {
        assertThat(again("ann", "a").get("ann").count()).isEqualTo(1);
        reopen();
        assertThat(again("ann", "b").get("ann").count()).isEqualTo(2);
        assertThat(again("a").get("a")).isEqualTo(new Tries(2, now().truncatedTo(ChronoUnit.MILLIS)));
    }

    @Test
    default void tries_areForgotten_whenTakenOut_orAfterADay() {
        again("ann", "bea");
        boolean known = book().count(Set.of("ann"), now(), tries -> tries.remove("ann") != null);
        assertThat(known).isTrue();
        assertThat(again("ann").get("ann").count()).isEqualTo(1);
        assertThat(book().<Boolean>count(Set.of("cara"), now(), Map::isEmpty)).isTrue();

        clock().pass(DoorBook.COUNTED_FOR);

        assertThat(again("bea").get("bea").count()).isEqualTo(1);
    }

    @Test
    default void shown_isFirstOnce_untilItIsOver() {
        assertThat(book().isFirst("challenge", now().plusSeconds(300), now())).isTrue();
        reopen();
        assertThat(book().isFirst("challenge", now().plusSeconds(300), now())).isFalse();
        assertThat(book().isFirst("another", now().plusSeconds(300), now())).isTrue();

        clock().pass(Duration.ofSeconds(301));

        assertThat(book().isFirst("challenge", now().plusSeconds(300), now()))
                .as("what is over is asked for no more")
                .isTrue();
    }

    @Test
    default void key_isTheSameOverARestart_andAnotherForEachPurpose() {
        byte[] key = book().key("challenge");
        assertThat(key).hasSize(32).isNotEqualTo(book().key("browser"));
        reopen();
        assertThat(book().key("challenge")).isEqualTo(key);
    }

    @Test
    default void putBy_isFoundUntilItIsOver_andReplaced() {
        book().putBy("calendar of ann", new byte[] {1, 2}, now().plusSeconds(60), now());
        book().putBy("calendar of bea", new byte[] {3}, now().plusSeconds(60), now());
        book().putBy("calendar of ann", new byte[] {4}, now().plusSeconds(60), now());
        reopen();

        assertThat(book().findPutBy("calendar of ann", now()).orElseThrow()).containsExactly(4);
        assertThat(book().findPutBy("calendar of bea", now()).orElseThrow()).containsExactly(3);
        assertThat(book().findPutBy("calendar of cara", now())).isEmpty();

        clock().pass(Duration.ofSeconds(60));

        assertThat(book().findPutBy("calendar of ann", now())).isEmpty();
    }
}
