package org.stillpoint.web.life;

import java.util.List;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.practice.life.Happening;
import org.stillpoint.practice.life.LifeStory;
import org.stillpoint.web.view.Places;
import org.stillpoint.words.LifeSentences;
import org.stillpoint.words.Speaker;

/** The rows of a life in words. */
final class LifeRows {

    private static final String EVENT = "event";
    private static final String AROUSAL = "arousal";
    private static final String RELEASE = "release";

    private final Speaker speaker;
    private final LifeSentences sentences;

    LifeRows(Places places) {
        this.speaker = places.speaker();
        this.sentences = new LifeSentences(places.names());
    }

    /** What has a row of its own, the earliest first; check-ins have none. */
    List<LifePage.LifeRow> of(LifeStory story) {
        return story.happenings().stream()
                .filter(each -> !(each instanceof Happening.Answered))
                .map(this::row)
                .toList();
    }

    private LifePage.LifeRow row(Happening happening) {
        return new LifePage.LifeRow(
                happening.id(),
                kind(happening),
                happening.age(),
                speaker.say(sentences.title(happening)),
                speaker.say(LifeSentences.when(happening)),
                speaker.say(sentences.detail(happening)),
                String.join(" ", where(happening)));
    }

    private static String kind(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck -> EVENT;
            case Happening.TaughtEvent event -> EVENT;
            case Happening.Answered answered -> AROUSAL;
            case Happening.TaughtArousal change -> AROUSAL;
            case Happening.Released released -> RELEASE;
            case Happening.TaughtRelease release -> RELEASE;
        };
    }

    private static List<String> ids(List<MuscleId> muscles) {
        return muscles.stream().map(MuscleId::value).toList();
    }

    private static List<String> where(Happening happening) {
        return switch (happening) {
            case Happening.Struck struck ->
                struck.places().stream().map(RegionCode::value).toList();
            case Happening.Released released -> ids(released.muscles());
            case Happening.TaughtEvent event -> ids(event.muscles());
            case Happening.TaughtRelease release -> ids(release.muscles());
            case Happening.Answered answered -> List.of();
            case Happening.TaughtArousal change -> List.of();
        };
    }
}
