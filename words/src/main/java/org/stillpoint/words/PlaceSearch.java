package org.stillpoint.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;

/**
 * Finds regions and muscles by what somebody types: parts of names, everyday names and Latin ones, with or without a side. Every word
 * that was typed must begin a word of the place's names.
 */
public final class PlaceSearch {

    /** More are no answer. */
    public static final int MOST = 8;

    /**
     * A place.
     *
     * @param id a region's code or a muscle's id
     * @param label what people call it
     */
    public record PlaceFound(String id, boolean muscle, String label) {}

    private record FindablePlace(PlaceFound place, TypedWords words) {}

    private final List<FindablePlace> places = new ArrayList<>();

    public PlaceSearch(Atlas atlas, Speaker speaker) {
        atlas.regions()
                .list()
                .forEach(region -> add(
                        new PlaceFound(region.code(), false, speaker.say(PlaceNames.of(region))),
                        speaker,
                        region.name(),
                        ""));
        atlas.muscles()
                .list()
                .forEach(muscle -> add(
                        new PlaceFound(muscle.id(), true, speaker.say(PlaceNames.of(muscle))),
                        speaker,
                        muscle.name(),
                        muscle.latin()));
    }

    private void add(PlaceFound place, Speaker speaker, String name, String latin) {
        Stream<String> everyday = Arrays.stream(EverydayWords.values())
                .filter(each -> each.of(name))
                .map(speaker::say);
        places.add(new FindablePlace(
                place,
                TypedWords.of(
                        Stream.concat(Stream.of(place.label(), latin), everyday).collect(Collectors.joining(" ")))));
    }

    /**
     * What fits best first: places whose own name begins as typed, then regions before muscles, as the atlas lists them.
     *
     * @param typed nothing where it is blank
     * @param musclesOnly whether regions are left out
     * @return at most {@link #MOST}
     */
    public List<PlaceFound> find(String typed, boolean musclesOnly) {
        TypedWords wanted = TypedWords.of(typed);
        if (wanted.none()) {
            return List.of();
        }
        return places.stream()
                .filter(each -> !musclesOnly || each.place().muscle())
                .filter(each -> wanted.beginEachOneOf(each.words()))
                .sorted(Comparator.comparing(each -> !each.words()
                        .words()
                        .getFirst()
                        .startsWith(wanted.words().getFirst())))
                .limit(MOST)
                .map(FindablePlace::place)
                .toList();
    }
}
