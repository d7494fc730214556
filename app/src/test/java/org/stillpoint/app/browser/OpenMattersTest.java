package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a client says is worse stands on Today and on their page until somebody has written what was done; and whom to ring. */
@ExtendWith(PracticeExtension.class)
class OpenMattersTest {

    private static String add(Wire visitor, String name) {
        Document added = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"),
                Map.of("name", name, "yearOfBirth", "1980"));
        return added.location().replaceFirst("^https?://[^/]*", "");
    }

    private static Document checkIn(Wire visitor, String client, String worse) {
        Map<String, String> answers =
                new HashMap<>(Map.of("pain", "3", "stress", "1", "tension", "1", "anxiety", "1", "worse", worse));
        return visitor.send(visitor.page(client + "/check-in").expectFirst("main form"), answers);
    }

    private static String onToday(Wire visitor, String client) {
        return visitor.page("/")
                .select(named("client") + ":has(a.row[href=" + client + "]) " + named("open-matters"))
                .text();
    }

    @Test
    void worse_isQuotedUntilSomebodyWritesWhatWasDone_whateverIsSaidLater(Wire visitor) {
        String client = add(visitor, "Olive Matter");
        Document thanked = checkIn(visitor, client, "Headache <b>since</b> the session");
        assertThat(thanked.location()).endsWith("/thanks");
        assertThat(thanked.select(named("worse-is-read"))).hasSize(1);
        checkIn(visitor, client, "");

        assertThat(onToday(visitor, client)).contains("Headache <b>since</b> the session");
        Document page = visitor.page(client);
        assertThat(page.select(named("open-matters")).text()).contains("Headache <b>since</b>");
        assertThat(page.expectFirst(named("main-action")).attr("href")).isEqualTo(client + "/open-matters");
        assertThat(page.select(named("reason")).text()).isNotBlank();
        Document all =
                visitor.page(visitor.page("/").expectFirst(named("all-matters")).attr("href"));
        assertThat(all.select(named("waiting") + " li:has(a.row[href=" + client + "])")
                        .text())
                .contains("Headache <b>since</b> the session");

        Document open = visitor.page(client + "/open-matters");
        Document refused = visitor.send(open.expectFirst(named("follow-up")), Map.of("done", " "));
        assertThat(refused.expectFirst("#done-problem").hasAttr("hidden")).isFalse();
        checkIn(visitor, client, "and dizzy");
        Document still = visitor.send(refused.expectFirst(named("follow-up")), Map.of("done", "Rang her at noon."));
        assertThat(still.select(named("open-matters")).text())
                .contains("and dizzy")
                .doesNotContain("Headache");
        visitor.send(still.expectFirst(named("follow-up")), Map.of("done", "She sees her doctor today."));

        assertThat(onToday(visitor, client)).isEmpty();
        Document closed = visitor.page(client);
        assertThat(closed.select(named("open-matters"))).isEmpty();
        assertThat(closed.expectFirst(named("main-action")).attr("href")).isEqualTo(client + "/events/new");
        // what is suggested changes; where everything is does not
        assertThat(closed.select(named("steps") + " a").eachAttr("href"))
                .isEqualTo(page.select(named("steps") + " a").eachAttr("href"));
        assertThat(visitor.page(client + "/open-matters").select(named("nothing-open")))
                .hasSize(1);
        assertThat(visitor.page(client + "/how-it-goes")
                        .select(named("followed-up"))
                        .eachText())
                .hasSize(2)
                .anyMatch(done -> done.contains("Rang her at noon."));
    }

    @Test
    void contacts_writtenByTheOwner_areOneTapFromEveryPage_andShownAfterWorse(Wire visitor) {
        String client = add(visitor, "Nadia Help");
        assertThat(visitor.page(client).select(named("help-now")).attr("href")).isEqualTo("/help-now");
        Document help = visitor.page("/help-now");
        assertThat(help.select(named("none-yet"))).hasSize(1);

        Document form = visitor.page(help.expectFirst(named("write-contacts")).attr("href"));
        Document refused =
                visitor.send(form.expectFirst(named("contact-form")), Map.of("who-1", "Doctor", "number-1", "ask me"));
        assertThat(refused.expectFirst("#number-1-problem").hasAttr("hidden")).isFalse();
        Document written = visitor.send(
                refused.expectFirst(named("contact-form")),
                Map.of("number-1", "+49 (30) 12-34", "who-3", "Crisis line", "number-3", "0800 111 0 111"));
        assertThat(written.select(named("contacts") + " .name").eachText()).containsExactly("Doctor", "Crisis line");
        assertThat(written.select(named("contacts") + " a").eachAttr("href"))
                .containsExactly("tel:+493012 34".replace(" ", ""), "tel:08001110111");

        assertThat(visitor.page(client + "/check-in").select(named("need-help") + " " + named("contacts") + " li"))
                .hasSize(2);
        assertThat(checkIn(visitor, client, "worse").select(named("contacts") + " li"))
                .hasSize(2);
        Document stale = visitor.send(form.expectFirst(named("contact-form")), Map.of("key", ""));
        assertThat(stale.select(named("changed"))).hasSize(1);
        Document emptied = visitor.send(
                visitor.page("/practice/contacts").expectFirst(named("contact-form")),
                Map.of("who-1", "", "number-1", "", "who-2", "", "number-2", ""));
        assertThat(emptied.select(named("none-yet"))).hasSize(1);
        visitor.send(
                visitor.page(client + "/open-matters").expectFirst(named("follow-up")), Map.of("done", "Seen to."));
    }
}
