package org.stillpoint.web.life;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.memory.TeachingExample.Arousal;
import org.stillpoint.memory.TeachingExample.Event;
import org.stillpoint.memory.TeachingExample.Release;
import org.stillpoint.memory.ToldEvent;
import org.stillpoint.web.life.LifeStory.Happening;
import org.stillpoint.web.life.LifeStory.Kind;
import org.stillpoint.web.view.Places;
import org.stillpoint.web.view.Words;

/** A teaching example as the model plays it. */
final class TaughtLife {

    private TaughtLife() {}

    static LifeStory of(TeachingExample example, Places places, LifeModel model) {
        List<Happening> happenings = new ArrayList<>();
        for (TeachingExample.Happening each : example.happenings()) {
            String id = String.valueOf(happenings.size());
            happenings.add(
                    switch (each) {
                        case Event event -> event(id, event, places, model);
                        case Arousal change ->
                            happening(
                                    id,
                                    Kind.AROUSAL,
                                    change,
                                    "Stress, tension and anxiety at " + Words.number(10 * change.level())
                                            + " of 10 from here on.",
                                    "",
                                    model);
                        case Release release ->
                            happening(
                                    id,
                                    Kind.RELEASE,
                                    release,
                                    Words.percent(release.extent()) + " of what is held lets go in "
                                            + String.join(", ", release.muscles())
                                                    .replace('_', ' ') + ".",
                                    String.join(" ", release.ids(model.bracing().atlas())),
                                    model);
                    });
        }
        return new LifeStory(example.from(), example.to(), 0, happenings);
    }

    private static Happening event(String id, Event event, Places places, LifeModel model) {
        ToldEvent told = event.told();
        double[] doses = model.bracing().doses(told);
        List<String> touched = places.muscles().stream()
                .map(muscle -> muscle.id())
                .filter(muscle -> doses[places.muscleIndex(muscle)] > 0)
                .toList();
        String detail = "How hard it struck: " + Words.number(told.severity())
                + " of 10. How strongly it was felt: " + Words.number(told.intensity()) + " of 10. "
                + Words.count(touched.size(), "muscle") + " braced.";
        return happening(id, Kind.EVENT, event, detail, String.join(" ", touched), model);
    }

    private static Happening happening(
            String id, Kind kind, TeachingExample.Happening each, String detail, String touched, LifeModel model) {
        return new Happening(
                id,
                kind,
                each.age(),
                each.title(),
                "at " + Words.number(each.age()),
                detail,
                touched,
                TeachingExample.changes(each, model.bracing()));
    }
}
