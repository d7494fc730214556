package org.stillpoint.exchange.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** veraPDF finds nothing against a paper by what of PDF/UA-1 (ISO 14289-1) a program can tell; the rest of it asks for a person. */
class PdfUaTest {

    @BeforeAll
    static void begin() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    /** What failed, by clause and number of the test. */
    private static List<String> failures(byte[] pdf)
            throws IOException, ValidationException, ModelParsingException, EncryptedPdfException {
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(failed -> failed.getRuleId().getClause() + "-"
                            + failed.getRuleId().getTestNumber() + " " + failed.getMessage())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }

    private static void assertNothingIsFound(Map<String, byte[]> papers) throws Exception {
        for (var paper : papers.entrySet()) {
            assertThat(failures(paper.getValue())).as(paper.getKey()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void paperOfEachKind_hasNoFailure(String language) throws Exception {
        assertNothingIsFound(MatterhornTest.papers(Locale.of(language)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hebrew", "Arabic", "Georgian", "Japanese"})
    void paperInAnotherScript_hasNoFailure(String script) throws Exception {
        ScriptsOnPaperTest.Writing writing = ScriptsOnPaperTest.writings()
                .filter(each -> each.script().equals(script))
                .findFirst()
                .orElseThrow();
        assertNothingIsFound(ScriptsOnPaperTest.papers(writing.name(), writing.sentence()));
    }

    /** The judge finds something where there is something. */
    @Test
    void failures_ofAPageThatIsNotTagged_areFound() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(bytes);
        }
        assertThat(failures(bytes.toByteArray()))
                .anyMatch(failure -> failure.startsWith("6.2-1 "))
                .anyMatch(failure -> failure.startsWith("7.1-11 "));
    }
}
