package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.exchange.BadInput;

/** Files are refused in words before anything reads them whole. */
class FhirFileTest {

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void file_withAByteOrderMark_isReadWithoutIt() {
        assertThat(FhirFile.of("f.json", bytes("\uFEFF{\"a\":1}")).text()).isEqualTo("{\"a\":1}");
        assertThat(FhirFile.of("f.xml", bytes("\uFEFF<a/>")).isXml()).isTrue();
    }

    @Test
    void file_ofMoreThanIsRead_isRefused() {
        assertThatThrownBy(() -> FhirFile.of("f.json", new byte[FhirFile.MOST_BYTES + 1]))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("larger than 8 megabytes");
    }

    /** What Synthea writes is indented; what stands in strings, and rows of JSON each, stay as they are. */
    @Test
    void file_thatIsLargeForItsIndentationAlone_isReadWithoutIt() {
        String blanks = " ".repeat(FhirFile.MOST_BYTES);
        String rows = "{\"a\" :\r\n" + blanks + "[ \"b \\\" { c\" ,\t1 ]}\n{\"d\": 2}\n";

        assertThat(FhirFile.of("f.ndjson", bytes(rows)).text()).isEqualTo("{\"a\":[\"b \\\" { c\",1]}\n{\"d\":2}\n");
        assertThatThrownBy(() -> FhirFile.of("f.json", bytes("{\"a\":\"" + blanks + "\"}")))
                .hasMessageContaining("larger than 8 megabytes");
        assertThatThrownBy(() -> FhirFile.of("f.xml", bytes("<a>" + blanks + "</a>")))
                .hasMessageContaining("larger than 8 megabytes");
        assertThatThrownBy(() -> FhirFile.of("f.json", bytes("{" + blanks.repeat(3) + "}")))
                .hasMessageContaining("larger than 8 megabytes");
    }

    @Test
    void file_nestedDeep_isRefused() {
        assertThatThrownBy(() -> FhirFile.of("f.json", bytes("{\"a\":".repeat(10_000) + "1" + "}".repeat(10_000))))
                .hasMessageContaining("nested deeper");
        assertThatThrownBy(() -> FhirFile.of("f.xml", bytes("<a>".repeat(10_000) + "</a>".repeat(10_000))))
                .hasMessageContaining("nested deeper");
        assertThat(FhirFile.of("f.json", bytes("{\"a\":\"" + "{[".repeat(10_000) + "\\\"\"}"))
                        .isXml())
                .isFalse();
        assertThat(FhirFile.of("f.xml", bytes("<a>" + "<b/>".repeat(10_000) + "</a>"))
                        .isXml())
                .isTrue();
    }

    /** 1e9999999 held a reader up for minutes (found by fuzzing): the library writes it out, and reads ten million digits again. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e9999999",
                "-1E+100",
                "1.5e-999",
                "1234567890123456789012345678901234567890123456789012345678901"
            })
    void file_withANumberThatNobodyMeans_isRefused(String number) {
        String text = "{\"resourceType\":\"Observation\",\"valueQuantity\":{\"value\":" + number + "}}";
        assertThatThrownBy(() -> FhirFile.of("f.json", bytes(text))).hasMessageContaining("a number that is longer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-12.50", "1.0e-7", "6E+23", "\"1e9999999\"", "3]"})
    void file_withANumberThatSomebodyMeans_isRead(String number) {
        String text = "{\"a\":[" + number + "]}";
        assertThat(FhirFile.of("f.json", bytes(text)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | is empty",
                "plain text | is not FHIR",
                "[1] | is not FHIR",
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a> | entities of its own"
            })
    void file_thatIsNone_isRefusedInWords(String text, String why) {
        assertThatThrownBy(() -> FhirFile.of("f", bytes(text.strip())))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(why);
    }

    @Test
    void file_inAnotherEncoding_isRefused() {
        assertThatThrownBy(() -> FhirFile.of("f.json", "{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .hasMessageContaining("is not UTF-8");
        assertThatThrownBy(() -> FhirFile.of("f.json", "{\"a\":1}".getBytes(StandardCharsets.UTF_16)))
                .hasMessageContaining("is not UTF-8");
    }
}
