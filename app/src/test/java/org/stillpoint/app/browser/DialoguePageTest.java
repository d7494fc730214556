package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a therapist may mark of the talk in a session, over the wire: by their scope of practice. */
@ExtendWith(PracticeExtension.class)
class DialoguePageTest {

    private static final int KEPT = 200;

    private static int marks(Wire visitor, String session, String what) {
        return visitor.json(
                        session + "/marks",
                        "{\"id\":\"%s\",\"at\":\"%s\",\"kind\":\"dialogue\",\"sign\":\"%s\"}"
                                .formatted(UUID.randomUUID(), Instant.now(), what))
                .statusCode();
    }

    @Test
    void dialogue_offersNoProcessing_untilALicenceIsNamed_andReferralIsOneTapAway(Wire wire) {
        Wire sam = wire.signIn().invite("THERAPIST", "in-talk");
        String session = StartedSession.of(sam, "Talked With");
        Document live = sam.page(session);
        assertThat(live.select(named("dialogue") + " button").eachAttr("data-sign"))
                .containsExactly("LISTENED", "REFLECTED", "GROUNDED", "REFERRED");
        assertThat(live.expectFirst(named("referral")).attr("href")).startsWith("/help-now");
        assertThat(marks(sam, session, "LISTENED")).isEqualTo(KEPT);
        assertThat(marks(sam, session, "PROCESSED")).isNotEqualTo(KEPT);
        assertThat(sam.page(session).select("#marks li")).hasSize(1);

        sam.send(sam.page("/account/session").expectFirst(named("habits")), Map.of("licensedIn", "Austria"));
        assertThat(sam.page("/account/session").expectFirst("#licensedIn").attr("value"))
                .isEqualTo("Austria");
        assertThat(sam.page(session).select(named("dialogue") + " button").eachAttr("data-sign"))
                .contains("PROCESSED");
        assertThat(marks(sam, session, "PROCESSED")).isEqualTo(KEPT);
    }
}
