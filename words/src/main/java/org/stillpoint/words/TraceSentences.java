package org.stillpoint.words;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import org.stillpoint.practice.trace.TraceReading;
import org.stillpoint.practice.trace.TraceReading.HandTrusted;
import org.stillpoint.practice.trace.TraceReading.Traced;
import org.stillpoint.practice.trace.TraceReading.Worth;
import org.stillpoint.trace.Route;
import org.stillpoint.trace.RouteStep;

/** Says a trace: what it found, how far its places can be told apart, and the ways from them to the pain. */
public final class TraceSentences {

    private final PlaceNames places;

    public TraceSentences(PlaceNames places) {
        this.places = places;
    }

    /** The strongest way to a region. */
    public record RegionWay(Message region, Message way) {}

    /** The whole answer in one sentence. */
    public static Message of(Traced trace) {
        if (trace.places().isEmpty()) {
            return trace.found().isPresent() ? TraceWords.NOTHING_STANDS_OUT_YET : TraceWords.NOTHING_STANDS_OUT;
        }
        Share left = new Share(trace.unexplained());
        return trace.unknownComesFirst()
                ? new TraceWords.UnknownFirst(left)
                : new TraceWords.WouldAccount(trace.places().size(), new Share(1 - trace.unexplained()), left);
    }

    /** @param named how many of its muscles stand on the page */
    public static Message apart(Worth worth, int named) {
        int muscles = worth.muscles().size();
        return muscles == 1
                ? TraceWords.ONE_MUSCLE
                : new TraceWords.Apart(muscles, new Share(worth.purity()), muscles - named);
    }

    /** How the anonymous sources do beside this place. */
    public static Message anonymous(Worth worth) {
        return worth.bumps() < 1
                ? new TraceWords.LessLikely(roughly(1 / worth.bumps()))
                : new TraceWords.AsLikely(roughly(worth.bumps()));
    }

    /** Two digits: more would claim too much. */
    private static double roughly(double times) {
        return BigDecimal.valueOf(times).round(new MathContext(2)).doubleValue();
    }

    /** How far the hand is trusted. */
    public static Message of(HandTrusted hand) {
        return new TraceWords.HandTrusted(
                hand.feltTwice(), new Share(hand.sensitivity()), new Share(hand.specificity()));
    }

    /** What each grade of restriction says. */
    public static Message grades(HandTrusted hand) {
        List<Double> ratios = hand.ratios();
        return new TraceWords.GradesSay(ratios.get(0), ratios.get(1), ratios.get(2), ratios.get(3));
    }

    /** The answers that a place to feel next can have: clearly restricted, then nothing. */
    public List<Message> ifFelt(TraceReading.Next next) {
        return List.of(
                new TraceWords.IfRestricted(then(next.restricted())), new TraceWords.IfNothing(then(next.nothing())));
    }

    private Message then(TraceReading.IfFelt answer) {
        return answer.firsts().isEmpty()
                ? TraceWords.NOTHING_WOULD_STAND_OUT
                : new TraceWords.WouldStandOut(
                        answer.firsts().stream()
                                .map(muscle -> places.hand(muscle.value()))
                                .toList(),
                        new Share(answer.explained()));
    }

    /** @param release share of what is held that lets go at a release of this person on average */
    public static Message relief(Worth worth, double release) {
        TraceReading.ExpectedRelief relief = worth.relief();
        return new TraceWords.Relief(
                new Share(release), new Share(relief.mean()), new Share(relief.low()), new Share(relief.high()));
    }

    /** Each region with the strongest way to it. */
    public List<RegionWay> of(TraceReading.Ways ways) {
        return ways.routes().stream()
                .map(route -> new RegionWay(
                        places.region(route.region()), of(route.ways().getFirst())))
                .toList();
    }

    private Message of(Route.Way way) {
        List<Message> by = new ArrayList<>();
        List<Message> tightened = new ArrayList<>();
        boolean referred = false;
        for (RouteStep step : way.steps()) {
            switch (step) {
                case RouteStep.Held held -> {}
                case RouteStep.Carried carried -> {
                    Message name = PlaceNames.inside(places.carrier(carried.by()));
                    if (by.isEmpty() || !by.getLast().equals(name)) {
                        by.add(name);
                    }
                }
                case RouteStep.Tightened tight ->
                    tightened.add(places.muscle(tight.muscle().value()));
                case RouteStep.Felt last -> referred = last.referred();
            }
        }
        Share share = new Share(way.share());
        if (tightened.isEmpty()) {
            return new TraceWords.FeltItself(referred, share);
        }
        Message last = tightened.getLast();
        if (by.isEmpty()) {
            return new TraceWords.Tightened(last, referred, share);
        }
        Message all = by.getFirst();
        for (Message next : by.subList(1, by.size())) {
            all = new TraceWords.Then(all, next);
        }
        return new TraceWords.TightenedBy(last, all, referred, share);
    }
}
