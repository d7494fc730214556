package org.stillpoint.exchange.fhir.take;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
