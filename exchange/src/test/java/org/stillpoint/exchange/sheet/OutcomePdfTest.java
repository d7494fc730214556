package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.stillpoint.chart.Chart;
import org.stillpoint.chart.DiaryChart;
import org.stillpoint.chart.Labels;
import org.stillpoint.chart.Size;
import org.stillpoint.words.Speaker;

/** The printed page: its words, its one page, its fonts, and names that look like markup. */
class OutcomePdfTest {

    private static final String SENTENCE = "Pain was 2.1 points lower afterwards (plausible: 0.4 to 3.8).";

    /** Thirty days from 5 October 2026. */
    static Chart chart() {
        return DiaryChart.of(
                        new DiaryChart.Data(
                                IntStream.range(0, 30)
                                        .mapToObj(day -> new DiaryChart.ChartEntry(day, 5 + 3 * Math.sin(day)))
                                        .toList(),
                                new DiaryChart.OfCalendar(LocalDate.of(2026, 10, 5)),
                                0,
                                10,
                                List.of(),
                                List.of(new DiaryChart.Stretch(Double.NEGATIVE_INFINITY, 10)),
                                List.of(),
                                List.of()),
                        new DiaryChart.Legend("each check-in", "without sessions", "expected", "mean", "", "", "", ""),
                        Size.ofPaper(680, 200),
                        Labels.of(Locale.ENGLISH),
                        "Pain",
                        "Pain from 1 Oct 2026 to 3 Nov 2026, 0 to 10")
                .withKeys();
    }

    private static OutcomeSheet sheet(String name, int measures, int worse, String said) {
        return new OutcomeSheet(
                name,
                true,
                "22 November 2026",
                "Pain",
                SENTENCE,
                List.of("That is a change for the better.", "This cannot show that the session caused it."),
                Optional.of(chart()),
                List.of(
                        new OutcomeSheet.SheetFigure("Reliable change", "2 points", "MDC 1.77 (BMC 2009 10:43)"),
                        new OutcomeSheet.SheetFigure("False alarms of this very diary", "1 of 20 (5 %)", "")),
                List.of("This page cannot show why anything changed."),
                IntStream.range(0, measures)
                        .mapToObj(
                                i -> new OutcomeSheet.MeasureLine("Measure " + i, "Better", said, "Reliable change 4"))
                        .toList(),
                Collections.nCopies(worse, new OutcomeSheet.WorseLine("3 Nov 2026", said)),
                List.of(new OutcomeSheet.Forecasted("1 Nov 2026", "Mean pain", "3.1 to 5.2", "4", "4.4: within")));
    }

    private static PDDocument printed(OutcomeSheet sheet) throws IOException {
        return Loader.loadPDF(OutcomePdf.of(sheet, new Speaker(Locale.ENGLISH, ZoneOffset.UTC)));
    }

    private static String words(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void page_holdsEveryWordAndFigure_onOneSheetOfA4() throws IOException {
        try (PDDocument document = printed(sheet("Ana Marin", 7, 2, "Sore for two days."))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(document.getPage(0).getMediaBox().getWidth()).isBetween(595f, 596f); // A4: 210 mm, ISO 216
            assertThat(document.getPage(0).getMediaBox().getHeight()).isBetween(841f, 842.5f); // 297 mm
            assertThat(words(document))
                    .contains("Ana Marin", "made up", SENTENCE, "This cannot show that the session caused it.")
                    .contains("Reliable change 2 points MDC 1.77 (BMC 2009 10:43)", "1 of 20 (5 %)")
                    .contains("5 Oct", "12 Oct", "each check-in", "without sessions")
                    .contains("Measure 0 Better", "Measure 6 Better", "3 Nov 2026: Sore for two days.")
                    .contains("Sealed 1 Nov 2026: Mean pain: 3.1 to 5.2 (own guess 4). 4.4: within")
                    .contains("What cannot be known", "This page cannot show why anything changed.");
        }
    }

    @Test
    void page_isTagged_inEnglish_withItsFontsInside() throws IOException {
        try (PDDocument document = printed(sheet("Ana Marin", 7, 2, "Sore."))) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("en");
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot().getKids())
                    .isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("How it goes"); // no name in it
            List<String> alternatives = new ArrayList<>();
            collect(document.getDocumentCatalog().getStructureTreeRoot().getKids(), alternatives);
            assertThat(alternatives).containsExactly("Pain from 1 Oct 2026 to 3 Nov 2026, 0 to 10");
            PDPage page = document.getPage(0);
            for (COSName name : page.getResources().getFontNames()) {
                PDFont font = page.getResources().getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                assertThat(font.getName()).contains("SourceSans3");
            }
        }
    }

    /** What stands for each picture where it cannot be seen. */
    private static void collect(List<Object> kids, List<String> alternatives) {
        for (Object kid : kids) {
            if (kid instanceof PDStructureElement element) {
                if (element.getAlternateDescription() != null) {
                    alternatives.add(element.getAlternateDescription());
                }
                collect(element.getKids(), alternatives);
            }
        }
    }

    @Test
    void nameThatLooksLikeMarkup_staysAName() throws IOException {
        String name = "<b>Bobby</b> & <script src='http://example.org/x.js'/> \u0007{css}";
        try (PDDocument document = printed(sheet(name, 7, 1, "<img src='file:///etc/passwd'/>"))) {
            assertThat(words(document))
                    .contains("<b>Bobby</b> & <script src='http://example.org/x.js'/> {css}")
                    .contains("<img src='file:///etc/passwd'/>");
        }
    }

    @Test
    void name_inGreekCyrillicOrAccents_isPrinted() throws IOException {
        for (String name : List.of("Ελένη Παπαδοπούλου", "Оксана Шевченко", "Nguyễn Thị Łucja Ångström")) {
            try (PDDocument document = printed(sheet(name, 7, 1, "Sore."))) {
                assertThat(words(document)).contains(name);
            }
        }
    }

    @Test
    void longNameAndManyMeasuresAndMuchSaid_areStillOnePage() throws IOException {
        String said = "A long answer that goes on and on, ".repeat(20);
        for (int measures : new int[] {7, 12, 18}) {
            try (PDDocument document = printed(sheet("Wolfeschlegelsteinhausen".repeat(8), measures, 40, said))) {
                assertThat(document.getNumberOfPages()).isEqualTo(1);
                String words = words(document);
                assertThat(words).contains("Measure " + (measures - 1), "more are on the page", "What cannot be known");
            }
        }
    }

    @Test
    void clientWithoutAnEntry_hasAPageToo() throws IOException {
        OutcomeSheet empty = new OutcomeSheet(
                "Leo Fischer",
                false,
                "22 November 2026",
                "Pain",
                "No check-in yet says anything about pain.",
                List.of(),
                Optional.empty(),
                List.of(),
                List.of("Nothing can be known yet."),
                List.of(),
                List.of(),
                List.of());
        try (PDDocument document = printed(empty)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
            assertThat(words(document))
                    .contains("No check-in yet", "Nothing was said to be worse", "No forecast was sealed")
                    .doesNotContain("made up");
        }
    }

    @Test
    void sameSheet_printedInAnotherLocale_hasTheSameWords() throws IOException {
        Locale usual = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            try (PDDocument document = printed(sheet("Ana Marin", 7, 1, "Sore."))) {
                assertThat(words(document)).contains(SENTENCE);
            }
        } finally {
            Locale.setDefault(usual);
        }
    }
}
