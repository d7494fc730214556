package org.stillpoint.web.outcome;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.evidence.diary.Better;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;

/** What a check-in asks, one line of a diary each. */
public enum Measured {
    PAIN("Pain", "pain", answers -> Optional.of(answers.pain())),
    STRESS("Stress", "stress", answers -> Optional.of(answers.stress())),
    TENSION("Tension", "tension", answers -> Optional.of(answers.tension())),
    ANXIETY("Anxiety", "anxiety", answers -> Optional.of(answers.anxiety())),
    MOOD("Mood", "mood", Answers::mood),
    SLEEP("Sleep", "sleep", Answers::sleep),
    BODY_AWARENESS("Body awareness", "body_awareness", Answers::bodyAwareness);

    private final String words;
    private final String key;
    private final Function<Answers, Optional<Score0To10>> answer;

    Measured(String words, String key, Function<Answers, Optional<Score0To10>> answer) {
        this.words = words;
        this.key = key;
        this.answer = answer;
    }

    /** As shown to people. */
    public String words() {
        return words;
    }

    /** For addresses, and the name that the measures of evidence know it by. */
    public String key() {
        return key;
    }

    /** The one of this key; pain where there is no such. */
    static Measured of(String key) {
        String wanted = key.toLowerCase(Locale.ROOT);
        for (Measured one : values()) {
            if (one.key.equals(wanted)) {
                return one;
            }
        }
        return PAIN;
    }

    Optional<Score0To10> in(Answers answers) {
        return answer.apply(answers);
    }

    Measure measure() {
        return Measures.find(key).orElseThrow(() -> new IllegalStateException("no measure " + key));
    }

    Better better() {
        return measure().better();
    }

    /** With the name that people here use, in the plain measure's setting. */
    Setting setting() {
        Setting known = Setting.of(measure());
        return new Setting(words, known.scale(), known.reliableChange(), known.smallestChange(), known.source());
    }
}
