package org.stillpoint.practice.life;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.stillpoint.memory.TeachingExample;
import org.stillpoint.memory.person.OwnCourse;
import org.stillpoint.practice.body.StandardBody;
import org.stillpoint.practice.body.ToldOnBody;
import org.stillpoint.record.checkin.CheckIn;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.history.TraumaEvent;
import org.stillpoint.record.session.Session;

/** Lives on the standard body: teaching examples, and what a client told. */
public final class LifePlayer {

    /** Moments spread evenly over a life: steps that the eye takes for smooth. */
    private static final int EVEN = 160;

    /** Years before and after a happening that are looked at besides: most of what follows an event comes within months. */
    private static final double[] AROUND = {-1e-6, 0, 0.02, 0.05, 0.1, 0.17, 0.25, 0.35, 0.5, 0.75, 1, 1.5, 2};

    private final StandardBody body;
    private final ToldOnBody told;
    private final Clock clock;

    /** @param clock says what day it is, and by which zone's days the practice lives */
    public LifePlayer(StandardBody body, Clock clock) {
        this.body = body;
        this.told = new ToldOnBody(body);
        this.clock = clock;
    }

    /**
     * How one person differs from the standard body.
     *
     * @param adapts factor on how much it takes up before anything is felt
     * @param hurts factor on how much is felt hurts
     */
    public record PersonFactors(double adapts, double hurts) {
        public static final PersonFactors STANDARD = new PersonFactors(1, 1);

        /** Whether both factors are among those that are looked at. */
        public boolean known() {
            return OwnCourse.known(adapts) && OwnCourse.known(hurts);
        }
    }

    /** The keys of the teaching examples, none of them lived. */
    public List<String> examples() {
        return Arrays.stream(TeachingExample.values()).map(TeachingExample::key).toList();
    }

    /** The life of a teaching example. */
    public Optional<LifeStory> findExample(String key) {
        return TeachingExample.find(key).map(example -> TaughtLife.of(example, body));
    }

    /** A client's life from what was told, marked and answered; each list the earliest first. */
    public LifeStory told(
            Client client, List<TraumaEvent> events, List<? extends Session> sessions, List<CheckIn> checkIns) {
        return ToldLife.of(client, events, sessions, checkIns, body, told, clock);
    }

    /**
     * The course of a life: the same moments whichever releases are left out, so that two courses can be laid over each other.
     *
     * @param without ids of releases that are left out
     */
    public LifeCourse course(LifeStory story, PersonFactors person, Set<String> without) {
        return LifeCourse.of(body.memory()
                .course(OwnCourse.parameters(person.adapts(), person.hurts()), story.changes(without), moments(story)));
    }

    /**
     * The pain that the model makes of a life at its end, where it hurts most, 0 to 10.
     *
     * @param low if every event of which it is not known struck as lightly as can be and was not felt
     * @param high if every such event struck as hard as can be and overwhelmed
     */
    public record PainRange(double low, double high) {}

    /** How far the course rests on what is not known of the events. */
    public PainRange range(LifeStory story, PersonFactors person) {
        return new PainRange(worst(story, person, 0), worst(story, person, 1));
    }

    private double worst(LifeStory story, PersonFactors person, double notKnown) {
        double[] pain = body.memory()
                .at(OwnCourse.parameters(person.adapts(), person.hurts()), story.changes(notKnown), story.to())
                .pain();
        return Arrays.stream(pain).max().orElse(0);
    }

    private static List<Double> moments(LifeStory story) {
        TreeSet<Double> ages = new TreeSet<>();
        for (int i = 0; i <= EVEN; i++) {
            ages.add(story.from() + (story.to() - story.from()) * i / EVEN);
        }
        for (Happening each : story.happenings()) {
            for (double around : each instanceof Happening.Answered ? new double[] {0} : AROUND) {
                double age = each.age() + around;
                if (age > story.from() && age < story.to()) {
                    ages.add(age);
                }
            }
        }
        return new ArrayList<>(ages);
    }
}
