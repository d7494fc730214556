package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.intake.IntakeHand;
import org.stillpoint.record.touch.TouchMap;
import org.stillpoint.record.touch.TouchWish;

/** What every store of touch maps does. */
public interface TouchMapsContract extends Practice {

    @Test
    default void touchMaps_added_areAllKept_andTheLatestHolds() {
        Client ann = addClient("Ann");
        TouchMap first = new TouchMap(
                Id.random(),
                ann.id(),
                now(),
                Map.of(new RegionCode("X108"), TouchWish.NEVER),
                IntakeHand.THERAPIST,
                Version.FIRST);
        TouchMap second = new TouchMap(
                Id.random(),
                ann.id(),
                now(),
                Map.of(new RegionCode("X108"), TouchWish.ASK, new RegionCode("X205"), TouchWish.WELCOME),
                IntakeHand.CLIENT_BY_LINK,
                new Version(2));
        records().touchMaps().add(first);
        records().touchMaps().add(first);
        records().touchMaps().add(second);
        assertThat(records().touchMaps().findLatest(ann.id())).contains(second);
        reopen();
        assertThat(records().touchMaps().list(ann.id())).containsExactly(first, second);
        assertThat(records().touchMaps().list(addClient("Bea").id())).isEmpty();
        assertThatThrownBy(() -> records()
                        .touchMaps()
                        .add(new TouchMap(first.id(), ann.id(), now(), Map.of(), IntakeHand.THERAPIST, Version.FIRST)))
                .isInstanceOf(AlreadyThere.class);
        records().clients().erase(ann.id());
        assertThatThrownBy(() -> records().touchMaps().add(first)).isInstanceOf(NoSuchRecord.class);
    }
}
