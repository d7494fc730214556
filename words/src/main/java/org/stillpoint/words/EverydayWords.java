package org.stillpoint.words;

import java.util.List;
import java.util.Locale;

/** What people call places that the tables of the body name otherwise: several names in one text, with commas between them. */
public enum EverydayWords implements Label {
    FOREHEAD("scalp, front", "occipitofrontalis frontal"),
    JAW("face", "masseter", "temporalis", "medial pterygoid", "lateral pterygoid"),
    BACK_OF_HEAD("occiput", "scalp, back"),
    THROAT("neck, front"),
    NAPE("neck, back"),
    COLLARBONE("chest", "subclavius"),
    SHOULDER_BLADE("upper back"),
    BELLY("abdomen", "rectus abdominis", "transversus abdominis"),
    SMALL_OF_BACK("low back"),
    BOTTOM("buttock", "gluteus"),
    ARMPIT("shoulder, front"),
    PALM("hand, palmar"),
    BACK_OF_HAND("hand, dorsal"),
    HAMSTRINGS("thigh, back", "biceps femoris", "semimembranosus", "semitendinosus"),
    QUADRICEPS("thigh, front", "rectus femoris", "vastus"),
    KNEECAP("knee, front"),
    HOLLOW_OF_KNEE("knee, back"),
    CALVES("calf", "gastrocnemius", "soleus"),
    HEEL("foot, heel"),
    INSTEP("foot, dorsum"),
    HIP_BENDERS("psoas", "iliacus"),
    LATS("latissimus dorsi"),
    PECS("pectoralis"),
    SIDE_OF_NECK("sternocleidomastoid", "scalenus"),
    BREATHING("diaphragm");

    private final List<String> starts;

    EverydayWords(String... starts) {
        this.starts = List.of(starts);
    }

    /** Whether these are names of what the tables call so. */
    boolean of(String tableName) {
        String name = tableName.toLowerCase(Locale.ROOT);
        return starts.stream().anyMatch(name::startsWith);
    }
}
