package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.FascialLink;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.anatomy.PainRegion;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.anatomy.Segment;

/** What the body's tables call a place, in the languages of the program. */
class PlaceNameTest {
    private static final Atlas ATLAS = Atlas.standard();

    @ParameterizedTest
    @ValueSource(strings = {"de", "es", "fr"})
    void names_ofEveryPlaceOfTheBody_standInTheTable(String language) {
        Set<String> missing = new TreeSet<>();
        Stream.of(
                        ATLAS.regions().list().stream().map(PainRegion::name),
                        ATLAS.muscles().list().stream().map(Muscle::name),
                        ATLAS.joints().list().stream().map(Joint::name),
                        ATLAS.bodies().list().stream().map(Segment::name),
                        ATLAS.fascia().list().stream().map(FascialLink::name))
                .flatMap(names -> names)
                .map(name -> name.replaceFirst(" \\((right|left)\\)$", ""))
                .filter(name -> PlaceTable.name(name, Locale.of(language))
                        .filter(there -> !there.isBlank())
                        .isEmpty())
                .forEach(missing::add);

        assertThat(missing).isEmpty();
    }

    /** Expected values: the project's glossary of November 2026, regions.csv and muscles.csv. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"en; Buttock, right", "de; Gesäß, rechts", "es; Nalga, lado derecho", "fr; Fesse, à droite"})
    void region_withItsSide_isSaidAsOneSaysIt(String language, String said) {
        Speaker speaker = new Speaker(Locale.of(language), ZoneOffset.UTC);
        RegionCode buttock = ATLAS.regions().list().stream()
                .filter(region ->
                        region.name().equals("buttock") && region.side().name().equals("RIGHT"))
                .map(region -> new RegionCode(region.code()))
                .findFirst()
                .orElseThrow();

        assertThat(speaker.say(new PlaceNames(ATLAS).region(buttock))).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"de,Gesass", "de,po", "es,gluteo", "es,nalga", "fr,fesse", "fr,FESSIER", "en,buttock"})
    void search_inEachLanguage_findsByItsOwnWords_withOrWithoutAccents(String language, String typed) {
        PlaceSearch search = new PlaceSearch(ATLAS, new Speaker(Locale.of(language), ZoneOffset.UTC));

        assertThat(search.find(typed, false)).isNotEmpty();
    }
}
