package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One-time codes as others make them. */
class OneTimeCodeTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** RFC 6238, appendix B, the lines of SHA1. */
    @ParameterizedTest
    @CsvSource({
        "59, 94287082",
        "1111111109, 07081804",
        "1111111111, 14050471",
        "1234567890, 89005924",
        "2000000000, 69279037",
        "20000000000, 65353130"
    })
    void code_atATime_isThatOfTheStandard(long seconds, String expected) {
        assertThat(OneTimeCode.code(SECRET, seconds / 30, 8)).isEqualTo(expected);
    }

    /** RFC 4648, section 10, without the padding. */
    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32_isThatOfTheStandard_andReadAgain(String text, String letters) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(OneTimeCode.base32(bytes)).isEqualTo(letters);
        assertThat(OneTimeCode.decoded(letters)).isEqualTo(bytes);
    }

    @Test
    void code_isTakenOnceAndAStepEitherWay_andNoFurther() {
        String secret = OneTimeCode.base32(SECRET);
        Instant now = Instant.ofEpochSecond(1_111_111_111);
        long step = now.getEpochSecond() / 30;
        for (long off = -3; off <= 3; off++) {
            OptionalLong found = OneTimeCode.stepOf(secret, OneTimeCode.code(SECRET, step + off, 6), now, 0);
            assertThat(found.isPresent()).isEqualTo(Math.abs(off) <= 1);
        }
        assertThat(OneTimeCode.stepOf(secret, "050471", now, step))
                .as("taken before")
                .isEmpty();
        assertThat(OneTimeCode.stepOf(secret, "", now, 0)).isEmpty();
    }
}
