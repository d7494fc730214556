package org.stillpoint.exchange.copy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;

/** What the record says is there under its own names. */
class RecordTreeTest {

    @Test
    void of_aRecord_namesItsPartsAndLeavesOutNothing() {
        Id<Client> id = Id.random();
        Client ann = new Client(
                id,
                new PrivateText("Ann"),
                OptionalInt.of(1980),
                false,
                Instant.parse("2026-01-02T03:04:05Z"),
                Optional.empty(),
                Version.FIRST);

        assertThat(RecordTree.of(ann))
                .asString()
                .contains("id=" + id, "name=Ann", "year_of_birth=1980", "made_up=false", "2026-01-02T03:04:05Z");
    }

    @Test
    void of_oneOfSeveralKinds_saysWhich() {
        Moment release = new Moment.Release(new Site.RegionSite(new RegionCode("X105")), 0.5);

        assertThat(RecordTree.of(release))
                .isEqualTo(Map.of("is", "release", "site", Map.of("is", "region_site", "code", "X105"), "extent", 0.5));
    }

    @Test
    void of_listsAndNothing_areThemselves() {
        assertThat(RecordTree.of(List.of(Score0To10.of(3), Optional.empty(), true)))
                .asString()
                .isEqualTo("[3.0, null, true]");
    }
}
