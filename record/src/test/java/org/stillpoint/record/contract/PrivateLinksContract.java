package org.stillpoint.record.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.AlreadyThere;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.StaleRecord;
import org.stillpoint.record.Version;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.link.LinkPurpose;
import org.stillpoint.record.link.LinkState;
import org.stillpoint.record.link.PrivateLink;

/** What every keeping does with the clients' links. */
public interface PrivateLinksContract extends Practice {

    private PrivateLink link(Id<Client> client, String hash) {
        return new PrivateLink(
                Id.random(),
                client,
                LinkPurpose.CHECK_IN,
                hash.repeat(32),
                Optional.of(Id.random()),
                now(),
                now().plus(Duration.ofDays(7)),
                new LinkState.Unopened(),
                Version.FIRST);
    }

    @Test
    default void link_isFoundByItsHash_inEveryState() {
        Id<Client> ann = addClient("Ann").id();
        Id<Client> bea = addClient("Bea").id();
        PrivateLink first = link(ann, "0a");
        records().privateLinks().add(first);
        records().privateLinks().add(first);
        clock().pass(Duration.ofSeconds(1));
        PrivateLink second = link(ann, "0b");
        records().privateLinks().add(second);
        assertThat(records().privateLinks().findByHash(first.linkHash())).contains(first);
        assertThat(records().privateLinks().findByHash("0c".repeat(32))).isEmpty();
        assertThat(records().privateLinks().list(ann)).containsExactly(second, first);
        assertThat(records().privateLinks().list(bea)).isEmpty();
        assertThatThrownBy(() -> records().privateLinks().add(link(bea, "0a"))).isInstanceOf(AlreadyThere.class);
        assertThatThrownBy(() -> records().privateLinks().add(link(Id.random(), "0d")))
                .isInstanceOf(NoSuchRecord.class);

        String browser = "0e".repeat(32);
        PrivateLink opened = records().privateLinks().update(first.in(new LinkState.BoundToBrowser(now(), browser)));
        assertThat(records().privateLinks().findByHash(first.linkHash())).contains(opened);
        assertThatThrownBy(() -> records().privateLinks().update(first.in(new LinkState.TakenBack(now()))))
                .isInstanceOf(StaleRecord.class);
        PrivateLink used =
                records().privateLinks().update(opened.in(new LinkState.UsedUp(now(), browser, Id.random())));
        PrivateLink taken = records().privateLinks().update(second.in(new LinkState.TakenBack(now())));
        reopen();
        assertThat(records().privateLinks().list(ann)).containsExactly(taken, used);

        records().clients().erase(ann);
        assertThat(records().privateLinks().findByHash(first.linkHash())).isEmpty();
    }

    @Test
    default void findOpen_isOfThisClient_whileItIsOpenAlone() {
        Id<Client> ann = addClient("Ann").id();
        Id<Client> bea = addClient("Bea").id();
        PrivateLink link = link(ann, "0a");
        records().privateLinks().add(link);
        assertThat(records().privateLinks().findOpen(ann, link.id())).isEmpty();
        PrivateLink opened =
                records().privateLinks().update(link.in(new LinkState.BoundToBrowser(now(), "0e".repeat(32))));
        assertThat(records().privateLinks().findOpen(ann, link.id())).contains(opened);
        assertThat(records().privateLinks().findOpen(bea, link.id())).isEmpty();
        clock().pass(Duration.ofDays(7));
        assertThat(records().privateLinks().findOpen(ann, link.id())).isEmpty();

        PrivateLink another = link(ann, "0b");
        records().privateLinks().add(another);
        PrivateLink taken = another.in(new LinkState.TakenBack(now()));
        records().privateLinks().update(taken);
        assertThat(records().privateLinks().findOpen(ann, another.id())).isEmpty();
    }

    @Test
    default void link_withoutAHash_orThatEndsBeforeItBegins_isNone() {
        assertThatThrownBy(() -> link(Id.random(), "z")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new PrivateLink(
                        Id.random(),
                        Id.random(),
                        LinkPurpose.OWN_COPY,
                        "0a".repeat(32),
                        Optional.empty(),
                        now(),
                        now(),
                        new LinkState.Unopened(),
                        Version.FIRST))
                .isInstanceOf(BadValue.class);
    }
}
