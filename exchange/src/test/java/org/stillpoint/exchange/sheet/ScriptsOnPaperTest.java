package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.exchange.sheet.PlainSheet.PaperSize;
import org.stillpoint.exchange.sheet.PlainSheet.PlainPart;
import org.stillpoint.record.Version;
import org.stillpoint.record.consent.ConsentBlock;
import org.stillpoint.record.consent.ConsentDocument;
import org.stillpoint.record.consent.ConsentPart;
import org.stillpoint.words.Speaker;

/** Names and sentences in the scripts of the world on every kind of paper: each letter from a font that is inside, in the order in which it is read. */
class ScriptsOnPaperTest {

    /** Somebody's name, and a sentence of theirs, written for this test; no sentence is longer than a line of paper. */
    record Writing(String script, String name, String sentence) {
        @Override
        public String toString() {
            return script;
        }
    }

    static Stream<Writing> writings() {
        return Stream.of(
                new Writing("Vietnamese", "Nguyễn Thị Ánh", "Cổ tôi đỡ đau hơn hôm qua."),
                new Writing("Hausa", "Ƙasimu Ɗanjuma", "Na ji daɗi yau, ƙafa ta daina ciwo."),
                new Writing("Greek", "Ελένη Παπαδοπούλου", "Ο πόνος είναι πιο ήπιος."),
                new Writing("Ukrainian", "Володимир Ґжицький", "Біль у шиї став слабшим."),
                new Writing("Tatar", "Җәмилә Әхмәтова", "Муеным җылы булып китте."),
                new Writing("Armenian", "Անահիտ Սարգսյան", "Պարանոցս տաքացավ։"),
                new Writing("Georgian", "ნინო ბერიძე", "კისერი გამითბა."),
                new Writing("Hebrew", "יעל כהן-לוי", "הכאב ירד מ-7 ל-3 (בצוואר), ואני נושמת."),
                new Writing("Arabic", "ليلى عبد اللطيف", "قل الألم من 7 إلى 3، وأنا الآن بخير."),
                new Writing("Persian", "پروین گلچهره", "گردنم گرم شد و حالم بهتر است."),
                new Writing("Urdu", "عائشہ چوہدری", "میری گردن میں درد کم ہے۔"),
                new Writing("Chinese, simplified", "欧阳静怡", "脖子感觉暖和，疼痛减轻了。"),
                new Writing("Chinese, traditional", "歐陽靜怡", "脖子感覺暖和，疼痛減輕了。"),
                new Writing("Japanese", "佐々木 さくら", "首が温かくなり、楽になりました。"),
                new Writing("Korean", "김하늘", "목이 따뜻해지고 덜 아파요."));
    }

    static Map<String, byte[]> papers(String name, String sentence) {
        Map<String, byte[]> papers = new LinkedHashMap<>();
        papers.put(
                "text",
                PlainPdf.of(
                        new PlainSheet(
                                "Note",
                                name,
                                "made up",
                                "30 November 2026",
                                List.of("Session of 29 Oct 2026"),
                                List.of(
                                        new PlainPart("S: said", List.of(sentence), false),
                                        new PlainPart("P: plan", List.of("Client " + name + " comes again."), false)),
                                List.of("Signed by sam."),
                                PaperSize.A4),
                        Locale.UK));
        papers.put(
                "signed",
                SignedPaperPdf.of(
                        new SignedPaper(
                                "Consent",
                                new ConsentDocument(
                                        new Version(4),
                                        List.of(new ConsentPart(ConsentBlock.OWN_WORDS, "Ours", sentence))),
                                List.of("Research: No"),
                                List.of("Signed by " + name + "."),
                                List.of(),
                                "",
                                "",
                                List.of("Version 4")),
                        Locale.UK));
        papers.put(
                "outcome",
                OutcomePdf.of(
                        new OutcomeSheet(
                                name,
                                true,
                                "30 November 2026",
                                "Pain",
                                "Pain was lower.",
                                List.of("More."),
                                Optional.of(OutcomePdfTest.chart()),
                                List.of(),
                                List.of("This page cannot show why."),
                                List.of(new OutcomeSheet.MeasureLine("Pain", "Better", sentence, "")),
                                List.of(new OutcomeSheet.WorseLine("3 Nov 2026", sentence)),
                                List.of()),
                        new Speaker(Locale.UK, ZoneOffset.UTC)));
        return papers;
    }

