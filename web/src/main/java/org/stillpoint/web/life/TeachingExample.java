package org.stillpoint.web.life;

import static org.stillpoint.memory.EventKind.CAR_ACCIDENT;
import static org.stillpoint.memory.EventKind.CHALLENGING_LIFE_EXPERIENCE;
import static org.stillpoint.memory.EventKind.INJURY;
import static org.stillpoint.memory.EventKind.PHYSICAL_TRAUMA;
import static org.stillpoint.memory.EventKind.SURGERY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.stillpoint.memory.EventKind;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.web.life.LifeStory.Happening;
import org.stillpoint.web.life.LifeStory.Kind;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** Made-up lives to teach with. They follow the story that the method tells; nobody lived them, and they show nothing about it. */
enum TeachingExample {
    WHIPLASH("Whiplash", 20, 50) {
        @Override
        void tell(Telling telling) {
            telling.event(26, CAR_ACCIDENT, "rear", "Hit from behind at a light", 8, 7)
                    .arousal(41, 0.7, "A hard year: stress and little sleep")
                    .release(
                            43,
                            "Release in the neck",
                            0.6,
                            "sternocleidomastoid",
                            "longus_colli",
                            "scalenus_anterior",
                            "longus_capitis")
                    .release(
                            43.3,
                            "Release between neck and shoulder",
                            0.5,
                            "trapezius_descending_part",
                            "levator_scapulae")
                    .release(
                            43.6,
                            "Release under the back of the head",
                            0.6,
                            "splenius_capitis",
                            "semispinalis_capitis");
        }
    },
    SACRUM("A fall on the sacrum", 5, 55) {
        @Override
        void tell(Telling telling) {
            telling.event(12, PHYSICAL_TRAUMA, "fall on the sacrum", "A fall from a tree on to the sacrum", 8, 6)
                    .event(34, INJURY, "ankle sprain", "A sprained ankle", 5, 3)
                    .arousal(44, 0.6, "Stress at work, little rest")
                    .release(46, "Release in the pelvic floor", 0.6, "coccygeus", "iliococcygeus", "pubococcygeus")
                    .release(
                            46.4, "Release at the sacrum", 0.5, "multifidus_lumborum", "piriformis", "gluteus_maximus");
        }
    },
    ABDOMEN("Abdominal surgery", 25, 60) {
        @Override
        void tell(Telling telling) {
            telling.event(31, SURGERY, "abdomen", "An open operation on the abdomen", 7, 6)
                    .arousal(47, 0.6, "Worry over a sick parent")
                    .release(49, "Release in the abdominal wall", 0.5, "rectus_abdominis", "transversus_abdominis")
                    .release(49.5, "Release in the depth", 0.7, "diaphragm", "psoas_major");
        }
    },
    GRIEF("A grief held in jaw and diaphragm", 25, 60) {
        @Override
        void tell(Telling telling) {
            telling.event(33, CHALLENGING_LIFE_EXPERIENCE, "grief", "The death of a brother, unwept", 9, 9)
                    .arousal(33, 0.6, "Mourning")
                    .arousal(36, 0.1, "Life goes on")
                    .arousal(45, 0.8, "Anxious months after a move")
                    .release(47, "Release in the jaw", 0.6, "masseter", "temporalis", "medial_pterygoid")
                    .release(47.4, "Release of the diaphragm", 0.7, "diaphragm");
        }
    };

    private final String words;
    private final double from;
    private final double to;

    TeachingExample(String words, double from, double to) {
        this.words = words;
        this.from = from;
        this.to = to;
    }

    abstract void tell(Telling telling);

    /** As shown to people. */
    public String words() {
        return words;
    }

    /** As in addresses. */
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    LifeStory story(LifeModel model, Places places) {
        Telling telling = new Telling(model, places);
        tell(telling);
        return new LifeStory(from, to, 0, telling.happenings);
    }

    /** Puts a story together, happening by happening. */
    static final class Telling {

        private final LifeModel model;
        private final Places places;
        private final List<Happening> happenings = new ArrayList<>();

        private Telling(LifeModel model, Places places) {
            this.model = model;
            this.places = places;
        }

        Telling event(double age, EventKind kind, String mechanism, String title, double severity, double intensity) {
            double[] doses =
                    model.bracing().doses(new ToldEvent(title, kind, mechanism, List.of(), severity, intensity));
            List<String> touched = places.muscles().stream()
                    .filter(muscle -> doses[places.muscleIndex(muscle.id())] > 0)
                    .map(muscle -> muscle.id())
                    .toList();
            return add(
                    Kind.EVENT,
                    age,
                    title,
                    "How hard it struck: " + Words.number(severity) + " of 10. How strongly it was felt: "
                            + Words.number(intensity) + " of 10. " + Words.count(touched.size(), "muscle") + " braced.",
                    String.join(" ", touched),
                    List.of(new LifeEvent.Strike(age, doses, severity / 10, intensity / 10)));
        }

        Telling arousal(double age, double level, String title) {
            return add(
                    Kind.AROUSAL,
                    age,
                    title,
                    "Stress, tension and anxiety at " + Words.number(10 * level) + " of 10 from here on.",
                    "",
                    List.of(new LifeEvent.Arousal(age, level)));
        }

        /** Lets both sides of the named muscles go. */
        Telling release(double age, String title, double extent, String... muscles) {
            List<String> ids = Stream.of(muscles)
                    .flatMap(muscle -> places.hasMuscle(muscle)
                            ? Stream.of(muscle)
                            : Stream.of(muscle + "_right", muscle + "_left"))
                    .toList();
            String names =
                    Stream.of(muscles).map(muscle -> muscle.replace('_', ' ')).collect(Collectors.joining(", "));
            return add(
                    Kind.RELEASE,
                    age,
                    title,
                    Words.percent(extent) + " of what is held lets go in " + names + ".",
                    String.join(" ", ids),
                    ids.stream()
                            .<LifeEvent>map(id -> new LifeEvent.Release(age, places.muscleIndex(id), extent))
                            .toList());
        }

        private Telling add(
                Kind kind, double age, String title, String detail, String touched, List<LifeEvent> changes) {
            happenings.add(new Happening(
                    String.valueOf(happenings.size()),
                    kind,
                    age,
                    title,
                    "at " + Words.number(age),
                    detail,
                    touched,
                    changes));
            return this;
        }
    }
}
