package org.stillpoint.web.outcome;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.stillpoint.evidence.diary.Measure;
import org.stillpoint.evidence.diary.Measures;
import org.stillpoint.record.Score0To10;
import org.stillpoint.record.checkin.Answers;

/** What a check-in asks, one line of a diary each. */
public enum Asked implements Measured {
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

    Asked(String words, String key, Function<Answers, Optional<Score0To10>> answer) {
        this.words = words;
        this.key = key;
        this.answer = answer;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public String within() {
        return words.toLowerCase(Locale.ROOT);
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String noun() {
        return "check-in";
    }

    Optional<Score0To10> in(Answers answers) {
        return answer.apply(answers);
    }

    @Override
    public Measure measure() {
        return Measures.find(key).orElseThrow(() -> new IllegalStateException("no measure " + key));
    }
}
