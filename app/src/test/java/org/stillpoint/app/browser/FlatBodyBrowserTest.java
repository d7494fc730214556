package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.stillpoint.anatomy.Atlas;

/** The body element where a browser draws nothing in three dimensions. */
@ExtendWith(BrowserExtension.class)
class FlatBodyBrowserTest {

    @Test
    void withoutWebgl_theFlatMapServes(Browsing browsing) {
        try (BodySite site = new BodySite()) {
            Page page = browsing.window(site.address(), 820, 1100, ColorScheme.LIGHT);
            page.navigate("/");
            Browsing.waitForBody(page);
            assertThat(page.getAttribute("#body", "data-display")).isEqualTo("flat");
            assertThat(page.locator("[data-region]").count())
                    .isEqualTo(Atlas.standard().regions().size());
        }
    }
}
