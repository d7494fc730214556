package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client is erased from a page: asked twice, gone, and told so. Over the wire of the demo practice. */
@ExtendWith(PracticeExtension.class)
class EraseTest {

    @Test
    void client_isErasedOnceBothAnswersAreGiven_andTheReceiptSaysWhatWasDone(Wire visitor) {
        Document page = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", "Goes Away", "yearOfBirth", "1980"));
        String client = page.location().replaceFirst("^https?://[^/]*", "");
        assertThat(visitor.page(client + "/about").select("a[href=" + client + "/erase]"))
                .hasSize(1);

        Document refused = visitor.send(
                visitor.page(client + "/erase").expectFirst(named("erase")), Map.of("name", "Somebody Else"));
        assertThat(refused.expectFirst("#name-problem").text()).isNotEmpty();
        assertThat(refused.expectFirst("#for-ever-problem").text()).isNotEmpty();
        assertThat(visitor.get(client).statusCode()).isEqualTo(200);

        Document receipt =
                visitor.send(refused.expectFirst(named("erase")), Map.of("name", " goes away ", "for-ever", "on"));
        assertThat(receipt.expectFirst(named("receipt")).text()).contains("The key was destroyed");
        assertThat(visitor.get(client).statusCode()).isEqualTo(404);
        Document found =
                visitor.send(visitor.page("/clients").expectFirst(named("find")), Map.of("query", "Goes Away"));
        assertThat(found.select(named("client"))).isEmpty();
    }

    @Test
    void clientWhoIsHeld_isNotErased_andTheOwnerSeesWho(Wire visitor) {
        Document page = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", "Is Held", "yearOfBirth", "1980"));
        String client = page.location().replaceFirst("^https?://[^/]*", "");
        Document held = visitor.send(
                visitor.page(client + "/erase").expectFirst(named("hold-form")), Map.of("reason", "a court asks"));
        assertThat(held.expectFirst(named("hold")).text()).contains("a court asks");
        assertThat(visitor.page("/practice/retention")
                        .expectFirst(named("held"))
                        .text())
                .contains("Is Held");

        Document refused = visitor.send(held.expectFirst(named("erase")), Map.of("name", "Is Held", "for-ever", "on"));
        assertThat(refused.expectFirst("#for-ever-problem").hasAttr("hidden")).isFalse();
        Document lifted = visitor.send(refused.expectFirst(named("hold-form")), Map.of("do", "lift"));
        assertThat(lifted.select(named("hold"))).isEmpty();
        assertThat(visitor.send(
                                visitor.page("/practice/retention").expectFirst(named("retention-rule")),
                                Map.of("years", "0"))
                        .expectFirst("#years-problem")
                        .hasAttr("hidden"))
                .isFalse();
    }
}
