package org.stillpoint.web.handbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What becomes of Markdown. */
class HandbookTextTest {

    private static HandbookText of(String markdown, String... pictures) {
        return HandbookText.of(
                markdown, written -> List.of(pictures).contains(written), written -> "/help/pictures/" + written);
    }

    @Test
    void headings_haveAnchorsOfTheirWords_andTheTextBelowThem() {
        HandbookText text = of("# A part\n\nFirst.\n\n## Où l’on *va*\n\nThere.\n\n### Closer\n\nHere.\n");
        assertThat(text.title()).isEqualTo("A part");
        assertThat(text.sections())
                .containsExactly(
                        new HandbookSection("ou-l-on-va", "Où l’on va", 2, "There.\n"),
                        new HandbookSection("closer", "Closer", 3, "Here.\n"));
        assertThat(text.html()).contains("<h2 id=\"ou-l-on-va\">").doesNotContain("<h1");
    }

    @Test
    void html_inTheText_isShownAndNotRun() {
        HandbookText text = of("# A\n\n<script>alert(1)</script>\n\na <b>b</b>\n");
        assertThat(text.html()).doesNotContain("<script", "<b>").contains("&lt;script&gt;");
    }

    @Test
    void tableAndCode_scrollWithinThemselves() {
        HandbookText text = of("# A\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```sh\n./stillpoint\n```\n");
        assertThat(text.html()).contains("<div class=\"scroll\" tabindex=\"0\"><table>", "<pre tabindex=\"0\">");
    }

    @Test
    void picture_isShownWhereItLies_andLeftOutWhereNot() {
        String markdown = "# A\n\n![Today](pictures/today.png)\n\nText.\n";
        assertThat(of(markdown, "pictures/today.png").html())
                .contains("<img src=\"/help/pictures/pictures/today.png\" alt=\"Today\"");
        assertThat(of(markdown).html())
                .doesNotContain("img", "Today", "<p></p>")
                .contains("Text.");
    }

    @Test
    void text_withoutATitle_isRefused() {
        assertThatThrownBy(() -> of("No title.\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nameOfAPicture_isOneOfOurs_andLeadsNowhereElse() {
        assertThat(HandbookPictures.name("pictures/how-it-goes.png", Locale.FRENCH))
                .contains("how-it-goes.fr");
        assertThat(HandbookPictures.name("../../etc/passwd", Locale.FRENCH)).isEmpty();
        HandbookPictures none = new HandbookPictures(Path.of("nowhere"));
        assertThat(none.has("../today.en")).isFalse();
    }
}
