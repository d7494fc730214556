package org.stillpoint.words;

import java.util.List;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.life.Happening;
import org.stillpoint.practice.life.OwnParameters;
import org.stillpoint.practice.life.OwnParameters.Plausible;
import org.stillpoint.record.history.Provenance;

/** Says what happens in a life, and what is known of one person's parameters: intervals and what they rest on, never a promise. */
public final class LifeSentences {

    private final PlaceNames places;

    public LifeSentences(PlaceNames places) {
        this.places = places;
    }

    /** What happened. */
    public Message title(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck -> new Named(struck.event().told().kind());
            case Happening.Released released -> new LifeWords.Released(PlaceNames.inside(places.site(released.site())));
            case Happening.Answered answered -> CommonWords.CHECK_IN;
            case Happening.TaughtEvent event -> TeachingWords.of(event.key());
            case Happening.TaughtArousal change -> TeachingWords.of(change.key());
            case Happening.TaughtRelease release -> TeachingWords.of(release.key());
        };
    }

    /** When: a date in a client's life, an age in a made-up one. */
    public static Message when(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck ->
                new LifeWords.OnDate(struck.event().told().when());
            case Happening.Released released ->
                new LifeWords.OnDay(new ShortDay(released.mark().tappedAt()));
            case Happening.Answered answered ->
                new LifeWords.OnDay(new ShortDay(answered.checkIn().at()));
            case Happening.TaughtEvent event -> new LifeWords.AtAge(event.age());
            case Happening.TaughtArousal change -> new LifeWords.AtAge(change.age());
            case Happening.TaughtRelease release -> new LifeWords.AtAge(release.age());
        };
    }

    /** Where, how hard, how much. */
    public Message detail(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck ->
                whereAndKnown(struck.event().told().places(), struck.event().provenance());
            case Happening.Released released -> new LifeWords.AsMarked(new Share(released.extent()));
            case Happening.Answered answered -> CommonWords.CHECK_IN;
            case Happening.TaughtEvent event ->
                new LifeWords.StruckSo(
                        event.severity(), event.intensity(), event.muscles().size());
            case Happening.TaughtArousal change -> new LifeWords.Arousal(10 * change.level());
            case Happening.TaughtRelease release ->
                new LifeWords.LetsGoIn(
                        new Share(release.extent()),
                        release.named().stream()
                                .map(name -> name.replace('_', ' '))
                                .toList());
        };
    }

    /** Where an event struck, and how it is known. */
    public Message whereAndKnown(List<RegionCode> where, Provenance how) {
        return where.isEmpty()
                ? new EventWords.NowhereAndKnown(how)
                : new EventWords.WhereAndKnown(places.regions(where), how);
    }

    /** How this person lets go, adapts and hurts, as far as is known. */
    public static List<Message> of(OwnParameters.KnownPerson known) {
        Plausible release = known.release();
        return List.of(
                new LifeWords.LetsGo(
                        new Share(release.low()), new Share(release.high()), known.releases(), known.othersReleases()),
                new LifeWords.Adapts(
                        new Decimal(known.adapts().low(), 1),
                        new Decimal(known.adapts().high(), 1)),
                new LifeWords.Hurts(
                        new Decimal(known.hurts().low(), 1),
                        new Decimal(known.hurts().high(), 1)),
                new LifeWords.RestsOn(known.weeks(), known.others()));
    }
}
