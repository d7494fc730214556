package org.stillpoint.app.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stillpoint.app.browser.Browsing.named;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a page says first, and what it says only when it is asked; docs/never-lose.md names what else must never be lost. */
@ExtendWith(PracticeExtension.class)
class FirstSightTest {

    @Test
    void sentence_comesBeforeEveryFigure(Wire visitor) {
        String ana = visitor.signIn().client("Ana Marin");
        for (String address : List.of(ana + "/how-it-goes", "/practice")) {
            Document page = visitor.page(address);
            List<Element> all = page.select("main " + named("sentence") + ", main svg, main table");
            assertThat(all).as(address).hasSizeGreaterThan(1);
            assertThat(all.getFirst().text()).as(address).isNotEmpty();
            assertThat(all.getFirst().attr("data-name")).as(address).isEqualTo("sentence");
        }
    }

    @Test
    void practice_listsWorseBeforeBetter_andEachClientIsALineOfTheForest(Wire visitor) {
        Document practice = visitor.signIn().page("/practice");
        assertThat(practice.select("section[data-name^=group-]").eachAttr("data-name"))
                .containsSubsequence("group-worse", "group-better");
        List<String> counted =
                practice.select(named("worked-out") + " tbody th[scope=row]").eachText();
        assertThat(counted).hasSizeGreaterThan(2);
        assertThat(practice.select("figure svg").first().select("text").eachText())
                .containsAll(counted);
    }

    @Test
    void scoreNotAnswered_isEmpty_andNeverZero(Wire visitor) {
        Document added = visitor.send(
                visitor.signIn().page("/clients/new").expectFirst("main form"), Map.of("name", "Answers Nothing"));
        String checkIn = URI.create(added.location()).getPath() + "/check-in";
        Document asked = visitor.page(checkIn);
        assertThat(asked.select("main input[type=radio]")).hasSizeGreaterThan(44);
        assertThat(asked.select("main input[type=radio][checked]")).isEmpty();
        Document refused = visitor.send(asked.expectFirst("main form"), Map.of("pain", "3", "stress", "2"));
        assertThat(refused.expectFirst("#anxiety-problem").hasAttr("hidden")).isFalse();
        assertThat(refused.select("input[type=radio][checked]").stream()
                        .map(input -> input.attr("name") + input.val())
                        .toList())
                .containsExactly("pain3", "stress2");
        assertThat(visitor.page(checkIn).select(named("earlier"))).isEmpty();
    }

    @Test
    void wordsOfAMemory_areShownByAnActAlone(Wire visitor) {
        String ana = visitor.signIn().client("Ana Marin");
        List<String> sessions =
                visitor.page(ana).select(named("story") + " a[href*=sessions]").eachAttr("href");
        Document first = visitor.page(sessions.getFirst());
        Document other = visitor.page(sessions.getLast());
        Document told = first.select(named("show-notes")).isEmpty() ? other : first;
        assertThat(told.text()).doesNotContain("My hands are on the wheel");
        assertThat(visitor.page(told.expectFirst(named("show-notes")).attr("href"))
                        .text())
                .contains("My hands are on the wheel");
    }
}
