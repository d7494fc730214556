package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A therapist's own notes over the wire: written, changed, given with the copy; the owner sees none of it. */
@ExtendWith(PracticeExtension.class)
class OwnNotesPageTest {

    private static String added(Wire nora, String name) {
        return nora.send(nora.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    @Test
    void processNote_leavesOnceItsAuthorTickedThatItMay_andNoMoreOnceTheyKeepIt(Wire owner) {
        owner.signIn();
        Wire nora = owner.invite("THERAPIST", "nora-lets-go");
        String notes = nora.heard(added(nora, "Heard By Nora"), "A door that was shut") + "/process-notes";
        String page = nora.page(notes).expectFirst(named("note-release")).attr("href");
        Element form = nora.page(page).expectFirst(named("release-note"));
        Connection.Response unsure = nora.post(form, Map.of());
        assertThat(unsure.statusCode()).isEqualTo(400);
        assertThat(nora.page(notes).select(named("may-leave"))).isEmpty();

        assertThat(nora.send(form, Map.of("sure", "yes")).select(named("may-leave")))
                .hasSize(1);
        assertThat(nora.page(page).expectFirst(named("said")).text()).isEqualTo("A door that was shut");
        assertThat(owner.ask(page, Map.of()).statusCode()).isEqualTo(404);
        assertThat(owner.page(notes).select(named("note-release"))).isEmpty();

        Element back = nora.page(page).expectFirst(named("take-back-note"));
        assertThat(nora.send(back, Map.of()).select(named("may-leave"))).isEmpty();
    }

    @Test
    void note_isWrittenChangedAndReleased_andTheOwnerSeesNone(Wire owner) {
        owner.signIn();
        Wire nora = owner.invite("THERAPIST", "nora");
        String client = added(nora, "Noted By Nora");
        String session = nora.heard(client, "A door that was shut");
        String notes = nora.page(session).expectFirst(named("own-notes")).attr("href");
        Element form = nora.page(notes).expectFirst(named("write-note"));
        assertThat(nora.post(form, Map.of("text", " ")).statusCode()).isEqualTo(400);
        Document written = nora.send(form, Map.of("text", "My first thought"));
        Element change = written.expectFirst(named("own-note")).expectFirst(named("change-note"));
        Document changed = nora.send(change, Map.of("text", "My better thought", "released", "yes"));
        assertThat(changed.expectFirst(named("own-note")).text()).contains("My better thought", "My first thought");
        Connection.Response stale = nora.post(change, Map.of("text", "Of an old page"));
        assertThat(stale.statusCode()).isEqualTo(409);
        assertThat(stale.body()).contains("Of an old page");

        assertThat(owner.page(session + "/own-notes").select(named("own-note"))).isEmpty();
        Document seen = owner.page(session);
        assertThat(seen.select(named("show-notes"))).isEmpty();
        assertThat(seen.expectFirst(named("notes-kept")).text()).contains("nora");
        assertThat(owner.page(session + "/process-notes").text()).doesNotContain("A door");
        String hers = nora.page(session).expectFirst(named("show-notes")).attr("href");
        assertThat(nora.page(hers).text()).contains("A door that was shut");
        String copy = nora.post(nora.page(client + "/about").expectFirst(named("copy")), Map.of("form", "html"))
                .body();
        assertThat(copy).contains("My better thought").doesNotContain("My first thought");
    }
}
