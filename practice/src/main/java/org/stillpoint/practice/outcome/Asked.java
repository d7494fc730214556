package org.stillpoint.practice.outcome;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.evidence.diary.Setting;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;

/** What a check-in asks, one line of a diary each. */
public enum Asked implements Measured {
    PAIN("pain", answers -> Optional.of(answers.pain())),
    STRESS("stress", Answers::stress),
    TENSION("tension", Answers::tension),
    ANXIETY("anxiety", Answers::anxiety),
    MOOD("mood", Answers::mood),
    SLEEP("sleep", Answers::sleep),
    BODY_AWARENESS("body_awareness", Answers::bodyAwareness);

    private final String key;
    private final Function<Answers, Optional<Score0To10>> answer;

    Asked(String key, Function<Answers, Optional<Score0To10>> answer) {
        this.key = key;
        this.answer = answer;
    }

    @Override
    public String key() {
        return key;
    }

    /** This answer, where it was given. */
    public Optional<Score0To10> in(Answers answers) {
        return answer.apply(answers);
    }

    /** Named by its key. */
    @Override
    public Setting setting() {
        Setting known = Setting.of(measure());
        String name =
                key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1).replace('_', ' ');
        return new Setting(name, known.scale(), known.reliableChange(), known.smallestChange(), known.source());
    }

    @Override
    public Measure measure() {
        return Measures.find(key).orElseThrow(() -> new IllegalStateException("no measure " + key));
    }
}
