package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** When a client comes is booked, moved and cancelled on a page of theirs. */
@ExtendWith(PracticeExtension.class)
class AppointmentsPageTest {

    private static final Map<String, String> NINE = Map.of("day", "2027-03-01", "time", "09:00", "minutes", "60");

    private static Document appointments(Wire visitor, String name) {
        Document client =
                visitor.send(visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", name));
        String address = client.expectFirst(named("appointments")).attr("href");
        assertThat(address).startsWith(URI.create(client.location()).getPath());
        return visitor.page(address);
    }

    @Test
    void appointment_isBooked_toldWhatIsAtTheSameTime_moved_andCancelled(Wire visitor) {
        visitor.send(appointments(visitor, "Comes First").expectFirst(named("book")), NINE);
        Document booked = visitor.send(appointments(visitor, "Comes Too").expectFirst(named("book")), NINE);
        assertThat(booked.select(named("appointment"))).hasSize(1);
        assertThat(booked.expectFirst(named("appointment")).text()).contains("1 March 2027");
        assertThat(booked.expectFirst(named("overlaps")).text()).contains("Comes First");

        Document moved = visitor.send(booked.expectFirst(named("move")), Map.of("time", "11:30"));
        assertThat(moved.expectFirst(named("appointment")).text()).contains("11:30");
        assertThat(moved.select(named("overlaps"))).isEmpty();
        Document stale = visitor.send(booked.expectFirst(named("cancel")), Map.of());
        assertThat(stale.connection().response().statusCode()).isEqualTo(409);
        assertThat(stale.select(named("said"))).hasSize(1);

        Document cancelled = visitor.send(moved.expectFirst(named("cancel")), Map.of());
        assertThat(cancelled.select(named("appointment"))).isEmpty();
    }

    @Test
    void appointment_withoutADay_keepsWhatWasTyped(Wire visitor) {
        Document page = appointments(visitor, "Comes Some Day");

        Document refused =
                visitor.send(page.expectFirst(named("book")), Map.of("day", "", "time", "10:15", "minutes", "45.5"));

        assertThat(refused.connection().response().statusCode()).isEqualTo(400);
        assertThat(refused.expectFirst("#day").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.expectFirst("#minutes").attr("aria-invalid")).isEqualTo("true");
        assertThat(refused.expectFirst("#time").attr("value")).isEqualTo("10:15");
        assertThat(refused.select(named("appointment"))).isEmpty();
    }

    @Test
    void appointment_isBookedFromToday_byTheStartOfAName_weekly(Wire visitor) {
        String address = appointments(visitor, "Wanda Weekly").location();
        appointments(visitor, "Wanda Once");
        Document form =
                visitor.page(visitor.page("/").expectFirst(named("book")).attr("href"));
        Map<String, String> typed = new HashMap<>(NINE);
        typed.putAll(Map.of("who", "nobody at all", "weeks", "3"));
        assertThat(visitor.send(form.expectFirst(named("book")), typed)
                        .expectFirst("#who-problem")
                        .hasAttr("hidden"))
                .isFalse();

        typed.put("who", "wanda");
        Document asked = visitor.send(form.expectFirst(named("book")), typed);
        assertThat(asked.select(named("meant") + " input")).hasSize(2);
        assertThat(asked.location()).doesNotContain("anda");
        typed.put("who", "wanda week");
        Document booked = visitor.send(asked.expectFirst(named("book")), typed);
        assertThat(booked.location()).isEqualTo(address);
        assertThat(booked.select(named("appointment"))).hasSize(3);
    }

    @Test
    void appointment_thatIsOver_isNoted_andTheReasonIsReadable(Wire visitor) {
        Document page = appointments(visitor, "Came Or Not");
        Map<String, String> before = new HashMap<>(NINE);
        before.put("day", LocalDate.now().minusDays(1).toString());
        Document booked = visitor.send(page.expectFirst(named("book")), before);
        Document missed = visitor.send(
                booked.expectFirst(named("past") + " " + named("attendance")),
                Map.of("came", "no", "why", "The train was late."));
        assertThat(missed.expectFirst(named("attended")).text()).contains("The train was late.");
        Document came = visitor.send(missed.expectFirst(named("attendance")), Map.of("came", "yes"));
        assertThat(came.expectFirst(named("attended")).text()).doesNotContain("train");
    }

    @Test
    void attendance_onPaper_saysWhenTheyCame_andNothingElse(Wire visitor) throws IOException {
        Document booked = visitor.send(
                appointments(visitor, "Comes On Paper").expectFirst(named("book")),
                Map.of("day", "2026-03-02", "time", "09:00", "minutes", "60", "weeks", "2"));
        visitor.send(booked.expectFirst(named("attendance")), Map.of("came", "yes"));
        String paper = booked.expectFirst(named("attendance-paper")).attr("href");

        Connection.Response answer = visitor.get(paper);

        assertThat(answer.header("Content-Disposition")).doesNotContain("Comes");
        try (PDDocument document = Loader.loadPDF(answer.bodyAsBytes())) {
            assertThat(new PDFTextStripper().getText(document).replaceAll("\\s+", " "))
                    .contains("Statement of attendance", "Comes On Paper was here at these times")
                    .contains("9 March 2026")
                    .doesNotContain("2 March 2026");
        }
    }
}
