package org.stillpoint.practice.casereport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.practice.casereport.NamingPassage.NamingKind;

/** What of a text may say who somebody is. The names and numbers are made up. */
class NamingPassagesTest {
    private static final NamesOfPractice NAMES = new NamesOfPractice(
            List.of(
                    "Anna-Lena Müller",
                    "Mr José van der Ågård",
                    "李小龍",
                    "Bo Li",
                    "Dr. med. Sian O'Rourke",
                    "Crisis line"),
            List.of("mara", "w.kessler@praxis.example"),
            List.of("Lindenhof 3, 4812 Gmunden", "Stillpoint Craniosacral Therapy"));

    private static List<NamingPassage> in(String text) {
        return NamingPassages.in(Map.of("concern", text), NAMES);
    }

    private static void found(String text, String words, NamingKind kind) {
        assertThat(in(text)).as(text).anySatisfy(one -> {
            assertThat(one.found()).isEqualTo(words);
            assertThat(one.kind()).isEqualTo(kind);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Anna said so., Anna",
        "so said lena yesterday, lena",
        "It was Lenas idea, Lenas",
        "MÜLLER came, MÜLLER",
        "Frau Mueller came, Mueller",
        "Frau Muller came, Muller",
        "Jose was there, Jose",
        "Agard drove, Agard",
        "Then Rourke came, Rourke",
        "with Bo on Sunday, Bo",
        "Li was there, Li",
        "we thank 李小龍先生 for it, 李小龍",
        "Mara treated, Mara",
        "as Kessler wrote, Kessler",
        "She lives in Gmunden now, Gmunden",
        "at the Lindenhof, Lindenhof"
    })
    void names_ofThePractice_areFoundWhole_withoutRegardToCaseAndAccents(String text, String words) {
        found(text, words, NamingKind.PERSON_OR_PLACE);
    }

    @Test
    void name_whoseLettersAreTypedApart_isFound() {
        found(
                Normalizer.normalize("und Müller kam", Normalizer.Form.NFD),
                Normalizer.normalize("Müller", Normalizer.Form.NFD),
                NamingKind.PERSON_OR_PLACE);
        found("and Le\u00ADna came", "Lena", NamingKind.PERSON_OR_PLACE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Pain fell from 7 to 3.4 of 10 within 12 weeks.",
                "Pain 5/10, then 3/10; 2 to 3 times a day.",
                "In 2019 the back hurt, and from 2019-2024 the neck at L5, S1 and T12.",
                "A banana, a manner of speaking, the crisis and the line.",
                "Craniosacral therapy, a session of 45 minutes, 1,000 steps and 100 days.",
                "She may rest and march on. Sat in the sun, e.g. z.B. at noon.",
                "Al principio dolía mucho; mejoró en 8 semanas.",
                "Aged 52, and 89 years for her mother.",
                "li and bo are no words here."
            })
    void text_thatNamesNobody_isLeftAlone(String text) {
        assertThat(in(text)).as(text).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Write to ann.e@mail.example now|ann.e@mail.example",
                "ann [at] mail.example|ann [at] mail.example",
                "ann(at)mail.de|ann(at)mail.de"
            })
    void email_inAnyForm_isFound(String text, String words) {
        found(text, words, NamingKind.EMAIL);
    }

