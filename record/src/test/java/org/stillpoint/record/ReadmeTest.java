package org.stillpoint.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.safety.SafetyCheck;
import org.stillpoint.record.session.EndedSession;
import org.stillpoint.record.session.Mark;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.OpenSession;
import org.stillpoint.record.session.Tap;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {
        Instant now = Instant.parse("2026-11-28T09:00:00Z");

        Client ann = Client.added(new PrivateText("Ann Example"), OptionalInt.of(1980), now);
        SafetyCheck check = SafetyCheck.clear(ann.id(), now);
        OpenSession session =
                OpenSession.start(Id.random(), ann.id(), check, now); // refused without a clear, fresh check
        Mark mark = session.accept(Tap.of(Id.random(), now, new Moment.Settled()), now);
        EndedSession ended = session.end(now.plus(Duration.ofMinutes(50)));

        assertThat(mark.moment()).isEqualTo(new Moment.Settled());
        assertThat(ended.length()).isEqualTo(Duration.ofMinutes(50));
        assertThat(ann.toString()).doesNotContain("Example");
    }
}
