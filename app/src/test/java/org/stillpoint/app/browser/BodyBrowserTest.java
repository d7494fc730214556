package org.stillpoint.app.browser;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.PainRegion;

/** What the body element promises to pages, in headless Chromium with software WebGL. */
@ExtendWith(BrowserExtension.class)
@InThreeDimensions
class BodyBrowserTest {

    private static final List<String> LAYERS = List.of("told", "pain", "found", "traced", "held", "released");

    private static @Nullable BodySite site;

    @SuppressWarnings("NullAway.Init") // set by open, which every test calls first
    private Page page;

    @BeforeAll
    static void start() {
        site = new BodySite();
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    @Test
    void pick_everyRegionInBothViews_namesThatRegion(Browsing browsing) {
        open(browsing);
        for (PainRegion.View view : PainRegion.View.values()) {
            page.evaluate(
                    "v => document.getElementById('body').setView(v)",
                    view == PainRegion.View.FRONT ? "front" : "back");
            assertThat(wrongPicks(view)).isEmpty();
        }
    }

    @Test
    void flatMap_everyRegion_isPickedByPointerAndNamedForTheKeyboard(Browsing browsing) {
        open(browsing);
        page.evaluate("document.getElementById('body').setDisplay('flat')");
        for (PainRegion.View view : PainRegion.View.values()) {
            assertThat(wrongPicks(view)).isEmpty();
        }
        assertThat(page.locator("[data-region][role=button][aria-label]").count())
                .isEqualTo(Atlas.standard().regions().size());
    }

    /** One stop in the order of the keys, however many places: left of the left upper back lies its shoulder, seen from behind. */
    @ParameterizedTest
    @CsvSource({"body, #body canvas", "flat, '[data-region][tabindex=\"0\"]'"})
    void keys_onEitherMap_goFromPlaceToPlaceAndMark(String display, String stop, Browsing browsing) {
        open(browsing);
        showAs(display);
        page.evaluate("""
                () => {
                  const body = document.getElementById('body');
                  body.setView('back');
                  const at = body.project('X208');
                  document.elementFromPoint(at.x, at.y)
                    .dispatchEvent(new MouseEvent('click', { clientX: at.x, clientY: at.y, bubbles: true }));
                  body.addEventListener('pick', (e) => (window.picked = e.detail), { once: true });
                }
                """);
        assertThat(page.locator(stop).count()).isEqualTo(1);
        page.locator(stop).focus();
        page.keyboard().press("ArrowLeft");
        assertThat(page.textContent(".sp-body-spoken")).isEqualTo("Shoulder, back, left");
        page.keyboard().press(" ");
        assertThat(page.evaluate("[picked.region, picked.keys]")).isEqualTo(List.of("X207", true));
    }

    /** A finger lands beside where it aims, here by 3 px each time in another direction; nineteen of twenty are asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"body", "flat"})
    void taps_onAPhone_hitTheRegionTheyAimAtAtFirstTry(String display, Browsing browsing) {
        open(browsing);
        showAs(display);
        page.setViewportSize(390, 844);
        page.evaluate(
                "document.getElementById('body').style.blockSize = '600px'"); // as on the page where pain is marked
        page.waitForCondition(
                () -> (boolean) page.evaluate("document.querySelector('.sp-body-room').clientHeight > 400"));
        List<Object> missed = new ArrayList<>();
        for (String view : List.of("front", "back")) {
            page.evaluate("v => document.getElementById('body').setView(v)", view);
            missed.addAll(wrongPicks(view, 3));
        }
        page.evaluate("document.getElementById('body').style.blockSize = ''");
        page.setViewportSize(480, 640);
        assertThat(missed).hasSizeLessThanOrEqualTo(Atlas.standard().regions().size() / 20);
    }

    @Test
    void twoTaps_comeNearerAtTheFinger_andWholeBodyGoesBack(Browsing browsing) {
        open(browsing);
        List<Integer> knee = middle("X130");
        page.mouse().dblclick(knee.get(0), knee.get(1));
        assertThat(zoom()).isGreaterThan(1.5);
        List<Integer> now = middle("X130");
        assertThat(Math.hypot(now.get(0) - knee.get(0), now.get(1) - knee.get(1)))
                .isLessThan(30);
        page.locator("#body [aria-label='Whole body']").click();
        assertThat(zoom()).isEqualTo(1);
    }

    @Test
    void fit_whatIsLit_isBroughtNearAndIntoTheMiddle(Browsing browsing) {
        open(browsing);
        page.evaluate("document.getElementById('body').setLayer('pain', [{region: 'X130'}, {region: 'X132'}])");
        page.evaluate("document.getElementById('body').fit()");
        assertThat(zoom()).isGreaterThan(1.5);
        List<?> frame = (List<?>) page.evaluate("""
                () => {
                  const { x, y, width, height } = document.getElementById('body').tools.frame.getBoundingClientRect();
                  return [x + width / 2, y + height / 2, height];
                }
                """);
        double height = ((Number) frame.get(2)).doubleValue();
        List<Integer> knee = middle("X130");
        assertThat(Math.abs(knee.get(0) - ((Number) frame.get(0)).doubleValue()))
                .isLessThan(height / 4);
        assertThat(Math.abs(knee.get(1) - ((Number) frame.get(1)).doubleValue()))
                .isLessThan(height / 3);
    }

    /**
     * Outlines and meshes are worked out beforehand, by scripts that no page loads (web/src/workshop). With -Dstillpoint.outlines=FILE and
     * -Dstillpoint.meshes=FILE they are written anew.
     */
    @Test
    void outlinesAndMeshes_areThoseOfTheBody(Browsing browsing) throws IOException {
        open(browsing);
        page.route("**/workshop/src/**", route -> {
            String file = URI.create(route.request().url()).getPath().replaceFirst("^/workshop/", "../web/");
            route.fulfill(
                    new Route.FulfillOptions().setPath(Path.of(file)).setContentType("text/javascript;charset=utf-8"));
        });
        List<?> made = (List<?>) page.evaluate("""
                async () => {
                  const { outlinesOf, packedBody } = await import('/workshop/src/workshop/body/tissues.js');
                  const { loadOutlines } = await import('/script/body/outlines.js'), { pack } = await import('/script/body/packing.js');
                  const { anatomy } = document.getElementById('body'), outlines = JSON.stringify(outlinesOf(anatomy));
                  const own = pack(packedBody(anatomy));
                  const kept = (await fetch('/script/body/meshes.gz')).body.pipeThrough(new DecompressionStream('gzip'));
                  const there = new Uint8Array(await new Response(kept).arrayBuffer());
                  const same = own.length === there.length && own.every((byte, i) => byte === there[i]);
                  const small = new Response(new Blob([own]).stream().pipeThrough(new CompressionStream('gzip')));
                  return [outlines, outlines === JSON.stringify(await loadOutlines()), same ? '' : (await small.bytes()).toBase64(), same];
                }
                """);
        page.unroute("**/workshop/src/**");
        writeWhere("stillpoint.outlines", (made.get(0) + "\n").getBytes(StandardCharsets.UTF_8));
        writeWhere("stillpoint.meshes", Base64.getDecoder().decode((String) made.get(2)));
        assertThat(made.get(1))
                .as("outlines.json is that of these scripts and tables")
                .isEqualTo(true);
        assertThat(made.get(3))
                .as("meshes.gz is that of these scripts and tables")
                .isEqualTo(true);
    }

    private static void writeWhere(String property, byte[] content) throws IOException {
        String file = System.getProperty(property, "");
        if (!file.isEmpty() && content.length > 0) {
            Files.write(Path.of(file), content);
        }
    }

    @Test
    void setLayer_pain_coloursTheRegionOnPaleGround_andItsChipCountsAndHidesIt(Browsing browsing) {
        open(browsing);
        String flesh = colourAt("X109");
        page.evaluate("document.getElementById('body').setLayer('pain', [{region: 'X109', value: 1, label: '10 of 10'},"
                + " {region: 'X126', value: 0.2}])");
        String pain = colourAt("X109");
        assertThat(page.textContent("[data-layer=pain]")).isEqualTo("Pain2");
        page.locator("[data-layer=pain]").click();
        assertThat(page.getAttribute("[data-layer=pain]", "aria-pressed")).isEqualTo("false");
        assertThat(colourAt("X109")).isNotEqualTo(pain).isNotEqualTo(flesh);
        page.locator("[data-layer=pain]").click();
        assertThat(colourAt("X109")).isEqualTo(pain);
    }

    /** WCAG 2.2, criterion 1.4.11: 3:1 for what carries meaning. Of a pattern the ink stands out and not its gaps; of what is traced, the rim. */
    @ParameterizedTest
    @CsvSource({"body, LIGHT", "body, DARK", "flat, LIGHT", "flat, DARK"})
    void layers_onTheGroundTheyArePaintedOn_standOutAndNoneHidesAnother(
            String display, ColorScheme scheme, Browsing browsing) {
        open(browsing);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        showAs(display);
        page.evaluate("""
                () => {
                  const body = document.getElementById('body'), on = (...regions) => regions.map((region) => ({ region, value: 0.8 }));
                  body.setLayer('told', on('X108', 'X127'));
                  body.setLayer('pain', on('X110', 'X127'));
                  body.setLayer('found', on('X113'));
                  body.setLayer('traced', on('X132'));
                  body.setLayer('held', on('X126'));
                  body.setLayer('released', on('X103', 'X104'));
                }
                """);
        Painting painted = Painting.of(page);
        page.evaluate(
                "LAYERS => LAYERS.forEach((each) => document.getElementById('body').showLayer(each, false))", LAYERS);
        Painting ground = Painting.of(page);
        Map.of("told", "X108", "pain", "X110", "found", "X113", "held", "X126", "released", "X104")
                .forEach((layer, region) -> assertThat(
                                painted.around(middle(region), 14).thatStandOut(ground))
                        .as("%s on %s", layer, region)
                        .isGreaterThan(0.1));
        assertThat(painted.around(middle("X132"), 30).thatStandOut(ground))
                .as("traced")
                .isGreaterThan(0.05);
        Painting.Part shared = painted.around(middle("X127"), 14);
        List<Integer> colours = List.of(token("told"), token("pain"), token("strain-zero"));
        assertThat(shared.nearestTo(token("told"), colours))
                .as("told beside pain")
                .isGreaterThan(0.15);
        assertThat(shared.nearestTo(token("pain"), colours))
                .as("pain beside told")
                .isGreaterThan(0.15);
    }

    /** The meshes are held back: what is lit and picked meanwhile is there, on the map and then on the body. */
    @Test
    void untilTheBodyIsDrawn_theFlatMapShowsLayersAndIsPickedOn(Browsing browsing) {
        List<Route> heldBack = new ArrayList<>();
        Page early = browsing.window(requireNonNull(site).address(), 820, 1100, ColorScheme.LIGHT);
        early.route("**/meshes.gz", heldBack::add);
        early.navigate("/");
        early.evaluate("document.getElementById('body').ready.then((body) =>"
                + " body.setLayer('pain', [{region: 'X109', value: 1, label: '10 of 10'}]))");

        assertThat(early.getAttribute("#body", "data-display")).isEqualTo("flat");
        assertThat(early.getAttribute("#body", "data-ready")).isNull();
        assertThat(early.locator("[data-region=X109] .is-pain").isVisible()).isTrue();
        Object picked = early.evaluate(
                "() => new Promise((told) => {"
                        + " document.getElementById('body').addEventListener('pick', ({ detail }) => told(detail.region));"
                        + " document.querySelector('[data-region=X110]').dispatchEvent(new MouseEvent('click', { bubbles: true })); })");
        assertThat(picked).isEqualTo("X110");

        heldBack.forEach(Route::resume);
        Browsing.waitForBody(early);
        assertThat(early.getAttribute("#body", "data-display")).isEqualTo("body");
        assertThat(early.textContent("[data-layer=pain]")).isEqualTo("Pain1");
    }

    @Test
    void setLayer_unknownNames_areRefusedByName(Browsing browsing) {
        open(browsing);
        assertThat(refusal("setLayer('colour', [])")).contains("\"colour\"");
        assertThat(refusal("setLayer('pain', [{region: 'X999'}])")).contains("X999");
        assertThat(refusal("setLayer('held', [{muscle: 'nothing_left'}])")).contains("nothing_left");
    }

    @Test
    void canvas_untouched_drawsNothing(Browsing browsing) {
        open(browsing);
        // Still at last, on however slow a machine; a body that draws without cause never is.
        page.waitForCondition(() -> {
            int before = frames();
            page.waitForTimeout(700);
            return frames() == before;
        });
    }

    @Test
    void keys_turnZoomAndChooseViews(Browsing browsing) {
        open(browsing);
        page.locator("#body canvas").focus();
        page.keyboard().press("2");
        assertThat(page.getAttribute("#body", "view")).isEqualTo("back");
        page.keyboard().press("3");
        assertThat(page.getAttribute("#body", "view")).isEqualTo("left");
        page.keyboard().press("+");
        assertThat(zoom()).isGreaterThan(1.1);
        double yaw = (double) page.evaluate("document.getElementById('body').picture.orbit.yaw");
        page.keyboard().press("Shift+ArrowLeft");
        assertThat((double) page.evaluate("document.getElementById('body').picture.orbit.yaw"))
                .isGreaterThan(yaw);
    }

    @Test
    void hold_psoas_answersAsTheStrainEngineDoes(Browsing browsing) {
        open(browsing);
        Object answer = page.evaluate("async () => { const body = document.getElementById('body');"
                + " await body.loadInfluence('/body/influence.bin');"
                + " return [...body.hold({ psoas_major_right: 0.05 })]; }");
        int held = Atlas.standard().muscles().indexOf("psoas_major_right");
        List<?> tension = (List<?>) answer;
        for (int of = 0; of < tension.size(); of++) {
            double expected = 0.05 * BodySite.INFLUENCE.tension(of, held);
            // 32-bit floats: 24 binary digits, twice rounded.
            assertThat(((Number) tension.get(of)).doubleValue())
                    .isCloseTo(expected, within(3e-7 * Math.abs(expected) + 1e-12));
        }
        assertThat(page.locator(".sp-body-legend").isVisible()).isTrue();
    }

    @Test
    void setRoutes_fromMuscleToRegion_addsAndRemovesTheGlow(Browsing browsing) {
        open(browsing);
        page.evaluate("document.getElementById('body').setRoutes([{share: 0.7, steps: [{muscle: 'psoas_major_right'},"
                + " {joint: 'hip_right'}, {region: 'X126'}]}])");
        assertThat(page.evaluate("document.getElementById('body').picture.glow.mesh !== null"))
                .isEqualTo(true);
        page.evaluate("document.getElementById('body').setRoutes([])");
        assertThat(page.evaluate("document.getElementById('body').picture.glow.mesh"))
                .isNull();
    }

    /** The body as a page opens it; opened once, for every frame is drawn in software here, and small for the same reason. */
    private void open(Browsing browsing) {
        page = browsing.kept(requireNonNull(site).address(), BodyBrowserTest::openOnce);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.evaluate("""
                async (LAYERS) => {
                  const body = document.getElementById('body');
                  if (body.dataset.display !== 'body') await body.setDisplay('body');
                  body.setView('front');
                  for (const layer of LAYERS) {
                    body.setLayer(layer, []);
                    body.showLayer(layer, true);
                  }
                  body.setRoutes([]);
                  body.showStrain(null);
                  body.highlight([]);
                }
                """, LAYERS);
    }

    private static void openOnce(Page first) {
        first.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        first.navigate("/");
        Browsing.waitForBody(first);
    }

    private List<?> wrongPicks(PainRegion.View view) {
        return wrongPicks(view == PainRegion.View.FRONT ? "front" : "back", 0);
    }

    /**
     * The regions of a view that a tap misses, one after another so that no two taps are the two of one place.
     *
     * @param beside how far from its middle each is tapped, CSS pixels
     */
    private List<?> wrongPicks(String view, double beside) {
        return (List<?>) page.evaluate("""
                ([view, beside]) => {
                  const body = document.getElementById('body'), wrong = [];
                  let picked = null;
                  const hear = (e) => (picked = e.detail.region);
                  body.addEventListener('pick', hear);
                  const codes = body.regions.filter((r) => r.view === view).map(({ code }) => code);
                  codes.forEach((_, i) => {
                    const code = codes[(7 * i) % codes.length], at = body.project(code), turn = 2.4 * i;
                    picked = null;
                    const x = at?.x + beside * Math.cos(turn), y = at?.y + beside * Math.sin(turn);
                    if (at) document.elementFromPoint(x, y)?.dispatchEvent(new MouseEvent('click', { clientX: x, clientY: y, bubbles: true }));
                    if (picked !== code) wrong.push(`${code} gave ${picked}`);
                  });
                  body.removeEventListener('pick', hear);
                  return wrong;
                }
                """, List.of(view, beside));
    }

    private void showAs(String display) {
        page.evaluate("""
                display => {
                  const body = document.getElementById('body');
                  return body.dataset.display === display ? null : body.setDisplay(display);
                }
                """, display);
    }

    private double zoom() {
        return ((Number) page.evaluate("document.getElementById('body').picture.orbit.zoom")).doubleValue();
    }

    /** Mean colour of a few pixels in the middle of a region, read from the canvas. */
    private String colourAt(String code) {
        return (String) page.evaluate("""
                code => {
                  const { picture } = document.getElementById('body'), at = picture.pointOf(code);
                  picture.stage.render();
                  const canvas = picture.stage.canvas, box = canvas.getBoundingClientRect();
                  const copy = document.createElement('canvas').getContext('2d');
                  const scale = canvas.width / box.width;
                  copy.drawImage(canvas, (at.x - box.left) * scale - 2, (at.y - box.top) * scale - 2, 4, 4, 0, 0, 1, 1);
                  return [...copy.getImageData(0, 0, 1, 1).data].join();
                }
                """, code);
    }

    /** A pixel of the window, x and y, where a region is seen. */
    @SuppressWarnings("unchecked")
    private List<Integer> middle(String code) {
        return (List<Integer>) page.evaluate("""
                code => {
                  const at = document.getElementById('body').project(code);
                  return [at.x, at.y];
                }
                """, code);
    }

    /** A colour of the style sheet as the page has it now, 0xRRGGBB. */
    private int token(String name) {
        return (int) page.evaluate("""
                async (name) => {
                  const { rgb } = await import('/script/body/theme.js'), swatch = document.body.appendChild(document.createElement('span'));
                  swatch.style.color = `var(--${name})`;
                  const [r, g, b] = rgb(getComputedStyle(swatch).color);
                  swatch.remove();
                  return Math.round(r * 255) * 65536 + Math.round(g * 255) * 256 + Math.round(b * 255);
                }
                """, name);
    }

    private String refusal(String call) {
        return (String) page.evaluate("() => { try { document.getElementById('body')." + call
                + "; return 'accepted'; } catch (e) { return e.message; } }");
    }

    private int frames() {
        return (int) page.evaluate("document.getElementById('body').picture.stage.renderer.info.render.frame");
    }
}
