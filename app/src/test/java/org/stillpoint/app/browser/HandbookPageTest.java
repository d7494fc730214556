package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The handbook as the program shows it. */
@ExtendWith({BrowserExtension.class, PracticeExtension.class})
class HandbookPageTest {

    @Test
    void parts_openFromHelp_eachWithItsContents(Wire wire) {
        List<String> parts =
                wire.signIn().page("/help").select(named("handbook") + " a").eachAttr("href");
        assertThat(parts).hasSize(4);
        for (String part : parts) {
            Document page = wire.page(part);
            assertThat(page.select(named("handbook-parts") + " a[aria-current=page]")
                            .attr("href"))
                    .isEqualTo(part);
            Element text = page.expectFirst(named("handbook-text"));
            assertThat(page.select(named("handbook-contents") + " a").eachAttr("href"))
                    .hasSizeGreaterThan(5)
                    .allMatch(anchor -> text.select("h2" + anchor).size() == 1);
        }
        assertThat(wire.get("/help/nobody").statusCode()).isEqualTo(404);
        assertThat(wire.get("/help/pictures/none.en").statusCode()).isEqualTo(404);
    }

    @Test
    void search_findsASection_whereItStands(Wire wire) {
        Document found = wire.signIn()
                .send(wire.page("/search").expectFirst(named("search-all")), Map.of("query", "practising a rest"));
        String address = found.expectFirst("[data-name=group-handbook] a").attr("href");
        assertThat(address).isEqualTo("/help/operator#practising-a-restore");
        assertThat(wire.page("/help/operator").select("h2#practising-a-restore"))
                .hasSize(1);
    }

    @Test
    void guide_isReadByWhoeverHasNoAccount_inEachLanguage(RunningPractice practice) {
        Wire nobody = new Wire(practice.address());
        for (String language : List.of("en", "de", "es", "fr")) {
            Document page = nobody.page("/guide/" + language);
            assertThat(page.expectFirst("html").attr("lang")).startsWith(language);
            assertThat(page.expectFirst(named("handbook-text")).attr("lang")).isEqualTo(language);
            assertThat(page.select(named("guide-languages") + " a")).hasSize(4);
            assertThat(page.select("header, form")).isEmpty();
        }
        assertThat(nobody.get("/guide/xx").statusCode()).isEqualTo(404);
    }

    @Test
    void ownPage_leadsToTheGuide(Wire wire, RunningPractice practice) {
        String client = wire.signIn().client("Ana Marin");
        Document made =
                wire.send(wire.page(client + "/links").expectFirst(named("make-link")), Map.of("purpose", "OWN_VIEW"));
        String link = made.expectFirst(named("link"))
                .text()
                .substring(practice.address().length());
        Wire phone = new Wire(practice.address());
        Document own = phone.send(phone.page(link).expectFirst(named("open-link")), Map.of());
        String guide = own.expectFirst(named("guide")).attr("href");
        assertThat(guide)
                .isEqualTo("/guide/" + own.expectFirst("html").attr("lang").substring(0, 2));
        assertThat(phone.page(guide).select(named("handbook-text"))).hasSize(1);
    }

    @Test
    void pages_ofTheHandbook_meetTheCriteria_andFitAPhone(Browsing browsing) {
        List<String> wrong = new ArrayList<>();
        Page page = browsing.signedIn(320, 720, ColorScheme.LIGHT);
        for (String address : List.of("/help", "/help/therapist", "/help/researcher", "/guide/fr")) {
            page.navigate(address);
            int beyond = (int)
                    page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
            if (beyond > 0) {
                wrong.add(address + " scrolls " + beyond + " sideways");
            }
            wrong.addAll(Browsing.violationsLightAndDark(page, address));
        }
        assertThat(wrong).isEmpty();
        browsing.expectNoErrors();
    }
}
