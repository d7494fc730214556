package org.stillpoint.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.stillpoint.chart.DiaryChart.Occasion;
import org.stillpoint.chart.DiaryChart.OccasionKind;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** Every chart on every medium, read back as the reader of that medium would. */
class ChartsTest {

    private static final Labels ENGLISH = Labels.of(Locale.ENGLISH);
    private static final DiaryChart.Legend LEGEND = new DiaryChart.Legend(
            "each check-in", "apart", "expected", "mean", "session", "release", "told event", "told event, some day");

    @TempDir
    Path folder = Path.of("");

    private static DiaryChart.Data diary(List<DiaryChart.ChartEntry> entries, List<Occasion> happened) {
        return new DiaryChart.Data(
                entries,
                new DiaryChart.OfCalendar(LocalDate.of(2026, 3, 1)),
                0,
                10,
                List.of(new DiaryChart.ExpectedRange(5, -2, 4, 8), new DiaryChart.ExpectedRange(20, 1, 4, 30)),
                List.of(new DiaryChart.Stretch(Double.NEGATIVE_INFINITY, 5)),
                List.of(new DiaryChart.Level(0, 5, 7), new DiaryChart.Level(5, 20, 4)),
                happened);
    }

    /** A study's name may hold anything; XML may not (XML 1.0, 2.2). */
    @Test
    void words_thatXmlCannotHold_areLeftOut() throws Exception {
        Chart chart = DiaryChart.of(
                diary(List.of(new DiaryChart.ChartEntry(0, 1)), List.of()),
                LEGEND,
                Size.ofScreen(680, 240),
                ENGLISH,
                "A\u0001 na\u000bme\u0000\uFFFE \uD800",
                "a \u001b[31m description");
        Element title = all(read(Svg.file(chart)), "title").getFirst();
        assertThat(title.getTextContent()).isEqualTo("A name ");
    }

    private static Chart drawn(Occasion... happened) {
        List<DiaryChart.ChartEntry> entries = IntStream.of(0, 2, 4, 6, 8, 30, 31)
                .mapToObj(day -> new DiaryChart.ChartEntry(day, day % 7))
                .toList();
        return DiaryChart.of(
                diary(entries, List.of(happened)),
                LEGEND,
                Size.ofScreen(680, 240),
                ENGLISH,
                "A <title> & more",
                "0: 0");
    }

