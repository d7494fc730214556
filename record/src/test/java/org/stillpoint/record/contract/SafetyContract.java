package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.checkin.FollowUp;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.Condition;
import org.stillpoint.record.safety.ConditionId;
import org.stillpoint.record.safety.FlagOrigin;
import org.stillpoint.record.safety.ProgramConditions;
import org.stillpoint.record.safety.RedFlag;
import org.stillpoint.record.safety.SafetyLevel;
import org.stillpoint.record.safety.SafetyList;

/** What every keeping does with red flags and with the practice's own list. */
public interface SafetyContract extends Practice {

    /** One of the program's list. */
    static Condition condition(String id) {
        return ProgramConditions.find(new ConditionId(id)).orElseThrow();
    }

    private RedFlag told(Client client, String condition) {
        RedFlag flag = RedFlag.told(Id.random(), client.id(), now(), FlagOrigin.CHECK_IN, Set.of(condition(condition)));
        records().redFlags().add(flag);
        return flag;
    }

    @Test
    default void redFlag_isOpenOnTodayUntilSomebodyWroteWhatWasDone() {
        Client ann = addClient("Ann");
        Client bea = addClient("Bea");
        RedFlag flag = told(ann, "chest-pain-or-breathlessness");
        records().redFlags().add(flag);
        assertThat(records().redFlags().list(ann.id())).containsExactly(flag);
        assertThat(records().redFlags().listOpen(List.of(ann.id(), bea.id()))).containsExactly(flag);
        assertThat(records().redFlags().find(bea.id(), flag.id())).isEmpty();
        assertThat(records().today().listWorse(0, 9))
                .singleElement()
                .satisfies(standing -> assertThat(standing.client().id()).isEqualTo(ann.id()));

        RedFlag done = records()
                .redFlags()
                .update(flag.followedBy(new FollowUp(now(), Optional.empty(), new PrivateText("rang the emergency"))));
        reopen();
        assertThat(records().redFlags().list(ann.id())).containsExactly(done);
        assertThat(records().redFlags().listOpen(List.of(ann.id()))).isEmpty();
        assertThat(records().today().listWorse(0, 9)).isEmpty();
        assertThatThrownBy(() -> records().redFlags().update(flag)).isInstanceOf(StaleRecord.class);
        assertThatThrownBy(() -> records().redFlags().add(flag)).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().redFlags().remove(bea.id(), flag.id(), done.version()))
                .isInstanceOf(NoSuchRecord.class);
        records().redFlags().remove(ann.id(), flag.id(), done.version());
        assertThat(records().redFlags().list(ann.id())).isEmpty();
    }

    @Test
    default void redFlag_goesWithItsClient() {
        Client ann = addClient("Ann");
        told(ann, "psychosis");
        records().clients().erase(ann.id());
        assertThat(records().redFlags().list(ann.id())).isEmpty();
    }

    @Test
    default void safetyList_isKeptAsThePracticeWroteIt_andAnOlderVersionIsRefused() {
        assertThat(records().settings().safetyList()).isEqualTo(SafetyList.NONE);
        SafetyList chosen = records()
                .settings()
                .replace(new SafetyList(
                        Map.of(
                                new ConditionId("fever"), new SafetyList.RowChoice(false, OptionalInt.empty()),
                                new ConditionId("recent-skull-fracture"),
                                        new SafetyList.RowChoice(true, OptionalInt.of(90))),
                        List.of(new Condition(
                                new ConditionId("own-1"),
                                SafetyLevel.STOP,
                                OptionalInt.of(7),
                                "our teacher",
                                Optional.of("A tooth pulled"))),
                        Version.FIRST));
        reopen();
        assertThat(records().settings().safetyList()).isEqualTo(chosen);
        assertThatThrownBy(() -> records().settings().replace(SafetyList.NONE)).isInstanceOf(StaleRecord.class);
    }
}