    private static String words(byte[] paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            return new PDFTextStripper().getText(document);
        }
    }

    /** Without blanks: a line may break anywhere in Chinese, and a narrow cell anywhere between words. */
    private static String close(String text) {
        return text.replaceAll("\\s+", "");
    }

    /** Letters without a shape, and fonts that are not inside. */
    private static List<String> faults(byte[] paper) throws IOException {
        List<String> faults = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(paper)) {
            new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix place, PDFont font, int code, Vector size) throws IOException {
                    if (!(font instanceof PDType0Font type0) || type0.codeToGID(code) == 0) {
                        faults.add("no shape for code " + code + " in " + font.getName());
                    }
                    super.showGlyph(place, font, code, size);
                }
            }.getText(document);
            for (PDPage page : document.getPages()) {
                for (var name : page.getResources().getFontNames()) {
                    if (!page.getResources().getFont(name).isEmbedded()) {
                        faults.add("not inside: " + name);
                    }
                }
            }
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("writings")
    void paper_ofAnyScript_isReadBackAsItWasWritten(Writing writing) throws IOException {
        for (var paper : papers(writing.name(), writing.sentence()).entrySet()) {
            String read = words(paper.getValue());
            assertThat(close(read)).as(paper.getKey()).contains(close(writing.name()), close(writing.sentence()));
            assertThat(read).as(paper.getKey()).doesNotContain("?", PaperLetters.SIGN);
            assertThat(faults(paper.getValue())).as(paper.getKey()).isEmpty();
            assertThat(MatterhornChecks.failures(paper.getValue()))
                    .as(paper.getKey())
                    .isEmpty();
        }
    }

    /** Three lines and more, with numbers, brackets and a Latin name within: each line is turned by itself, the upper first. */
    @Test
    void paragraph_fromRightToLeft_goesOnFromLineToLine() throws IOException {
        String once = "הכאב בצוואר ירד מ-7 ל-3 בתוך שבועיים (אחרי הפגישה השנייה), אמרה Ana Marin ברחוב 12 דרום. ";
        for (var paper : papers("יעל", once.repeat(4).strip()).entrySet()) {
            String read = words(paper.getValue()).replaceAll("\\s+", " ");
            assertThat(read.split("בצוואר", -1)).as(paper.getKey()).hasSizeGreaterThan(4);
            assertThat(close(read)).as(paper.getKey()).contains(close(once.repeat(3)));
        }
    }

    @Test
    void plainPaper_needsNoOtherFont() throws IOException {
        for (byte[] paper : papers("Ana Marín", "It’s better – “a lot”, she said: 3 of 10 … Œuvre, žito.")
                .values()) {
            try (PDDocument document = Loader.loadPDF(paper)) {
                for (var name : document.getPage(0).getResources().getFontNames()) {
                    assertThat(document.getPage(0).getResources().getFont(name).getName())
                            .contains("SourceSans3");
                }
            }
        }
    }

    /** Thai is in none of the fonts (its vowels need places of their own), a face is in none, and the last is of no script at all. */
    @Test
    void letters_thatNoFontHas_areShownByASignOfTheirOwn_andNamed() throws IOException {
        for (var paper : papers("ชา", "Good \uD83D\uDE42 and \uE000.").entrySet()) {
            String read = words(paper.getValue());
            String flat = read.replaceAll("\\s+", " ");
            assertThat(flat)
                    .as(paper.getKey())
                    .contains("□□", "Good □ and □.")
                    .contains("Each □ stands for a letter or sign that this program has no font for: ")
                    .contains("THAI CHARACTER CHO CHANG (U+0E0A), THAI CHARACTER SARA AA (U+0E32)", "(U+E000)")
                    .contains("SLIGHTLY SMILING FACE (U+1F642)")
                    .doesNotContain("?");
            assertThat(faults(paper.getValue())).as(paper.getKey()).isEmpty();
        }
    }

    /** What is put together from parts is one letter on paper, and what steers is no letter: nothing of it is missing. */
    @Test
    void partsOfLetters_andWhatSteers_lackNothing() throws IOException {
        byte[] paper = papers(
                        "Jose\u0301",
                        "5 $\u0301 \\\u0301 \u1112\u1161\u11AB heart \u2764\uFE0F? a\u200Bb \u05D9\u05E2\u05DC\u200F.")
                .get("text");
        assertThat(words(paper)).contains("José", "한").doesNotContain("VARIATION", "ZERO WIDTH", "MARK");
    }
}
