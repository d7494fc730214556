package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.TraceModel;

/** The trace of the demo clients: places, the way to the pain, and what a hand finds. */
class TraceBrowserTest {

    @TempDir
    private static Path folder;

    private static Chromium chromium;
    private static RunningPractice practice;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        practice = RunningPractice.start(folder, "--demo");
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (practice != null) {
            practice.close();
        }
        if (chromium != null) {
            chromium.close();
        }
    }

    private static Page trace(String client) {
        Page page = chromium.page(practice.address());
        page.navigate("/sign-in");
        Chromium.signIn(page, "demo", "demo");
        page.navigate(page.getAttribute("[data-client]:has-text('" + client + "') a", "href") + "/trace");
        assertThat(page.locator(".trace-answer .sentence")).isVisible();
        return page;
    }

    @Test
    void palpation_entered_changesTheAnswerAtOnceIsKeptAndCanBeTakenBack() {
        Page page = trace("Tomas");
        String address = page.url();
        Locator first = page.locator(".next li").first();
        String muscle = first.getAttribute("data-places");
        String before = page.locator(".trace-answer").innerText();
        first.locator("button[value='3']").click();

        Locator felt = page.locator(".felt li[data-places='" + muscle + "']");
        assertThat(felt.locator("[aria-label=Restriction] button[value='3']")).isFocused();
        assertThat(page.locator(".next li[data-places='" + muscle + "']")).hasCount(0);
        assertThat(page.locator("#said")).not().isEmpty();
        assertThat(page.locator(".trace-answer").innerText()).isNotEqualTo(before);
        felt.locator("[aria-label=Tenderness] button[value='2']").click();
        assertThat(felt.locator("[aria-label=Tenderness] button[value='2']")).hasAttribute("aria-pressed", "true");
        page.selectOption("#any-muscle", "masseter_left");
        page.locator(".palpate.any [aria-label=Tension] button[value='3']").click();
        assertThat(page.locator(".felt li")).hasCount(2);
        page.selectOption("#any-joint", "hip_left");
        page.locator(".palpate.any [aria-label=Limited] button[value='2']").click();
        assertThat(page.locator(".felt li")).hasCount(3);
        assertThat(page.locator(".felt [data-found='joint:hip_left'] button[value='2']"))
                .isFocused();

        page.navigate(address);
        assertThat(felt.locator("[aria-pressed=true]")).hasCount(2);
        for (int left = 2; left >= 0; left--) {
            page.locator(".felt >> text=Take back").first().click();
            assertThat(page.locator(".felt li")).hasCount(left);
        }
        assertThat(page.locator(".felt li")).hasCount(0);
        assertThat(page.locator(".trace-answer").innerText()).isEqualTo(before);
        chromium.expectNoErrors();
        page.context().close();
    }

    /** The map that one held muscle would give, marked region by region: the trace finds it and tells how it gets there. */
    @Test
    void place_found_tellsTheWayToThePain() {
        Page page = trace("Ana");
        String client = page.url().replace("/trace", "");
        page.navigate(client + "/pain");
        Map<String, String> pain = painThatIsTraced();
        pain.forEach((region, points) -> page.fill("#" + region, points));
        page.click(".main-action .main");
        assertThat(page.locator("#save-state")).hasText("Saved");
        page.navigate(client + "/trace");
        assertThat(page.locator(".relief").first()).containsText("were the model right");
        Locator way = page.locator(".places details:has-text('The way to the pain')");
        way.locator("summary").first().click();
        assertThat(way.locator("dd").first()).containsText("of what would reach this place");
        Chromium.waitForBody(page);
        page.waitForFunction("() => document.getElementById('body').routes?.length > 0");
        chromium.expectNoErrors();
        page.context().close();
    }

    private static Map<String, String> painThatIsTraced() {
        Atlas atlas = Atlas.standard();
        TraceModel model = TraceModel.of(atlas, StrainNetwork.of(atlas, StrainParameters.standard()));
        double[] points = IntStream.range(0, atlas.muscles().size())
                .mapToObj(muscle -> wholePoints(model.pattern(muscle)))
                .filter(pain ->
                        !model.trace(Observation.of(pain), List.of()).places().isEmpty())
                .findFirst()
                .orElseThrow();
        Map<String, String> pain = new TreeMap<>();
        for (int r = 0; r < points.length; r++) {
            pain.put(atlas.regions().list().get(r).code(), points[r] == 0 ? "" : String.valueOf((int) points[r]));
        }
        return pain;
    }

    private static double[] wholePoints(double[] pattern) {
        double most = Arrays.stream(pattern).max().orElseThrow();
        return Arrays.stream(pattern).map(value -> Math.round(8 * value / most)).toArray();
    }

    @Test
    void palpation_outOfRangeOrOfNoMuscle_isRefusedAndNothingKept() {
        Page page = trace("Leo");
        String token = page.getAttribute("meta[name=csrf]", "content");
        for (String[] bad : new String[][] {
            {"psoas_major_left", "restriction", "4"},
            {"psoas_major_left", "restriction", "x"},
            {"psoas_major_left", "tenderness", "-1"},
            {"<script>", "restriction", "1"},
            {"psoas_major_left", "tension", "5"}
        }) {
            int status = page.request()
                    .post(
                            page.url() + "/palpation",
                            RequestOptions.create()
                                    .setForm(com.microsoft.playwright.options.FormData.create()
                                            .set("_csrf", token)
                                            .set("muscle", bad[0])
                                            .set(bad[1], bad[2])))
                    .status();
            assertThat(status).as(String.join(" ", bad)).isEqualTo(400);
        }
        page.reload();
        assertThat(page.locator(".trace-answer .sentence")).isVisible();
        assertThat(page.locator(".felt li")).hasCount(0);
        page.context().close();
    }
}
