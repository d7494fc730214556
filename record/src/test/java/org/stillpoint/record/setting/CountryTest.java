package org.stillpoint.record.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.BadValue;

class CountryTest {
    private static final Country SWITZERLAND = new Country("CH");

    @Test
    void language_isWrittenAsTheCountryDoes_whereThatIsKnown() {
        assertThat(SWITZERLAND.writing(Locale.GERMANY)).isEqualTo(Locale.forLanguageTag("de-CH"));
        assertThat(SWITZERLAND.writing(Locale.FRANCE)).isEqualTo(Locale.forLanguageTag("fr-CH"));
        assertThat(SWITZERLAND.writing(Locale.of("es", "ES"))).isEqualTo(Locale.of("es", "ES"));
        PracticeProfile profile = PracticeProfile.NONE.as(Optional.of(SWITZERLAND));
        assertThat(profile.with("By the river", PracticeLanguage.GERMAN)
                        .at("there")
                        .written(Locale.GERMANY))
                .isEqualTo(Locale.forLanguageTag("de-CH"));
        assertThat(PracticeProfile.NONE.written(Locale.UK)).isEqualTo(Locale.UK);
    }

    @Test
    void countries_areThoseWhereALanguageOfOursIsKnown_byTheirNames() {
        assertThat(Country.all())
                .contains(SWITZERLAND, new Country("AT"), new Country("MX"), new Country("US"), new Country("CA"))
                .doesNotHaveDuplicates();
        assertThat(SWITZERLAND.name(Locale.FRANCE)).isEqualTo("Suisse");
        assertThatThrownBy(() -> new Country("XX")).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new Country("")).isInstanceOf(BadValue.class);
    }
}
