package org.stillpoint.memory;

import static org.stillpoint.memory.TraumaKind.CAR_ACCIDENT;
import static org.stillpoint.memory.TraumaKind.CHALLENGING_LIFE_EXPERIENCE;
import static org.stillpoint.memory.TraumaKind.INJURY;
import static org.stillpoint.memory.TraumaKind.PHYSICAL_TRAUMA;
import static org.stillpoint.memory.TraumaKind.SURGERY;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.anatomy.Atlas;

/**
 * Made-up lives to teach with. They follow the story that the method tells; nobody lived them, and they show nothing about it.
 *
 * <p>Pain far from what is held is rare in the model at any capacity. Where these lives show it, the parameter that makes it appear is
 * arousal: 0.6 to 0.8 takes the capacity to adapt down; a year before it rises they are quiet (S02 in the tests).
 */
public enum TeachingExample {
    WHIPLASH(
            "Whiplash",
            20,
            50,
            event(26, CAR_ACCIDENT, "rear", "Hit from behind at a light", 8, 7),
            arousal(41, 0.7, "A hard year: stress and little sleep"),
            release(
                    43,
                    "Release in the neck",
                    0.6,
                    "sternocleidomastoid",
                    "longus_colli",
                    "scalenus_anterior",
                    "longus_capitis"),
            release(43.3, "Release between neck and shoulder", 0.5, "trapezius_descending_part", "levator_scapulae"),
            release(43.6, "Release under the back of the head", 0.6, "splenius_capitis", "semispinalis_capitis")),
    FALL_ON_THE_SACRUM(
            "A fall on the sacrum",
            5,
            55,
            event(12, PHYSICAL_TRAUMA, "fall on the sacrum", "A fall from a tree on to the sacrum", 8, 6),
            event(34, INJURY, "ankle sprain", "A sprained ankle", 5, 3),
            arousal(44, 0.6, "Stress at work, little rest"),
            release(46, "Release in the pelvic floor", 0.6, "coccygeus", "iliococcygeus", "pubococcygeus"),
            release(46.4, "Release at the sacrum", 0.5, "multifidus_lumborum", "piriformis", "gluteus_maximus")),
    ABDOMINAL_SURGERY(
            "Abdominal surgery",
            25,
            60,
            event(31, SURGERY, "abdomen", "An open operation on the abdomen", 7, 6),
            arousal(47, 0.6, "Worry over a sick parent"),
            release(49, "Release in the abdominal wall", 0.5, "rectus_abdominis", "transversus_abdominis"),
            release(49.5, "Release in the depth", 0.7, "diaphragm", "psoas_major")),
    GRIEF(
            "A grief held in jaw and diaphragm",
            25,
            60,
            event(33, CHALLENGING_LIFE_EXPERIENCE, "grief", "The death of a brother, unwept", 9, 9),
            arousal(33, 0.6, "Mourning"),
            arousal(36, 0.1, "Life goes on"),
            arousal(45, 0.8, "Anxious months after a move"),
            release(47, "Release in the jaw", 0.6, "masseter", "temporalis", "medial_pterygoid"),
            release(47.4, "Release of the diaphragm", 0.7, "diaphragm"));

    private final String words;
    private final double from;
    private final double to;
    private final List<Episode> happenings;

    TeachingExample(String words, double from, double to, Episode... happenings) {
        this.words = words;
        this.from = from;
        this.to = to;
        this.happenings = List.of(happenings);
    }

    /** Something that happens, and what it is called. */
    public sealed interface Episode {
        /** Years. */
        double age();

        /** In a few words. */
        String title();
    }

    /** A trauma event as the made-up person told it. */
    public record EventEpisode(double age, ToldEvent told) implements Episode {
        @Override
        public String title() {
            return told.id();
        }
    }

    /** Stress, tension and anxiety from here on, 0 to 1. */
    public record ArousalEpisode(double age, double level, String title) implements Episode {}

    /**
     * A held contraction lets go on both sides.
     *
     * @param extent share that lets go, 0 to 1
     * @param muscles named without a side
     */
    public record ReleaseEpisode(double age, String title, double extent, List<String> muscles) implements Episode {
        /** Ids in the atlas. */
        public List<String> ids(Atlas atlas) {
            return muscles.stream()
                    .flatMap(muscle -> atlas.muscles().find(muscle).isPresent()
                            ? Stream.of(muscle)
                            : Stream.of(muscle + "_right", muscle + "_left"))
                    .toList();
        }
    }

    private static Episode event(
            double age, TraumaKind kind, String mechanism, String title, double severity, double intensity) {
        return new EventEpisode(age, new ToldEvent(title, kind, mechanism, List.of(), severity, intensity));
    }

    private static Episode arousal(double age, double level, String title) {
        return new ArousalEpisode(age, level, title);
    }

    private static Episode release(double age, String title, double extent, String... muscles) {
        return new ReleaseEpisode(age, title, extent, List.of(muscles));
    }

    /** The example under a key, if there is one. */
    public static Optional<TeachingExample> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** As in addresses and on the command line: {@code fall-on-the-sacrum}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As shown to people. */
    public String words() {
        return words;
    }

    /** Age at which its story begins, years. */
    public double from() {
        return from;
    }

    /** Age at which it ends, years. */
    public double to() {
        return to;
    }

    /** What happens, the earliest first. */
    public List<Episode> happenings() {
        return happenings;
    }

    /** What all of it changes in the model. */
    public List<LifeEvent> changes(Bracing bracing) {
        return happenings.stream()
                .flatMap(each -> changes(each, bracing).stream())
                .toList();
    }

    /** What one happening changes in the model. */
    public static List<LifeEvent> changes(Episode happening, Bracing bracing) {
        Atlas atlas = bracing.atlas();
        return switch (happening) {
            case EventEpisode(double age, ToldEvent told) ->
                List.of(new LifeEvent.Strike(age, bracing.doses(told), told.severity() / 10, told.intensity() / 10));
            case ArousalEpisode(double age, double level, String _) -> List.of(new LifeEvent.Arousal(age, level));
            case ReleaseEpisode release ->
                release.ids(atlas).stream()
                        .<LifeEvent>map(id -> new LifeEvent.MuscleRelease(
                                release.age(), atlas.muscles().indexOf(id), release.extent()))
                        .toList();
        };
    }
}
