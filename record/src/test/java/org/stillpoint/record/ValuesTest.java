package org.stillpoint.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.session.Moment;
import org.stillpoint.record.session.Site;

class ValuesTest {

    @ParameterizedTest
    @ValueSource(doubles = {-0.001, 10.001, 11, Double.NaN, Double.POSITIVE_INFINITY, -1})
    void score_outOfRange_namesFieldValueAndRange(double value) {
        assertThatThrownBy(() -> Score0To10.of("pain", value))
                .isInstanceOfSatisfying(
                        BadValue.class, bad -> assertThat(bad.field()).isEqualTo("pain"))
                .hasMessage("pain " + value + ": allowed is 0 to 10");
        assertThatThrownBy(() -> new Score0To10(value)).isInstanceOf(BadValue.class);
    }

    @Test
    void score_atTheEnds_isAllowed() {
        assertThat(Score0To10.of(10).value()).isEqualTo(10);
        assertThat(Score0To10.of(-0.0)).isEqualTo(Score0To10.NONE);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void releaseExtent_outOfRange_isRefused(double extent) {
        assertThatThrownBy(() -> new Moment.Release(new Site.MuscleSite(new MuscleId("psoas_major_left")), extent))
                .hasMessageEndingWith("allowed is 0 to 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1-1-1-1-1", "123e4567-e89b-12d3-a456-4266141740001", "'; drop table client --"})
    void id_thatIsNone_isRefusedWithoutRepeatingIt(String text) {
        assertThatThrownBy(() -> Id.of(text))
                .isInstanceOf(BadValue.class)
                .hasMessage("id of " + text.length() + " characters: allowed is a UUID of 36 characters");
    }

    @Test
    void id_writtenAndRead_isTheSame() {
        Id<Client> id = Id.random();
        assertThat(Id.<Client>of(id.toString())).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1X", "X 1", "X1\n", "Ü1", "XXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXXX"})
    void regionCode_inAnotherForm_isRefused(String code) {
        assertThatThrownBy(() -> new RegionCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Psoas", "psoas-major", "psoas major", "_psoas"})
    void muscle_inAnotherForm_isRefused(String id) {
        assertThatThrownBy(() -> new Site.MuscleSite(new MuscleId(id))).isInstanceOf(BadValue.class);
    }

    @Test
    void privateText_tooLongOrBroken_isRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> new PrivateText("secret".repeat(40_000)))
                .isInstanceOf(BadValue.class)
                .hasMessageNotContaining("secret");
        assertThatThrownBy(() -> new PrivateText("half a pair \uDC00")).isInstanceOf(BadValue.class);
        assertThat(new PrivateText("secret")).hasToString("(private, 6 characters)");
    }

    @Test
    void client_withoutANameOrBornTomorrow_isRefused() {
        Instant now = Instant.parse("2026-11-22T10:00:00Z");
        assertThatThrownBy(() -> Client.added(new PrivateText(" \u00a0\t.-"), OptionalInt.empty(), now))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> Client.added(new PrivateText("n".repeat(201)), OptionalInt.empty(), now))
                .isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> Client.added(new PrivateText("Ann"), OptionalInt.of(2028), now))
                .hasMessage("year of birth 2028: allowed is 1875 to 2027");
        assertThatThrownBy(() -> Client.added(new PrivateText("Ann"), OptionalInt.of(1874), now))
                .isInstanceOf(BadValue.class);
    }

    @Test
    void version_belowOneOrPastTheLast_isRefused() {
        assertThatThrownBy(() -> new Version(0)).isInstanceOf(BadValue.class);
        assertThatThrownBy(() -> new Version(Integer.MAX_VALUE).next()).isInstanceOf(ArithmeticException.class);
    }
}
