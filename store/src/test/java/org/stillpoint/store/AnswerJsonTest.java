package org.stillpoint.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.questionnaire.ItemAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.NumberAnswer;
import org.stillpoint.record.questionnaire.ItemAnswer.SeveralAnswers;

class AnswerJsonTest {
    private static ItemAnswer read(String json) {
        return AnswerJson.read(Json.parse(("{\"1\": " + json + "}").getBytes(StandardCharsets.UTF_8))
                .required("1"));
    }

    /** Rows that were kept before other answers were known hold whole numbers alone. */
    @Test
    void number_asItWasKeptBefore_isReadAsANumber_andWrittenSo() {
        assertThat(read("3")).isEqualTo(ItemAnswer.number(3));
        assertThat(AnswerJson.write(ItemAnswer.number(3)).toString()).isEqualTo("3");
    }

    private static Stream<BigDecimal> numbers() {
        return Stream.of("0", "-12", "2147483648", "-2147483648", "0.1", "1E+9", "123456789012345678")
                .map(BigDecimal::new);
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void number_ofAnySize_comesBackAsItWas(BigDecimal value) {
        NumberAnswer given = new NumberAnswer(value);
        assertThat(read(AnswerJson.write(given).toString())).isEqualTo(given);
    }

    @Test
    void severalAnswers_comeBackAsTheyWereGiven_withWordsOrWithout() {
        for (String words : List.of("", "a bucket")) {
            SeveralAnswers given = new SeveralAnswers(new TreeSet<>(Set.of(3, 1)), new PrivateText(words));
            assertThat(read(AnswerJson.write(given).toString())).isEqualTo(given);
        }
    }
}
