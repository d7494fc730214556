package org.stillpoint.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The lines of this room's README; that they are the same is held by the test of all READMEs in {@code app}. */
class ReadmeTest {

    @Test
    void readme_lines_run() {
        DiaryChart.Data data = new DiaryChart.Data(
                List.of(new DiaryChart.ChartEntry(0, 7), new DiaryChart.ChartEntry(3, 4)),
                new DiaryChart.InDays(),
                0,
                10,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        DiaryChart.Legend legend = new DiaryChart.Legend("each check-in", "", "", "", "", "", "", "");
        Graphics2D graphics = new BufferedImage(960, 360, BufferedImage.TYPE_INT_RGB).createGraphics();

        Chart chart =
                DiaryChart.of(data, legend, Size.ofScreen(960, 360), Labels.of(Locale.ENGLISH), "Pain", "day by day");
        String page = Svg.page(chart, "chart"); // colours by name, from the page's style sheet
        String file = Svg.file(chart); // a file of its own: title, description, legend
        Paper.draw(chart, graphics, 1); // the same on paper; words are left to the page: chart.labels()

        assertThat(page).contains("var(--pain)");
        assertThat(file).contains("<title", "each check-in");
    }
}
