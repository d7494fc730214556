package org.stillpoint.app.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.Observation;
import org.stillpoint.trace.TraceModel;

/** The trace of the demo clients: places, the way to the pain, and what a hand finds. */
@ExtendWith(BrowserExtension.class)
class TraceBrowserTest {

    private static Page trace(Browsing browsing, String client) {
        Page page = browsing.open("/");
        page.navigate(Browsing.client(page, client) + "/trace");
        assertThat(page.locator(named("sentence"))).isVisible();
        return page;
    }

    @Test
    void palpation_entered_changesTheAnswerAtOnceIsKeptAndCanBeTakenBack(Browsing browsing) {
        Page page = trace(browsing, "Tomas Berg");
        String address = page.url();
        Locator first = page.locator(".next li").first();
        String muscle = first.getAttribute("data-places");
        String before = page.locator(".trace-answer").innerText();
        first.locator("button[value='3']").click();

        Locator felt = page.locator(".felt li[data-places='" + muscle + "']");
        assertThat(felt.locator("button[name=restriction][value='3']")).isFocused();
        assertThat(page.locator(".next li[data-places='" + muscle + "']")).hasCount(0);
        assertThat(page.locator("#said")).not().isEmpty();
        assertThat(page.locator(".trace-answer").innerText()).isNotEqualTo(before);
        felt.locator("button[name=tenderness][value='2']").click();
        assertThat(felt.locator("button[name=tenderness][value='2']")).hasAttribute("aria-pressed", "true");
        page.fill(".sp-body-find", "chewing left");
        page.locator(".sp-body-found [data-place=masseter_left]").click();
        assertThat(page.locator("#any-muscle-name")).hasText("Masseter, left");
        page.locator(Browsing.named("any-muscle") + " button[name=tension][value='3']")
                .click();
        assertThat(page.locator(".felt li")).hasCount(2);
        page.selectOption("#any-joint", "hip_left");
        page.locator(".palpate.any button[name=limit][value='2']").click();
        assertThat(page.locator(".felt li")).hasCount(3);
        assertThat(page.locator(".felt [data-found='joint:hip_left'] button[value='2']"))
                .isFocused();

        page.navigate(address);
        assertThat(felt.locator("[aria-pressed=true]")).hasCount(2);
        for (int left = 2; left >= 0; left--) {
            page.locator(".felt button[name=take-back]").first().click();
            assertThat(page.locator(".felt li")).hasCount(left);
        }
        assertThat(page.locator(".felt li")).hasCount(0);
        assertThat(page.locator(".trace-answer").innerText()).isEqualTo(before);
    }

    /** The map that one held muscle would give, marked region by region: the trace finds it and tells how it gets there. */
    @Test
    void place_found_tellsTheWayToThePain(Browsing browsing) {
        Page page = trace(browsing, "Ana Marin");
        String client = page.url().replace("/trace", "");
        page.navigate(client + "/pain");
        Map<String, String> pain = painThatIsTraced();
        pain.forEach((region, points) -> page.fill("#" + region, points));
        page.click(named("main-action"));
        assertThat(page.locator(named("saved"))).isVisible();
        assertThat(page.locator(".relief").first()).containsText("if the model is right");
        assertThat(page.locator(named("anonymous")).first()).containsText("knows nothing of muscles");
        assertThat(page.locator(".places .card").first()).containsText("Other tissue there would fit as well");
        assertThat(page.locator(named("if-felt")).first()).containsText("If you find it clearly restricted");
        assertThat(page.locator(named("if-felt")).nth(1)).containsText("If you find nothing");
        assertThat(page.locator(named("hand")).nth(1)).containsText("Slight: 0.8");
        // One bar: a place and "unknown" side by side, of one height, together all of the pain.
        Locator parts = page.locator(named("whole") + " rect");
        double all = page.locator(named("whole")).boundingBox().width;
        double sum = 0;
        for (Locator part : parts.all()) {
            assertThat(part.boundingBox().height).isEqualTo(parts.last().boundingBox().height);
            sum += part.boundingBox().width;
        }
        assertThat(sum).isBetween(0.98 * all, 1.02 * all + 2 * parts.count());
        Locator way = page.locator(named("way"));
        way.locator("summary").first().click();
        assertThat(way.locator("dd").first()).containsText("of what would reach this place");
        Browsing.waitForBody(page);
        page.waitForFunction("() => document.getElementById('body').routes?.length > 0");
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
}
