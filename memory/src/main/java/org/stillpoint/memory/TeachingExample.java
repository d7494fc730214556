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
import org.stillpoint.anatomy.MuscleId;

/**
 * Made-up lives to teach with, called by keys; what people call them is said elsewhere. They follow the story that the method tells; nobody lived them, and they show nothing about it.
 *
 * <p>Pain far from what is held is rare in the model at any capacity. Where these lives show it, the parameter that makes it appear is
 * arousal: 0.6 to 0.8 takes the capacity to adapt down; a year before it rises they are quiet (S02 in the tests).
 */
public enum TeachingExample {
    WHIPLASH(
            20,
            50,
            event(26, CAR_ACCIDENT, "rear", "hit-from-behind", 8, 7),
            arousal(41, 0.7, "hard-year"),
            release(
                    43,
                    "release-in-neck",
                    0.6,
                    "sternocleidomastoid",
                    "longus_colli",
                    "scalenus_anterior",
                    "longus_capitis"),
            release(43.3, "release-between-neck-and-shoulder", 0.5, "trapezius_descending_part", "levator_scapulae"),
            release(43.6, "release-under-back-of-head", 0.6, "splenius_capitis", "semispinalis_capitis")),
    FALL_ON_THE_SACRUM(
            5,
            55,
            event(12, PHYSICAL_TRAUMA, "fall on the sacrum", "fall-from-tree", 8, 6),
            event(34, INJURY, "ankle sprain", "sprained-ankle", 5, 3),
            arousal(44, 0.6, "stress-at-work"),
            release(46, "release-in-pelvic-floor", 0.6, "coccygeus", "iliococcygeus", "pubococcygeus"),
            release(46.4, "release-at-sacrum", 0.5, "multifidus_lumborum", "piriformis", "gluteus_maximus")),
    ABDOMINAL_SURGERY(
            25,
            60,
            event(31, SURGERY, "abdomen", "open-operation", 7, 6),
            arousal(47, 0.6, "sick-parent"),
            release(49, "release-in-abdominal-wall", 0.5, "rectus_abdominis", "transversus_abdominis"),
            release(49.5, "release-in-depth", 0.7, "diaphragm", "psoas_major")),
    GRIEF(
            25,
            60,
            event(33, CHALLENGING_LIFE_EXPERIENCE, "grief", "death-of-brother", 9, 9),
            arousal(33, 0.6, "mourning"),
            arousal(36, 0.1, "life-goes-on"),
            arousal(45, 0.8, "anxious-months"),
            release(47, "release-in-jaw", 0.6, "masseter", "temporalis", "medial_pterygoid"),
            release(47.4, "release-of-diaphragm", 0.7, "diaphragm"));

    private final double from;
    private final double to;
    private final List<Episode> happenings;

    TeachingExample(double from, double to, Episode... happenings) {
        this.from = from;
        this.to = to;
        this.happenings = List.of(happenings);
    }

    /** Something that happens. */
    public sealed interface Episode {
        /** Years. */
        double age();

        /** Names it among all that happens in the examples: {@code hit-from-behind}. */
        String key();
    }

    /** A trauma event as the made-up person told it. */
    public record EventEpisode(double age, ToldEvent told) implements Episode {
        @Override
        public String key() {
            return told.id();
        }
    }

    /** Stress, tension and anxiety from here on, 0 to 1. */
    public record ArousalEpisode(double age, double level, String key) implements Episode {}

    /**
     * A held contraction lets go on both sides.
     *
     * @param extent share that lets go, 0 to 1
     * @param muscles named without a side
     */
    public record ReleaseEpisode(double age, String key, double extent, List<String> muscles) implements Episode {
        /** Those of both sides in the atlas. */
        public List<MuscleId> ids(Atlas atlas) {
            return muscles.stream()
                    .flatMap(muscle -> atlas.muscles().find(muscle).isPresent()
                            ? Stream.of(muscle)
                            : Stream.of(muscle + "_right", muscle + "_left"))
                    .map(MuscleId::new)
                    .toList();
        }
    }

    private static Episode event(
            double age, TraumaKind kind, String mechanism, String key, double severity, double intensity) {
        return new EventEpisode(age, new ToldEvent(key, kind, mechanism, List.of(), severity, intensity));
    }

    private static Episode arousal(double age, double level, String key) {
        return new ArousalEpisode(age, level, key);
    }

    private static Episode release(double age, String key, double extent, String... muscles) {
        return new ReleaseEpisode(age, key, extent, List.of(muscles));
    }

    /** The example under a key, if there is one. */
    public static Optional<TeachingExample> find(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    /** As in addresses and on the command line: {@code fall-on-the-sacrum}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
                List.of(new LifeEvent.Strike(
                        age, bracing.doses(told), told.expectedSeverity(), told.expectedIntensity()));
            case ArousalEpisode(double age, double level, String _) -> List.of(new LifeEvent.Arousal(age, level));
            case ReleaseEpisode release ->
                release.ids(atlas).stream()
                        .<LifeEvent>map(id -> new LifeEvent.MuscleRelease(
                                release.age(), atlas.muscles().indexOf(id.value()), release.extent()))
                        .toList();
        };
    }
}