    @ParameterizedTest
    @CsvSource({
        "see https://ann.example/a?b=1 there, https://ann.example/a?b=1",
        "see www.ann.example there, www.ann.example",
        "on ann-moves.com she writes, ann-moves.com",
        "as @ann_moves she writes, @ann_moves"
    })
    void webAddress_isFound(String text, String words) {
        found(text, words, NamingKind.WEB_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+49 30 1234567", "030/123 45 67", "(030) 1234-567", "612 34 56 78", "01 23 45 67 89"})
    void phoneNumber_isFound(String number) {
        found("ring " + number + " soon", number, NamingKind.PHONE_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2024-03-12",
                "12.03.2024",
                "12.3.24",
                "12/03/2024",
                "12. 3. 2024",
                "3.4.",
                "03/2024",
                "12 March 2024",
                "March 12, 2024",
                "12th of March",
                "March 2024",
                "12. März 2024",
                "3. Maerz",
                "12 de marzo de 2024",
                "1er mars 2024",
                "5 août",
                "2 Dec",
                "Januar 2020"
            })
    void exactDate_inAnyLanguage_isFound(String date) {
        assertThat(in("It began on " + date + " and went on"))
                .as(date)
                .anySatisfy(one -> assertThat(one.kind()).isEqualTo(NamingKind.EXACT_DATE));
    }

    @Test
    void exactDate_atTheEndOfASentence_endsBeforeItsStop() {
        found("It began on 3 March.", "3 March", NamingKind.EXACT_DATE);
        found("Es begann am 3. Dez. 2024.", "3. Dez. 2024", NamingKind.EXACT_DATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12 Mill Lane",
                "221b Baker Street",
                "Mill Lane 3",
                "Hauptstraße 12",
                "Lange Str. 4a",
                "Kirchgasse 7",
                "Wiesenweg 9",
                "12 rue de la Paix",
                "3 bis, avenue Foch",
                "calle Mayor 5",
                "c/ Mayor, 5",
                "12345",
                "SW1A 1AA",
                "K1A 0B1",
                "1012 AB",
                "6020 Innsbruck"
            })
    void postalAddress_isFound(String address) {
        assertThat(in("They live at " + address + " with a dog"))
                .as(address)
                .anySatisfy(one -> assertThat(one.kind()).isEqualTo(NamingKind.POSTAL_ADDRESS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 93-year-old",
                "she is 90 years old",
                "aged 101",
                "93jährig",
                "mit 92 Jahren",
                "de 95 años",
                "âgé de 91",
                "90 ans",
                "ninety-three years old",
                "eine neunzigjährige Frau",
                "noventa y tres años",
                "quatre-vingt-douze ans"
            })
    void age_aboveEightyNine_isFound(String age) {
        assertThat(in("It is " + age + " and well"))
                .as(age)
                .anySatisfy(one -> assertThat(one.kind()).isEqualTo(NamingKind.GREAT_AGE));
    }

    @Test
    void passage_standsInItsSentence_andIsFoundOnce() {
        assertThat(in("It hurt. Then Anna rang ann@mail.example. It went on."))
                .extracting(NamingPassage::before, NamingPassage::found, NamingPassage::after)
                .containsExactly(
                        tuple("Then ", "Anna", " rang ann@mail.example."),
                        tuple("Then Anna rang ", "ann@mail.example", "."));
    }

    @Test
    void key_tellsSamePassagesInTwoTextsAndTwoPlacesApart_andStandsOnOneLine() {
        List<NamingPassage> both = NamingPassages.in(Map.of("a", "Anna and\nAnna", "b", "Anna and\nAnna"), NAMES);
        assertThat(both).hasSize(4);
        assertThat(both.stream().map(NamingPassage::key).distinct()).hasSize(4).noneMatch(key -> key.contains("\n"));
    }

    @Test
    void author_mayBeNamed_butNobodyElse() {
        assertThat(NamingPassages.in(Map.of("author", "Mara Kessler, with Anna"), NAMES.withoutAuthors()))
                .extracting(NamingPassage::found)
                .containsExactly("Anna");
    }

    /** A text of the greatest length, of what the forms begin with over and over, is gone through at once. */
    @ParameterizedTest
    @ValueSource(strings = {"1", "1 ", "a.", "1.1.", "A1 ", "Anna ", "calle a", "@", "a-", "neunzig", "1 Aa "})
    @Timeout(5)
    void text_thatBeginsLikeAFormThroughout_isGoneThroughInTime(String part) {
        assertThat(in(part.repeat(4000 / part.length())))
                .extracting(NamingPassage::found)
                .doesNotContain("");
    }
}
