package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.history.EventDate;
import org.stillpoint.record.history.EventKind;
import org.stillpoint.record.history.Provenance;

/** How the speaker says numbers, dates and spans. The expected forms are those of CLDR for British English. */
class SpeakerTest {

    private final Speaker speaker = new Speaker(Locale.UK, ZoneId.of("Europe/Berlin"));
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @Test
    void number_upToOneDecimal_withoutTrailingZeroAndWithATrueMinus() {
        assertThat(speaker.number(2.0)).isEqualTo("2");
        assertThat(speaker.number(2.25)).isEqualTo("2.3");
        assertThat(speaker.number(-0.75)).isEqualTo("\u22120.8");
        assertThat(speaker.number(-0.04)).isEqualTo("0");
        assertThat(speaker.number(12_345.6)).isEqualTo("12,345.6");
        assertThat(speaker.number(new Decimal(0.8, 2))).isEqualTo("0.80");
        assertThat(speaker.score(new Score0To10(6.5))).isEqualTo("6.5");
        assertThat(speaker.percent(0.744)).isEqualTo("74%");
    }

    @Property
    void number_anyValue_isTheValueToHalfATenth(@ForAll @DoubleRange(min = -999, max = 999) double value) {
        double said = Double.parseDouble(speaker.number(value).replace('\u2212', '-'));

        assertThat(Math.abs(said - value)).isLessThanOrEqualTo(0.05 + 1e-9);
    }

    @Test
    void dates_areOfThePracticesZone() {
        Instant evening = Instant.parse("2026-11-03T23:30:00Z");

        assertThat(speaker.day(evening)).isEqualTo("4 November 2026");
        assertThat(speaker.time(evening)).isEqualTo("00:30");
        assertThat(new Speaker(Locale.UK, ZoneId.of("America/New_York")).day(evening))
                .isEqualTo("3 November 2026");
        assertThat(speaker.shortDay(LocalDate.of(2026, 11, 3))).isEqualTo("3 Nov 2026");
        assertThat(speaker.weekday(LocalDate.of(2026, 11, 3))).isEqualTo("Tuesday, 3 November 2026");
        assertThat(speaker.month(YearMonth.of(2026, 11))).isEqualTo("November 2026");
    }

    @Test
    void when_anyPrecision_isSaidAsPrecisely() {
        assertThat(speaker.when(EventDate.day(LocalDate.of(2014, 3, 17)))).isEqualTo("17 March 2014");
        assertThat(speaker.when(EventDate.month(YearMonth.of(2014, 3)))).isEqualTo("March 2014");
        assertThat(speaker.when(EventDate.year(2014))).isEqualTo("2014");
        assertThat(speaker.when(EventDate.about(2014))).isEqualTo("about 2014");
    }

    @Test
    void ago_anySpan_isSaidInTheUnitPeopleUse() {
        assertThat(speaker.ago(EventDate.year(2014), TODAY)).isEqualTo("12 years ago");
        assertThat(speaker.ago(EventDate.month(YearMonth.of(2026, 6)), TODAY)).isEqualTo("5 months ago");
        assertThat(speaker.ago(EventDate.day(TODAY), TODAY)).isEqualTo("recently");
    }

    @Test
    void spans_minutesAndClock() {
        assertThat(speaker.length(Duration.ofSeconds(80))).isEqualTo("1 minute");
        assertThat(speaker.length(Duration.ofMinutes(25))).isEqualTo("25 minutes");
        assertThat(speaker.clock(Duration.ofSeconds(725))).isEqualTo("12:05");
    }

    @Test
    void name_ofAConstant_isWhatPeopleCallIt() {
        assertThat(speaker.name(EventKind.CAR_ACCIDENT)).isEqualTo("Car accident");
        assertThat(speaker.name(Provenance.LATER_CORROBORATED)).isEqualTo("later corroborated");
        assertThatThrownBy(() -> speaker.name(EventDate.Precision.DAY)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void number_asTyped_hasItsDecimalsAndNoGroups() {
        assertThat(speaker.number(AsTyped.of(325_787))).isEqualTo("325787");
        assertThat(speaker.number(AsTyped.of(-0.125))).isEqualTo("-0.125");
        assertThat(speaker.number(AsTyped.of(-0.0))).isEqualTo("0");
        assertThat(speaker.number(AsTyped.of(1e9))).isEqualTo("1000000000");
        assertThat(speaker.number(new AsTyped(new BigDecimal("4.0")))).isEqualTo("4.0");
    }

    @Test
    void speaker_languageWithoutFiles_isEnglish() {
        assertThat(new Speaker(Locale.JAPANESE, ZoneOffset.UTC).say(new Dates.About(Year.of(2014))))
                .isEqualTo("about 2014");
    }
}
