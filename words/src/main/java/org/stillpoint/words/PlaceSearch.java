package org.stillpoint.words;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    private final Atlas atlas;
    private final Speaker speaker;
    private final Map<Locale, List<FindablePlace>> places = new ConcurrentHashMap<>();

    /** @param speaker in whose language one searches */
    public PlaceSearch(Atlas atlas, Speaker speaker) {
        this.atlas = atlas;
        this.speaker = speaker;
    }

    private List<FindablePlace> in(Locale locale) {
        Speaker fixed = speaker.in(locale);
        return Stream.concat(
                        atlas.regions().list().stream()
                                .map(region -> findable(
                                        new PlaceFound(region.code(), false, fixed.say(PlaceNames.of(region))),
                                        fixed,
                                        region.name(),
                                        "")),
                        atlas.muscles().list().stream()
                                .map(muscle -> findable(
                                        new PlaceFound(muscle.id(), true, fixed.say(PlaceNames.of(muscle))),
                                        fixed,
                                        muscle.name(),
                                        muscle.latin())))
                .toList();
    }

    private static FindablePlace findable(PlaceFound place, Speaker speaker, String name, String latin) {
        Stream<String> everyday = Arrays.stream(EverydayWords.values())
                .filter(each -> each.of(name))
                .map(speaker::say);
        Stream<String> others = Stream.of(place.label(), latin, PlaceTable.otherNames(name, speaker.locale()));
        return new FindablePlace(
                place, TypedWords.of(Stream.concat(others, everyday).collect(Collectors.joining(" "))));
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
        return places.computeIfAbsent(speaker.locale(), this::in).stream()
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
