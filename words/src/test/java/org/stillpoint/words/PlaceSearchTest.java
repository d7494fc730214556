package org.stillpoint.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.words.PlaceSearch.PlaceFound;

class PlaceSearchTest {

    private static final PlaceSearch SEARCH = new PlaceSearch(Atlas.standard(), new Speaker(Locale.UK, ZoneOffset.UTC));

    /** Parts, everyday names, Latin ones, with a side and without: what comes first. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    nape                  | Neck, back, left
                    left calf             | Calf, left
                    CALF right            | Calf, right
                    upper b               | Upper back, left
                    hamstring left        | Thigh, back, left
                    musculus psoas        | Psoas major, right
                    masset left           | Masseter, left
                    bottom                | Buttock, left
                    """)
    void find_asSomebodyTypes_isFoundFirst(String typed, String first) {
        assertThat(SEARCH.find(typed, false).getFirst().label()).isEqualTo(first);
    }

    @Test
    void find_amongMuscles_leavesRegionsOut() {
        assertThat(SEARCH.find("calf", true))
                .isNotEmpty()
                .allMatch(PlaceFound::muscle)
                .extracting(PlaceFound::label)
                .contains("Gastrocnemius, left", "Soleus, left");
        assertThat(SEARCH.find("psoas", true))
                .extracting(PlaceFound::label)
                .contains("Psoas major, left", "Psoas major, right");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", ",", "no such place", "psoas nape"})
    void find_whatNoPlaceIsCalled_findsNothing(String typed) {
        assertThat(SEARCH.find(typed, false)).isEmpty();
    }

    @Test
    void find_oneLetter_answersWithAFew() {
        assertThat(SEARCH.find("a", false)).hasSize(PlaceSearch.MOST);
    }

    @Test
    void everydayWords_eachNameSomethingOfTheBody() {
        List<String> names = Atlas.standard().regions().list().stream()
                .map(region -> region.name())
                .collect(Collectors.toCollection(ArrayList::new));
        Atlas.standard().muscles().list().forEach(muscle -> names.add(muscle.name()));
        assertThat(Arrays.stream(EverydayWords.values())
                        .filter(each -> names.stream().noneMatch(each::of)))
                .isEmpty();
    }
}
