package org.stillpoint.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.words.DoorWords;

class PasswordChoiceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password1234",
                "passwordpassword",
                "qwertyuiop123",
                "123456789012",
                "aaaaaaaaaaaaaa",
                "abcabcabcabc",
                "stillpoint2026",
                "marianne.weber",
                "MarianneWeber1",
                "letmeinletmein"
            })
    void firstThingsAGuesserTries_areRefused(String password) {
        assertThat(PasswordChoice.problem(password, "marianne.weber")).contains(DoorWords.EASILY_GUESSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drei Kraniche am Ofen",
                "heron-lamp-otter-57",
                "\u6E29\u304B\u3044\u7A93\u8FBA\u3067\u8336\u3092\u98F2\u3080\u732B\u3068\u96E8"
            })
    void wordsThatNobodyPutTogether_areTaken(String password) {
        assertThat(PasswordChoice.problem(password, "marianne.weber")).isEmpty();
    }

    @Test
    void length_isOfCharacters_andALongOneTakesNoTime() {
        assertThat(PasswordChoice.problem("kurz", "m")).contains(new DoorWords.PasswordLength(4, 12, 1000));
        assertThat(PasswordChoice.problem("heron-lamp-otter-57 ".repeat(50), "m"))
                .isEmpty();
        assertThat(PasswordChoice.problem("x".repeat(1001), "m"))
                .contains(new DoorWords.PasswordLength(1001, 12, 1000));
    }
}
