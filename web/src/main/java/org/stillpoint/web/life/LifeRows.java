package org.stillpoint.web.life;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.stillpoint.practice.life.Happening;
import org.stillpoint.practice.life.LifeStory;
import org.stillpoint.record.RegionCode;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** The rows of a life in words. */
final class LifeRows {

    private static final String EVENT = "event";
    private static final String AROUSAL = "arousal";
    private static final String RELEASE = "release";

    private final Places places;
    private final ZoneId zone;

    LifeRows(Places places, ZoneId zone) {
        this.places = places;
        this.zone = zone;
    }

    /** What has a row of its own, the earliest first; check-ins have none. */
    List<LifePage.Row> of(LifeStory story) {
        return story.happenings().stream()
                .filter(each -> !(each instanceof Happening.Answered))
                .map(this::row)
                .toList();
    }

    private LifePage.Row row(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck -> {
                var told = struck.event().told();
                yield row(
                        struck,
                        EVENT,
                        told.kind().words(),
                        Words.when(told.when()),
                        (told.places().isEmpty() ? "No place named" : places.names(told.places())) + ". "
                                + sentence(struck.event().provenance().words()),
                        struck.places().stream().map(RegionCode::value).toList());
            }
            case Happening.Released released ->
                row(
                        released,
                        RELEASE,
                        "Release: " + places.name(released.site()).toLowerCase(Locale.ROOT),
                        Words.shortDay(released.mark().tappedAt(), zone),
                        Words.percent(released.extent()) + ", as marked in the session.",
                        released.muscles());
            case Happening.Answered answered -> row(answered, AROUSAL, "", "", "", List.of());
            case Happening.TaughtEvent event ->
                row(
                        event,
                        EVENT,
                        event.title(),
                        at(event),
                        "How hard it struck: " + Words.number(event.severity())
                                + " of 10. How strongly it was felt: " + Words.number(event.intensity()) + " of 10. "
                                + Words.count(event.muscles().size(), "muscle") + " braced.",
                        event.muscles());
            case Happening.TaughtArousal change ->
                row(
                        change,
                        AROUSAL,
                        change.title(),
                        at(change),
                        "Stress, tension and anxiety at " + Words.number(10 * change.level()) + " of 10 from here on.",
                        List.of());
            case Happening.TaughtRelease release ->
                row(
                        release,
                        RELEASE,
                        release.title(),
                        at(release),
                        Words.percent(release.extent()) + " of what is held lets go in "
                                + release.named().stream()
                                        .map(name -> name.replace('_', ' '))
                                        .collect(Collectors.joining(", "))
                                + ".",
                        release.muscles());
        };
    }

    private static LifePage.Row row(
            Happening happening, String kind, String title, String when, String detail, List<String> where) {
        return new LifePage.Row(happening.id(), kind, happening.age(), title, when, detail, String.join(" ", where));
    }

    private static String at(Happening happening) {
        return "at " + Words.number(happening.age());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1) + ".";
    }
}
