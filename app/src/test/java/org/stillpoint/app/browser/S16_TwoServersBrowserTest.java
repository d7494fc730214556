package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.Id;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Session;
import org.stillpoint.store.KeyPlace;
import org.stillpoint.store.Store;
import org.stillpoint.store.StoreSettings;

/**
 * One practice as two processes on one PostgreSQL, behind a proxy that sends each request to the next of them: whoever signs in works
 * with both and sees one practice, and one of them is killed under load.
 */
@ExtendWith(BrowserExtension.class)
class S16_TwoServersBrowserTest {
    private static final String PASSWORD = "three quiet rooms by the sea";

    private static final int BEFORE = 40;
    private static final int AFTER = 60;

    @TempDir
    private Path folder;

    @Test
    void practice_onTwoServers_isOne_andLosesNothingAcknowledgedWhenOneIsKilled(Browsing browsing) throws Exception {
        try (EmbeddedPostgres database =
                EmbeddedPostgres.builder().setServerConfig("fsync", "off").start()) {
            String url = database.getJdbcUrl("postgres", "postgres");
            Path key = folder.resolve("one/master.key");
            RunningPractice one = start("one", url, key);
            try (RunningPractice two = start("two", url, key);
                    RoundRobin proxy = new RoundRobin(one.address(), two.address())) {
                assertThat(one.firstStartCode()).isNotEmpty().isEqualTo(two.firstStartCode());
                Wire wire = signedIn(proxy, two.firstStartCode());
                whatOneChanges_theOtherShows(wire);
                String session = StartedSession.of(wire, "Ann On Both");
                Page page = inABrowser(browsing, proxy, StartedSession.of(wire, "Bea In A Browser"));
                Set<UUID> acknowledged = tappedWhileOneIsKilled(wire, session, one);
                page.click("[data-kind=stillpoint]");
                PlaywrightAssertions.assertThat(page.locator("#count")).hasText("2");
                PlaywrightAssertions.assertThat(page.locator("#state")).hasText("All saved");

                Document today = wire.page("/");
                assertThat(today.location()).doesNotContain("/sign-in");
                assertThat(wire.client("Ann On Both")).startsWith("/clients/");
                assertThat(marks(url, key, session)).doesNotHaveDuplicates().containsAll(acknowledged);
                assertThat(proxy.answered(0)).isGreaterThan(BEFORE / 4);
                assertThat(proxy.answered(1)).isGreaterThan(AFTER / 2);
            } finally {
                one.kill();
            }
        }
    }

    private RunningPractice start(String name, String url, Path key) {
        return RunningPractice.start(
                folder.resolve(name),
                "--key-file",
                key.toString(),
                "--database",
                url,
                "--database-user",
                "postgres",
                "--behind-proxy",
                "https://" + RoundRobin.NAME);
    }

    /** The code that one has printed makes the owner on whichever is asked, and the sign-in holds on both. */
    private static Wire signedIn(RoundRobin proxy, String code) {
        Wire wire = new Wire(proxy.address());
        wire.send(
                wire.page("/first-start").expectFirst("form[action='/first-start']"),
                Map.of("code", code, "name", "mara", "password", PASSWORD, "again", PASSWORD));
        wire.signInAs("mara", PASSWORD);
        for (int both = 0; both < 4; both++) {
            assertThat(wire.page("/").location()).doesNotContain("/sign-in");
        }
        return wire;
    }

    private static void whatOneChanges_theOtherShows(Wire wire) throws InterruptedException {
        speaks(wire, "GERMAN");
        within(() -> isGerman(wire) && isGerman(wire));
        speaks(wire, "ENGLISH");
        within(() -> !isGerman(wire) && !isGerman(wire));
        wire.send(wire.page("/clients/new").expectFirst("main form"), Map.of("name", "Bea On Both"));
        for (int both = 0; both < 4; both++) {
            assertThat(wire.client("Bea On Both")).startsWith("/clients/");
        }
    }

    private static void speaks(Wire wire, String language) {
        Document saved =
                wire.send(wire.page("/practice/settings").expectFirst(named("profile")), Map.of("language", language));
        assertThat(saved.select(named("saved"))).as(saved.body().text()).hasSize(1);
    }

    private static boolean isGerman(Wire wire) {
        return wire.page("/").expectFirst("html").attr("lang").startsWith("de");
    }

    private static void within(BooleanSupplier holds) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(3)); // a second, on a machine that does much besides
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(50);
        }
    }

    /** Somebody who has tapped once in a session; their page asks the servers in turn how it stands. */
    private static Page inABrowser(Browsing browsing, RoundRobin proxy, String session) {
        Page page = browsing.window(proxy.address(), 1180, 820, ColorScheme.LIGHT);
        page.navigate("/sign-in");
        Browsing.signIn(page, "mara", PASSWORD);
        page.navigate(session);
        page.click("[data-kind=settled]");
        PlaywrightAssertions.assertThat(page.locator("#count")).hasText("1");
        PlaywrightAssertions.assertThat(page.locator("#state")).hasText("All saved");
        return page;
    }

    /** Three tap without a pause; what is not acknowledged is sent again, as the page's script does. */
    private static Set<UUID> tappedWhileOneIsKilled(Wire wire, String session, RunningPractice one) throws Exception {
        String token = wire.page(session).expectFirst("meta[name=csrf]").attr("content");
        Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
        AtomicBoolean stopped = new AtomicBoolean();
        List<Thread> tapping = new ArrayList<>();
        for (int hand = 0; hand < 3; hand++) {
            tapping.add(Thread.ofVirtual().start(() -> {
                UUID tap = UUID.randomUUID();
                while (!stopped.get()) {
                    if (isKept(wire, session, token, tap)) {
                        acknowledged.add(tap);
                        tap = UUID.randomUUID();
                    }
                }
            }));
        }
        awaitTaps(acknowledged, BEFORE);
        one.kill();
        awaitTaps(acknowledged, acknowledged.size() + AFTER);
        stopped.set(true);
        for (Thread each : tapping) {
            each.join();
        }
        return acknowledged;
    }

    private static void awaitTaps(Set<UUID> acknowledged, int enough) throws InterruptedException {
        Instant until = Instant.now().plus(Duration.ofSeconds(30));
        while (acknowledged.size() < enough) {
            assertThat(Instant.now()).as("taps are answered").isBefore(until);
            Thread.sleep(5);
        }
    }

    /** Only an answer that names the tap says that it is kept. */
    private static boolean isKept(Wire wire, String session, String token, UUID tap) {
        String body = "{\"id\": \"%s\", \"at\": \"%s\", \"kind\": \"settled\"}".formatted(tap, Instant.now());
        try {
            var answer = wire.json(session + "/marks", token, body);
            return answer.statusCode() == 200 && answer.body().contains(tap.toString());
        } catch (UncheckedIOException cut) {
            return false;
        }
    }

    private List<UUID> marks(String url, Path key, String session) {
        StoreSettings beside = new StoreSettings.Postgres(
                folder.resolve("one"), new KeyPlace(key, Optional::empty), url, "postgres", "any password is let in");
        Id<Session> id = Id.of(session.replace("/sessions/", ""));
        try (Store store = Store.openBeside(beside)) {
            Id<Client> client = store.sessions().findClient(id).orElseThrow();
            return store.sessions().get(client, id).marks().stream()
                    .map(mark -> mark.id().value())
                    .toList();
        }
    }
}
