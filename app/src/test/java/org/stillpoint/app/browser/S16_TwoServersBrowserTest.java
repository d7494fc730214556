package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.record.setting.PracticeLanguage;

/** One practice on two servers behind a proxy that asks them in turn: a sign-in holds on both, a setting is followed, and a session goes on when one is killed. */
@ExtendWith(BrowserExtension.class)
class S16_TwoServersBrowserTest {
    private static final double PATIENCE = 30_000;

    private static RunningPractice server(Path folder, EmbeddedPostgres database) {
        return RunningPractice.start(
                folder,
                "--demo",
                "--database",
                database.getJdbcUrl("postgres", "postgres"),
                "--database-user",
                "postgres");
    }

    @Test
    void session_onTwoServersOfWhichOneIsKilled_keepsEveryMark(Browsing browsing, @TempDir Path folder)
            throws Exception {
        try (EmbeddedPostgres database = EmbeddedPostgres.start();
                RunningPractice one = server(folder.resolve("one"), database)) {
            Files.createDirectory(folder.resolve("two"));
            Files.copy(
                    folder.resolve("one/master.key"),
                    folder.resolve("two/master.key"),
                    StandardCopyOption.COPY_ATTRIBUTES);
            try (RunningPractice two = server(folder.resolve("two"), database);
                    RoundRobin proxy = RoundRobin.before(one.address(), two.address())) {
                Wire owner = new Wire(proxy.address()).signIn();
                settingIsFollowed(owner);
                Page page = browsing.window(proxy.address(), 1180, 820, ColorScheme.LIGHT);
                page.navigate("/sign-in");
                Browsing.signIn(page, "demo", "demo");
                page.navigate(StartedSession.of(owner, "On Two Servers"));
                tapThrice(page, 3);
                two.kill();
                tapThrice(page, 6);
                page.click(named("end"));
                assertThat(page.locator(named("marks"))).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
                assertThat(page.locator(named("marks")).textContent().split("Warmth"))
                        .as("one of each half")
                        .hasSize(2 + 1);
            }
        }
    }

    /** Both are asked in turn, so that of four answers two are of each. */
    private static void settingIsFollowed(Wire owner) throws InterruptedException {
        owner.send(
                owner.page("/practice/settings").expectFirst("main form"),
                Map.of("language", PracticeLanguage.GERMAN.name()));
        Thread.sleep(1_000); // within a second, it is promised
        List<String> spoken = IntStream.range(0, 4)
                .mapToObj(asked -> owner.page("/").expectFirst("html").attr("lang"))
                .toList();
        owner.send(
                owner.page("/practice/settings").expectFirst("main form"),
                Map.of("language", PracticeLanguage.ENGLISH.name()));
        assertThat(spoken).allMatch(each -> each.startsWith("de"));
        Thread.sleep(1_000);
    }

    /** @param then how many marks there are afterwards, all of them saved */
    private static void tapThrice(Page page, int then) {
        page.click("[data-kind=settled]");
        page.click("[data-sign=WARMTH]");
        page.click("[data-sign=TEARS]");
        assertThat(page.locator("#count")).hasText(String.valueOf(then), new HasTextOptions().setTimeout(PATIENCE));
        assertThat(page.locator("#state")).hasText("All saved", new HasTextOptions().setTimeout(PATIENCE));
    }
}
