package org.stillpoint.practice.life;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.memory.LifeEvent;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.practice.body.StandardBody;

/** A teaching example as the model plays it. */
final class TaughtLife {

    private TaughtLife() {}

    static LifeStory of(TeachingExample example, StandardBody body) {
        List<Happening> happenings = new ArrayList<>();
        for (TeachingExample.Episode each : example.happenings()) {
            happenings.add(happening(String.valueOf(happenings.size()), each, body));
        }
        return new LifeStory(example.from(), example.to(), OptionalDouble.empty(), happenings);
    }

    private static Happening happening(String id, TeachingExample.Episode each, StandardBody body) {
        List<LifeEvent> changes = TeachingExample.changes(each, body.bracing());
        return switch (each) {
            case TeachingExample.EventEpisode(double age, var told) ->
                new Happening.TaughtEvent(
                        id,
                        age,
                        each.key(),
                        told.severity().orElseThrow(),
                        told.intensity().orElseThrow(),
                        touched(body.bracing().doses(told), body),
                        changes);
            case TeachingExample.ArousalEpisode(double age, double level, String key) ->
                new Happening.TaughtArousal(id, age, key, level, changes);
            case TeachingExample.ReleaseEpisode release ->
                new Happening.TaughtRelease(
                        id,
                        release.age(),
                        release.key(),
                        release.extent(),
                        release.muscles(),
                        release.ids(body.atlas()),
                        changes);
        };
    }

    private static List<MuscleId> touched(double[] doses, StandardBody body) {
        return IntStream.range(0, doses.length)
                .filter(m -> doses[m] > 0)
                .mapToObj(m -> new MuscleId(body.atlas().muscles().list().get(m).id()))
                .toList();
    }
}