    private static Document read(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<Element> all(Document svg, String tag) {
        var found = svg.getElementsByTagName(tag);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static List<String> words(Document svg) {
        return all(svg, "text").stream().map(Element::getTextContent).toList();
    }

    @Test
    void diary_onThePage_isWellFormed_withColoursByNameOnly() throws Exception {
        String svg = Svg.page(
                drawn(new Occasion(OccasionKind.SESSION, 5, 5, "Session, \"5\" <March> \u0007&"), happening(2, 4)),
                "chart wide");
        Document page = read(svg);
        assertThat(page.getDocumentElement().getAttribute("class")).isEqualTo("chart wide");
        assertThat(svg).doesNotContain("#").contains("var(--pain)", "var(--found)");
        assertThat(all(page, "title"))
                .extracting(Element::getTextContent)
                .containsExactly("Accident, March", "Session, \"5\" <March> &");
        assertThat(all(page, "rect"))
                .filteredOn(rect -> rect.hasAttribute("data-happened"))
                .extracting(rect -> rect.getAttribute("data-happened"))
                .containsExactly("event", "session");
        assertThat(all(page, "circle")).hasSize(7);
    }

    private static Occasion happening(double from, double to) {
        return new Occasion(OccasionKind.EVENT, from, to, "Accident, March");
    }

    @Test
    void diary_entriesMoreThanThreeWeeksApart_areNotJoined() {
        Shape.Line joined = drawn().parts().stream()
                .filter(part -> part.look() == Look.COURSE)
                .map(part -> (Shape.Line) part.shape())
                .findFirst()
                .orElseThrow();
        assertThat(joined.runs()).hasSize(2);
        assertThat(joined.runs().getLast()).hasSize(2);
    }

    @Test
    void diary_eventOfAMonth_isAStretch_andOneOfYearsAgoIsNotThere() {
        Chart chart =
                drawn(happening(2, 30), happening(-4000, -3600), new Occasion(OccasionKind.SESSION, 5, 5, "Session"));
        assertThat(chart.parts())
                .filteredOn(part -> part.look() == Look.EVENT)
                .singleElement()
                .satisfies(
                        part -> assertThat(((Shape.Bar) part.shape()).width()).isGreaterThan(100));
        assertThat(chart.keys())
                .extracting(Key::words)
                .containsExactly("each check-in", "mean", "apart", "expected", "session", "told event, some day");
    }

    @Test
    void diary_everyPart_liesOnTheChart_theBandWithinTheScale() {
        Chart chart = drawn(happening(2, 30), new Occasion(OccasionKind.RELEASE, 5, 5, "Release"));
        for (Part part : chart.parts()) {
            switch (part.shape()) {
                case Shape.Area(var outline) ->
                    assertThat(outline).allSatisfy(at -> {
                        assertThat(at.x()).isBetween(0.0, chart.width());
                        assertThat(at.y()).isBetween(0.0, chart.height());
                    });
                case Shape.Text label -> {
                    assertThat(label.x()).isBetween(0.0, chart.width());
                    assertThat(label.y()).isBetween(0.0, chart.height());
                }
                default -> {}
            }
        }
    }

    @Test
    void diary_withoutAnEntry_isRefused() {
        assertThatThrownBy(() -> diary(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without an entry");
    }

    @ParameterizedTest
    @CsvSource({"-20, 30, '-2 0 2 4'", "-3, 400, '0 10 20 30 40 50'", "2, 4, '0'", "0, 0, '0'"})
    void diary_inWeeks_namesTheFirstDayOfEach_orOfSome(int first, int last, String weeks) throws Exception {
        Chart chart = DiaryChart.of(
                new DiaryChart.Data(
                        List.of(new DiaryChart.ChartEntry(first, 5), new DiaryChart.ChartEntry(last, 4)),
                        new DiaryChart.InWeeks(week -> "w" + week),
                        0,
                        10,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                LEGEND,
                Size.ofPaper(680, 200),
                ENGLISH,
                "One",
                "in weeks");
        assertThat(chart.labels().stream()
                        .map(Shape.Text::text)
                        .filter(text -> text.startsWith("w"))
                        .map(text -> text.substring(1)))
                .containsExactly(weeks.split(" "));
    }

    @Test
    void diary_means_areNotJoinedOverATimeWithoutOne() {
        Chart chart = DiaryChart.of(
                new DiaryChart.Data(
                        List.of(new DiaryChart.ChartEntry(0, 5), new DiaryChart.ChartEntry(30, 4)),
                        new DiaryChart.InDays(),
                        0,
                        10,
                        List.of(),
                        List.of(),
                        List.of(
                                new DiaryChart.Level(0, 5, 7),
                                new DiaryChart.Level(5, 10, 4),
                                new DiaryChart.Level(20, 30, 2)),
                        List.of()),
                LEGEND,
                Size.ofPaper(680, 200),
                ENGLISH,
                "One",
                "means");
        assertThat(chart.parts().stream().filter(part -> part.look() == Look.MEAN))
                .hasSize(2);
    }

    @Test
    void diary_ofOneEntryWithoutACalendar_isDrawn() throws Exception {
        Chart chart = DiaryChart.of(
                new DiaryChart.Data(
                        List.of(new DiaryChart.ChartEntry(3, 5)),
                        new DiaryChart.InDays(),
                        5,
                        5,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                LEGEND,
                Size.ofScreen(356, 300),
                ENGLISH,
                "One",
                "3: 5");
        assertThat(words(read(Svg.page(chart, "chart")))).contains("3");
        assertThat(Svg.page(chart, "chart")).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void file_saysWhatItShows_holdsItsKeys_andIsWrittenWhole() throws Exception {
        Path file = folder.resolve("chart.svg");
        Svg.write(drawn(), file);
        Document read = read(Files.readString(file));
        assertThat(read.getDocumentElement().getAttribute("role")).isEqualTo("img");
        assertThat(all(read, "title").getFirst().getTextContent()).isEqualTo("A <title> & more");
        assertThat(all(read, "desc").getFirst().getTextContent()).isEqualTo("0: 0");
        assertThat(words(read)).contains("A <title> & more", "each check-in", "expected");
        assertThat(Files.readString(file)).doesNotContain("var(");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
        assertThatThrownBy(() -> Svg.write(drawn(), folder.resolve("not/there.svg")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void paper_hasTheEntriesInk_whereTheModelHasThem() {
        Chart chart = drawn();
        BufferedImage image = new BufferedImage(680, 240, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        Paper.draw(chart, graphics, 1);
        graphics.dispose();
        List<Shape.Dot> dots = chart.parts().stream()
                .filter(part -> part.look() == Look.ENTRY)
                .map(part -> (Shape.Dot) part.shape())
                .toList();
        assertThat(dots)
                .hasSize(7)
                .allSatisfy(dot -> assertThat(image.getRGB((int) dot.x(), (int) dot.y()))
                        .isEqualTo(new Color(0x8E3B6F).getRGB())); // --pain of the light pages
    }

    @Test
    void forest_hasALineForEachEstimate_andTheirMeanAndNext_narrowAndWide() throws Exception {
        List<ForestChart.ForestRow> rows = List.of(
                new ForestChart.ForestRow("Ana & Leo", "−1.00 (−2.00 to 0.00)", -1, -2, 0, 1),
                new ForestChart.ForestRow(
                        "A name that is much too long to stand beside a line, however wide the page may be",
                        "0.50",
                        0.5,
                        -3,
                        4,
                        0.1));
        var together = new ForestChart.ForestSummary(
                new ForestChart.ForestRow("Together", "−0.7", -0.7, -1.5, 0.1, 1),
                Optional.of(new ForestChart.ForestRow("The next", "−3 to 2", -0.7, -3, 2, 1)));
        for (double width : new double[] {356, 720, 960}) {
            Chart chart = ForestChart.of(rows, Optional.of(together), "points", width, ENGLISH, "title", "words");
            Document svg = read(Svg.page(chart, "chart"));
            assertThat(words(svg)).contains("Ana & Leo", "−1.00 (−2.00 to 0.00)", "Together", "The next", "points");
            assertThat(words(svg)).anyMatch(word -> word.startsWith("A name that is") && word.endsWith("…"));
            assertThat(chart.shows(Look.POOLED) && chart.shows(Look.PREDICTION)).isTrue();
        }
        Chart phone = ForestChart.of(
                List.of(
                        new ForestChart.ForestRow(
                                "Haller 2016, sham, pain at week 8", "−1.02 (−1.58 to −0.46)", -1, -1.6, -0.5, 1),
                        new ForestChart.ForestRow(
                                "Haller 2016, sham, pain at week 20", "−0.88 (−1.44 to −0.32)", -0.9, -1.4, -0.3, 1)),
                Optional.empty(),
                "",
                356,
                ENGLISH,
                "title",
                "words");
        assertThat(words(read(Svg.page(phone, "chart"))))
                .as("two that differ in their last word")
                .contains("Haller 2016, sham, pain at week 8", "Haller 2016, sham, pain at week 20");
        Chart alone = ForestChart.of(rows, Optional.empty(), "", 720, ENGLISH, "title", "words");
        assertThat(alone.shows(Look.POOLED)).isFalse();
    }

    @Test
    void funnel_meetsAtThePooledEffect_onTop() {
        Chart chart = FunnelChart.of(
                List.of(new FunnelChart.Study(0.2, 0.1), new FunnelChart.Study(0.9, 0.4)),
                0.3,
                1.96,
                "effect",
                Size.ofScreen(560, 320),
                ENGLISH,
                "title",
                "words");
        List<Shape.At> funnel = chart.parts().stream()
                .filter(part -> part.look() == Look.FUNNEL)
                .map(part -> ((Shape.Line) part.shape()).runs().getFirst())
                .findFirst()
                .orElseThrow();
        assertThat(funnel.get(1).y()).isEqualTo(12);
        assertThat(funnel.get(1).x())
                .isCloseTo(
                        (funnel.getFirst().x() + funnel.getLast().x()) / 2,
                        org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void calibration_numbersEveryBin_withinTheChart() throws Exception {
        Chart chart = CalibrationChart.of(
                List.of(
                        new CalibrationChart.CalibrationPoint(0, 0, 7),
                        new CalibrationChart.CalibrationPoint(1, 1, 312)),
                "said; upwards: came",
                Size.ofScreen(320, 320),
                ENGLISH,
                "title",
                "words");
        assertThat(words(read(Svg.page(chart, "chart")))).contains("7", "312", "0%", "100%", "said; upwards: came");
        assertThat(chart.labels()).allSatisfy(label -> assertThat(label.x()).isBetween(0.0, 320.0));
    }

    @Test
    void panels_haveEachItsOwnScale() throws Exception {
        List<PanelChart.PanelValue> points = List.of(new PanelChart.PanelValue(0, 0), new PanelChart.PanelValue(60, 4));
        Chart chart = PanelChart.of(
                List.of(
                        new PanelChart.Panel("pain", Look.PAIN, 10, points),
                        new PanelChart.Panel("held", Look.HELD, 0.4, points)),
                "age",
                720,
                ENGLISH,
                "title",
                "words");
        assertThat(words(read(Svg.file(chart)))).contains("pain", "held", "10", "0.4", "60", "age", "title");
    }

    @Test
    void steps_goLevel_thenUpOrDown() {
        Shape.Line steps = Shape.Line.steps(List.of(new Shape.At(0, 1), new Shape.At(2, 5), new Shape.At(3, 5)));
        assertThat(steps.runs().getFirst())
                .containsExactly(
                        new Shape.At(0, 1),
                        new Shape.At(2, 1),
                        new Shape.At(2, 5),
                        new Shape.At(3, 5),
                        new Shape.At(3, 5));
    }

    @Test
    void data_ofAnImpossibleName_isRefused() {
        assertThatThrownBy(() -> Part.target(0, 0, 1, 1, "", Map.of("on click", "x")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("on click");
    }

    /** Values in [-1, 1]; a whisker goes from the upper end of its range to the lower. */
    @Test
    void agreement_belowChance_liesBelowItsLine() throws Exception {
        Chart chart = AgreementChart.of(
                List.of(
                        new AgreementChart.AgreementAt(
                                LocalDate.of(2026, 3, 1),
                                new AgreementChart.RangedValue(-0.1, -0.3, 0.1),
                                new AgreementChart.RangedValue(0.2, 0, 0.5)),
                        new AgreementChart.AgreementAt(
                                LocalDate.of(2026, 3, 15),
                                new AgreementChart.RangedValue(0.6, 0.4, 0.9),
                                new AgreementChart.RangedValue(0.5, 0.3, 0.8))),
                new AgreementChart.AgreementLegend("agreement", "overlap", "chance"),
                Size.ofScreen(700, 260),
                ENGLISH,
                "title",
                "description");
        List<Shape.Dot> dots = shapes(chart, Look.ESTIMATE, Shape.Dot.class);
        double chance = shapes(chart, Look.REFERENCE, Shape.Line.class)
                .getFirst()
                .runs()
                .getFirst()
                .getFirst()
                .y();
        assertThat(dots.get(0).y()).isGreaterThan(chance);
        assertThat(dots.get(1).y()).isLessThan(chance);
        assertThat(dots.get(0).x()).isLessThan(dots.get(1).x());
        assertThat(shapes(chart, Look.WHISKER, Shape.Line.class))
                .hasSize(2)
                .allSatisfy(
                        whisker -> assertThat(whisker.runs().getFirst().get(0).y())
                                .isGreaterThan(whisker.runs().getFirst().get(1).y()));
        assertThat(chart.parts()).allSatisfy(part -> assertThat(part.said()).isEmpty());
        assertThat(all(read(Svg.file(chart)), "rect")).hasSizeGreaterThanOrEqualTo(2);
    }

    private static <T extends Shape> List<T> shapes(Chart chart, Look look, Class<T> kind) {
        return chart.parts().stream()
                .filter(part -> part.look() == look)
                .map(Part::shape)
                .map(kind::cast)
                .toList();
    }
}
