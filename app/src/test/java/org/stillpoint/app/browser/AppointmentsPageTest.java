package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.Map;
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
}
