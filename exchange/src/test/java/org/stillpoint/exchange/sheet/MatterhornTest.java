package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.exchange.sheet.PlainSheet.PaperSize;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.record.Version;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.record.consent.InkStroke;
import org.stillpoint.record.consent.InkStroke.InkPoint;
import org.stillpoint.words.Speaker;

/** What a program can find against papers for those who listen to them. */
class MatterhornTest {

    /** A paper of each kind. */
    static Map<String, byte[]> papers(Locale locale) {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        papers.put(
                "a text in parts",
                PlainPdf.of(
                        new PlainSheet(
                                "Note",
                                "Ana Marin",
                                "made up",
                                "29 November 2026",
                                List.of("Session of 29 Oct 2026"),
                                Collections.nCopies(
                                        40, new PlainPart("Found", List.of("Neck: warmth.", "More."), true)),
                                List.of("Signed by sam."),
                                PaperSize.A4),
                        locale));
        papers.put("a report of a case or of a trial", PlainPdf.of(report(), locale));
        papers.put(
                "a signed paper",
                SignedPaperPdf.of(
                        new SignedPaper(
                                "Consent",
                                new ConsentDocument(
                                        new Version(4),
                                        List.of(new ConsentPart(ConsentBlock.OWN_WORDS, "Ours", "What we add."))),
                                List.of("Research: No"),
                                List.of("Signed by Ann Example."),
                                List.of(new InkStroke(List.of(new InkPoint(0, 0), new InkPoint(900, 300)))),
                                "Signed by hand.",
                                "",
                                List.of("Version 4")),
                        locale));
        papers.put(
                "how it goes",
                OutcomePdf.of(
                        new OutcomeSheet(
                                "Ana Marin",
                                true,
                                "22 November 2026",
                                "Pain",
                                "Pain was lower.",
                                List.of("More."),
                                Optional.of(OutcomePdfTest.chart()),
                                List.of(new OutcomeSheet.SheetFigure("Reliable change", "2 points", "MDC 1.77")),
                                List.of("This page cannot show why."),
                                List.of(new OutcomeSheet.MeasureLine("Pain", "Better", "Lower.", "2 points")),
                                List.of(new OutcomeSheet.WorseLine("3 Nov 2026", "Sore.")),
                                List.of(new OutcomeSheet.Forecasted("1 Nov 2026", "Mean", "3 to 5", "4", "4.4"))),
                        new Speaker(locale, ZoneOffset.UTC)));
        return papers;
    }

    private static PlainSheet report() {
        List<PlainPart> parts = new ArrayList<>(
                Collections.nCopies(43, new PlainPart("2a. Background", List.of("Week 1:\npain 7."), false)));
        parts.add(
                20,
                new PlainPart(
                        "17a.1. Results by period", List.of("Period 1."), false, Optional.of(OutcomePdfTest.chart())));
        return new PlainSheet(
                "Case report",
                "Neck pain: case report",
                "",
                "",
                List.of("By Mara.", "Dates are weeks."),
                parts,
                List.of(),
                PaperSize.A4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de", "es", "fr"})
    void papers_haveNoFailureThatAProgramFinds(String language) throws IOException {
        for (var paper : papers(Locale.of(language)).entrySet()) {
            assertThat(MatterhornChecks.failures(paper.getValue()))
                    .as(paper.getKey())
                    .isEmpty();
        }
    }

    /** The checks find something where there is something. */
    @Test
    void failures_ofAPageThatIsNotTagged_areFound() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream drawn = new PDPageContentStream(document, page)) {
                drawn.addRect(10, 10, 100, 100);
                drawn.fill();
            }
            document.save(bytes);
        }
        try (PDDocument saved = Loader.loadPDF(bytes.toByteArray())) {
            assertThat(saved.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(MatterhornChecks.failures(bytes.toByteArray()))
                .contains("06-001 no metadata", "11-006 no language", "01 not tagged")
                .contains("01-005 painted outside of the structure: f");
    }
}
