package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.record.session.AfterStop;

/**
 * The tasks of a working day, performed on a tablet and counted: taps of a finger, typing not among them, and screens that had to
 * load. docs/tasks.md holds the table that this prints, beside what was aimed at.
 */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class TasksBrowserTest {

    private static final int HEIGHT = 820;

    private static final List<String> TABLE = new ArrayList<>();

    /** A finger on a page, whose taps are counted. */
    private static final class CountedFinger {
        private final Page page;
        private final Consumer<Frame> loaded = this::count;
        private int taps;
        private int screens;

        CountedFinger(Page page) {
            this.page = page;
            page.onFrameNavigated(loaded);
        }

        private void count(Frame frame) {
            if (frame.equals(page.mainFrame())) {
                screens++;
            }
        }

        void tap(String selector) {
            page.locator(selector).first().click();
            taps++;
        }

        void tapRegion(String code) {
            tap("[data-region=" + code + "] .sp-flat-base");
        }

        /** Writes a row of the table, and lifts. */
        int done(String task, String aim) {
            page.waitForLoadState();
            page.offFrameNavigated(loaded);
            TABLE.add("| %s | %d | %d | %s |".formatted(task, taps, screens, aim));
            return taps;
        }
    }

    private static String path(Document page) {
        return URI.create(page.location()).getPath();
    }

    /** A client who comes now, and of whom enough is known to forecast. */
    private static String comesNow(Wire wire, String name) {
        String client = path(wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", name)));
        for (int day = 2; day > 0; day--) {
            wire.send(
                    wire.page(client + "/check-in").expectFirst("main form"),
                    Map.of(
                            "pain",
                            "4",
                            "stress",
                            "3",
                            "tension",
                            "3",
                            "anxiety",
                            "2",
                            "day",
                            LocalDate.now().minusDays(day).toString()));
        }
        wire.send(
                wire.page(client + "/appointments").expectFirst(named("book")),
                Map.of(
                        "day",
                        LocalDate.now().toString(),
                        "time",
                        LocalTime.now().truncatedTo(ChronoUnit.MINUTES).toString()));
        return client;
    }

    private static String rowOf(String client, String act) {
        return named("hour") + ":has(a.row[href='" + client + "']) " + named(act);
    }

    @Test
    void tasks_areCounted_andTheAimsThatWereReachedHold(Browsing browsing, Wire wire) {
        wire.signIn();
        Page page = browsing.signedIn(1180, HEIGHT, ColorScheme.LIGHT);
        TABLE.clear();

        int firstVisit = firstVisit(page);
        sealsAForecast(page, comesNow(wire, "Counted Forecast"));
        int start = startsASession(page, wire, comesNow(wire, "Counted Session"));
        holdsASession(page);
        int sign = signsTheNote(page);
        groundsAfterAStop(page, wire, comesNow(wire, "Counted Stop"));
        int checkIn = checksIn(page, wire);
        worseIsSeen(page);
        findsByKeyboard(page);

        System.out.println("| task | taps | screens | aim |\n|---|---|---|---|\n" + String.join("\n", TABLE));
        assertThat(start)
                .as("to start a session whose safety check was asked before")
                .isLessThanOrEqualTo(2);
        assertThat(checkIn).as("a check-in with the map of last time").isLessThanOrEqualTo(8);
        assertThat(sign).as("to sign a note as it is drafted").isLessThanOrEqualTo(1);
        assertThat(firstVisit).as("the first visit in all").isLessThanOrEqualTo(18);
    }

    /** Adding the client, two events, four places that hurt, and the trace. */
    private static int firstVisit(Page page) {
        CountedFinger whole = new CountedFinger(page);
        page.navigate("/");
        whole.screens = 0; // where it begins
        whole.tap("main a[href='/clients/new']");
        page.fill("#name", "Counted First Visit");
        page.fill("#yearOfBirth", "1980");
        whole.tap("button[value=tell]");
        page.waitForURL("**/events/new");
        tells(whole, "CAR_ACCIDENT", "12", "another", "X205", "X206");
        page.waitForURL("**/events/new?saved");
        tells(whole, "SURGERY", "3", "pain", "X112");
        page.waitForURL("**/pain?told");
        for (String region : List.of("X205", "X206", "X207", "X208")) {
            whole.tapRegion(region);
            whole.tap(".scale button[value='5']");
        }
        whole.tap(named("main-action"));
        assertThat(page.locator(named("saved"))).isVisible();
        assertThat(page.locator(named("sentence"))).isVisible();
        return whole.done("first visit: the client, two events, four places that hurt, the trace", "18 taps");
    }

    /** Only what is needed: how hard it struck and how strongly it was felt may stay open. */
    private static void tells(CountedFinger finger, String kind, String yearsAgo, String then, String... regions) {
        finger.tap("label:has(input[value=" + kind + "])");
        for (String region : regions) {
            finger.tapRegion(region);
        }
        finger.page.fill("#yearsAgo", yearsAgo);
        finger.tap("button[value=" + then + "]");
    }

    private static void sealsAForecast(Page page, String client) {
        page.navigate("/");
        CountedFinger finger = new CountedFinger(page);
        finger.tap(rowOf(client, "to-seal"));
        finger.tap("#guess-slider");
        finger.tap("#chance-slider");
        finger.tap(named("main-action"));
        assertThat(page.locator(named("own-guess"))).isVisible();
        finger.done("guess and seal a forecast, from Today", "");
    }

    private static int startsASession(Page page, Wire wire, String client) {
        wire.agreed(client);
        page.navigate("/");
        CountedFinger unasked = new CountedFinger(page);
        unasked.tap(rowOf(client, "prepare"));
        for (String level : List.of("RED_FLAG", "STOP", "ASK_FIRST")) {
            unasked.tap("input[name=none-" + level + "]");
        }
        unasked.tap(named("main-action"));
        assertThat(page.locator("#live")).isVisible();
        unasked.done("start a session, the safety check asked on the way, from Today", "");
        wire.send(wire.page(URI.create(page.url()).getPath()).expectFirst("#end"), Map.of());
        wire.send(wire.page(client + "/sessions/new").expectFirst("main form"), Wire.nothingFound("no"));

        page.navigate("/");
        CountedFinger finger = new CountedFinger(page);
        finger.tap(rowOf(client, "prepare"));
        finger.tap(named("main-action"));
        assertThat(page.locator("#live")).isVisible();
        return finger.done("start a session, everything asked before, from Today", "2 taps");
    }

    private static void holdsASession(Page page) {
        CountedFinger finger = new CountedFinger(page);
        finger.tap("[data-kind=settled]");
        finger.tapRegion("X218");
        finger.tap("[data-kind=engaged]");
        finger.tap("[data-kind=stillpoint]");
        for (String sign : List.of("WARMTH", "SOFTENING", "DEEP_BREATH")) {
            finger.tap("[data-sign=" + sign + "]");
        }
        finger.tap("#undo");
        page.fill("#words", "The wheel in my hands.");
        finger.tap("[data-kind=memory][data-spoke=CLIENT]");
        finger.tap("#awareness");
        finger.tap("#distress");
        finger.tap("[data-kind=release][data-value='0.5']");
        assertThat(page.locator("#state")).hasText("All saved");
        finger.tap(named("end"));
        assertThat(page.locator(named("marks"))).isVisible();
        finger.done(
                "settle, pick, engage, stillpoint, three signs, undo, memory, awareness, distress, release, end", "");
    }

    private static void groundsAfterAStop(Page page, Wire wire, String client) {
        Document live = wire.send(
                wire.page(wire.agreed(client) + "/sessions/new").expectFirst("main form"), Wire.nothingFound("start"));
        page.navigate(path(live));
        CountedFinger finger = new CountedFinger(page);
        finger.tap(".stop");
        while (page.locator("#next-step").isVisible()) {
            finger.tap("#next-step");
        }
        for (AfterStop what : AfterStop.values()) {
            finger.tap("#steps [data-after=" + what + "][data-value='1']");
        }
        finger.tap("#steps [data-distress='2']");
        assertThat(page.locator("#stopped-state")).hasText("All saved");
        finger.tap(named("end-grounded"));
        assertThat(page.locator(named("marks"))).isVisible();
        finger.done("stop, four steps of grounding, four questions, distress, end", "");
    }

    /** As it is drafted, on the page to which the end of a session leads; the password is typed. */
    private static int signsTheNote(Page page) {
        CountedFinger finger = new CountedFinger(page);
        page.fill("#factor", "demo");
        finger.tap(named("note") + " " + named("main-action"));
        assertThat(page.locator("#note-form")).hasCount(0);
        return finger.done("sign the note of a session as it is drafted, from its end", "1 tap");
    }

    private static int checksIn(Page page, Wire wire) {
        String client =
                path(wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", "Counted Check-in")));
        wire.send(wire.page(client + "/pain").expectFirst("main form"), Map.of("X205", "6"));
        page.navigate(client + "/check-in");
        CountedFinger finger = new CountedFinger(page);
        assertHelpIsThere(page);
        finger.tap("input[name=where][value=still]");
        for (String measure : List.of("pain", "stress", "tension", "anxiety")) {
            assertHelpIsThere(page);
            assertStaysWhileAFingerIsDown(page, measure);
            finger.tap("[name=" + measure + "][value='4']");
        }
        assertHelpIsThere(page);
        finger.tap(named("no"));
        page.waitForURL(url -> !url.endsWith("/check-in"));
        return finger.done("check-in, the map as it was and four answers", "8 taps");
    }

    private static void assertHelpIsThere(Page page) {
        assertThat(page.locator(named("need-help"))).isVisible();
    }

    /** An answer goes on when the finger has left, and not before. */
    private static void assertStaysWhileAFingerIsDown(Page page, String measure) {
        var number = page.locator("[name=" + measure + "][value='7']");
        var before = number.boundingBox();
        page.mouse().move(before.x + before.width / 2, before.y + before.height / 2);
        page.mouse().down();
        var held = number.boundingBox();
        assertThat(held.x).isEqualTo(before.x);
        assertThat(held.y).isEqualTo(before.y);
        page.mouse().move(1, 1); // leaves without having meant it
        page.mouse().up();
    }

    /** Quoted on Today, in the window that one has without moving it. */
    private static void worseIsSeen(Page page) {
        String ruth = Browsing.client(page, "Ruth Okafor");
        page.navigate("/");
        CountedFinger none = new CountedFinger(page);
        var words = page.locator(
                        named("client") + ":has(a.row[href='" + ruth + "']) " + named("open-matters") + " .said")
                .first();
        assertThat(words).containsText("sorer than before");
        var first =
                page.locator(named("open-matters") + " .said").first(); // red flags of other tests stand before hers
        assertThat(first.boundingBox().y + first.boundingBox().height).isLessThan(HEIGHT);
        none.done("what was worse with Ruth, from Today", "0 taps");
    }

    private static void findsByKeyboard(Page page) {
        page.navigate("/practice");
        CountedFinger none = new CountedFinger(page);
        page.keyboard().press("/");
        page.keyboard().type("emma");
        page.keyboard().press("Enter");
        page.waitForURL("**/clients/*");
        none.done("find a client by keyboard (/, name, Enter)", "0 taps");
    }
}
