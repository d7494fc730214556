package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.jsoup.Connection;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A practitioner's own calendar, over the wire: it reads at its address, and another calendar is read and tied once. */
@ExtendWith(PracticeExtension.class)
class CalendarPageTest {
    private final RunningPractice practice;

    CalendarPageTest(RunningPractice practice) {
        this.practice = practice;
    }

    private Wire owner() {
        return new Wire(practice.address()).signIn();
    }

    private static String client(Wire wire, String name) {
        return wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name))
                .location()
                .replaceFirst("^https?://[^/]*", "");
    }

    private static HttpResponse<String> get(String address, String... header) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        if (header.length > 0) {
            request.headers(header);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void feed_isReadWithoutASignIn_knowsWhatWasRead_andIsTakenBack() throws IOException, InterruptedException {
        Wire wire = owner().invite("THERAPIST", "calendar-therapist");
        String client = client(wire, "Fedora Calendar");
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(9).toString();
        wire.send(
                wire.page(client + "/appointments").expectFirst(named("book")),
                Map.of("day", day, "time", "10:00", "minutes", "50", "weeks", "1"));

        Document made =
                wire.send(wire.page("/account/calendar").expectFirst(named("make-feed")), Map.of("names", "INITIALS"));
        String address = made.expectFirst(named("feed-address")).text();
        assertThat(wire.page("/account/calendar").select(named("feed-address"))).isEmpty();

        HttpResponse<String> read = get(address);
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(read.body())
                .contains("SUMMARY:F. C.")
                .contains("SEQUENCE:0")
                .doesNotContain("Fedora")
                .doesNotContain(client.substring("/clients/".length()));
        String tag = read.headers().firstValue("ETag").orElseThrow();
        assertThat(get(address, "If-None-Match", tag).statusCode()).isEqualTo(304);

        wire.send(wire.page("/account/calendar").expectFirst(named("feed-names")), Map.of("names", "APPOINTMENT"));
        HttpResponse<String> without = get(address, "If-None-Match", tag);
        assertThat(without.statusCode()).isEqualTo(200);
        assertThat(without.body()).contains("SUMMARY:Appointment").doesNotContain("F. C.");

        wire.send(wire.page("/account/calendar").expectFirst(named("feed-take-back")), Map.of());
        HttpResponse<String> closed = get(address);
        assertThat(closed.statusCode()).isIn(404, 429); // the latter where another test guesses from here
        assertThat(closed.body()).doesNotContain("BEGIN:");
    }

    private static Document upload(Wire wire, String text) throws IOException {
        Connection.Response answer = wire.upload(
                wire.page("/account/calendar/elsewhere").expectFirst(named("read-calendar")),
                "file",
                "other.ics",
                text.getBytes(StandardCharsets.UTF_8));
        return answer.parse();
    }

    private static String day() {
        return LocalDate.now(ZoneOffset.UTC).plusDays(20).toString().replace("-", "");
    }

    private static String calendar(String start, String more) {
        return "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:tied\nSUMMARY:Tilda\nDTSTART:" + day() + "T" + start
                + "Z\nDURATION:PT1H\n" + more + "END:VEVENT\nEND:VCALENDAR";
    }

    @Test
    void anotherCalendar_isTiedOnce_andItsChangeIsProposed() throws IOException {
        Wire wire = owner().invite("THERAPIST", "elsewhere-therapist");
        String client = client(wire, "Tilda Tied");

        Document read = upload(wire, calendar("110000", ""));
        assertThat(read.select(named("proposal"))).hasSize(1);
        assertThat(read.select(named("known")).text()).contains("One busy time");

        wire.send(read.expectFirst(named("proposal")), Map.of("who", "Tilda"));
        assertThat(wire.page(client + "/appointments").select(named("appointment")))
                .hasSize(1);

        Document again = upload(wire, calendar("110000", ""));
        assertThat(again.select(named("proposal"))).isEmpty();
        assertThat(again.select(named("change"))).isEmpty();

        upload(
                wire,
                calendar(
                        "110000",
                        "END:VEVENT\nBEGIN:VEVENT\nUID:other\nDTSTART:" + day() + "T113000Z\nDURATION:PT1H\n"));
        assertThat(wire.page(client + "/appointments").select(named("busy-elsewhere")))
                .hasSize(1);

        Document moved = upload(wire, calendar("150000", "SEQUENCE:1\n"));
        assertThat(moved.select(named("change")).text()).contains("Tilda Tied");
        wire.send(moved.expectFirst(named("change")), Map.of());
        assertThat(upload(wire, calendar("150000", "SEQUENCE:1\n")).select(named("change")))
                .isEmpty();
        assertThat(wire.page(client + "/appointments").select(named("appointment")))
                .hasSize(1);
    }

    @Test
    void anotherCalendar_ofAPrivateAddress_orNone_isRefusedInWords() {
        Wire wire = owner().invite("THERAPIST", "private-therapist");
        Connection.Response inside = wire.post(
                wire.page("/account/calendar/elsewhere").expectFirst(named("read-calendar")),
                Map.of("address", "https://127.0.0.1/calendar.ics"));
        assertThat(inside.statusCode()).isEqualTo(400);
        assertThat(inside.body()).contains("private network");
        Connection.Response none =
                wire.post(wire.page("/account/calendar/elsewhere").expectFirst(named("read-calendar")), Map.of());
        assertThat(none.statusCode()).isEqualTo(400);
    }
}
