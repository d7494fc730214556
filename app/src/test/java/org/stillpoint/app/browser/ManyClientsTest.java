package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.nio.file.Path;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A practice of many, beside the others. */
@Execution(ExecutionMode.CONCURRENT)
class ManyClientsTest {

    /** Of a practice of 10,000 the page weighed 15 MB and took over a second: it names as many as one looks through. */
    @Test
    void practice_ofManyClients_namesSomeAndCountsAll(@TempDir Path folder) throws InterruptedException {
        try (RunningPractice practice =
                RunningPractice.start(folder.resolve("data"), "--demo", "--clients", "70", "--check-ins", "4")) {
            Wire owner = new Wire(practice.address()).signIn();
            Element more = owner.page("/practice").expectFirst(named("show-all"));
            Element group = more.closest("section");
            assertThat(group.select("a.row")).hasSize(40);
            int all = Integer.parseInt(group.expectFirst("h2").ownText().strip());
            assertThat(all).isGreaterThan(40);
            assertThat(more.text()).contains(String.valueOf(all));

            Document whole = owner.page(more.attr("href").replaceAll("#.*", ""));
            assertThat(whole.select(named(group.attr("data-name")) + " a.row")).hasSize(all);
            assertThat(whole.select(named(group.attr("data-name")) + " " + named("show-all")))
                    .isEmpty();
        }
    }
}
