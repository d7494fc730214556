package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.account.Account;
import org.stillpoint.record.account.KeyMark;
import org.stillpoint.record.account.Role;
import org.stillpoint.record.account.SessionHabits;
import org.stillpoint.record.account.SignInName;

/** What every store of people's habits does. */
public interface HabitsContract extends Practice {

    @Test
    default void habits_areEachPersonsOwn_andAnOlderVersionIsRefused() {
        Account sam = Account.added(new SignInName("sam"), "{kind}hash", Role.THERAPIST, now());
        Account kim = Account.added(new SignInName("kim"), "{kind}hash", Role.OWNER, now());
        records().accounts().add(sam);
        records().accounts().add(kim);
        assertThat(records().habits().get(sam.id())).isEqualTo(SessionHabits.USUAL);

        SessionHabits left = new SessionHabits(
                true, true, Map.of("Enter", KeyMark.STOP, "b", KeyMark.TEARS, " ", KeyMark.UNDO), Version.FIRST);
        SessionHabits kept = records().habits().replace(sam.id(), left);
        assertThatThrownBy(() -> records().habits().replace(sam.id(), left)).isInstanceOf(StaleRecord.class);
        assertThat(records().habits().get(sam.id())).isEqualTo(kept);
        SessionHabits none =
                records().habits().replace(sam.id(), new SessionHabits(true, false, Map.of(), kept.version()));
        reopen();
        assertThat(records().habits().get(sam.id())).isEqualTo(none);
        assertThat(none.keys()).isEmpty();
        assertThat(records().habits().get(kim.id())).isEqualTo(SessionHabits.USUAL);
        assertThatThrownBy(() -> records().habits().replace(Id.random(), left)).isInstanceOf(NoSuchRecord.class);
    }

    @Test
    default void key_thatThePageUses_orThatIsNoName_isRefused() {
        for (String key : new String[] {"Tab", "Escape", "/", "g", "B", "", "x".repeat(33)}) {
            assertThatThrownBy(() -> new SessionHabits(false, false, Map.of(key, KeyMark.STOP), Version.FIRST))
                    .as(key)
                    .isInstanceOf(BadValue.class);
        }
        assertThatThrownBy(() ->
                        new SessionHabits(false, false, Map.of("a", KeyMark.STOP, "b", KeyMark.STOP), Version.FIRST))
                .isInstanceOf(BadValue.class);
    }
}
