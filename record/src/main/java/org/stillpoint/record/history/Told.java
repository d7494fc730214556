package org.stillpoint.record.history;

import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Score0To10;

/**
 * What the client tells of an event.
 *
 * @param places pain regions that were struck or that braced, in the order told, none twice; may be empty
 * @param mechanism how it happened and in which direction the force came, in the client's words; may be empty
 * @param coded the same as one of the ways of which it is known what braces, of this kind; empty where none was chosen
 * @param severity how hard it struck; empty where it is not known
 * @param emotionalIntensity how strongly it was felt; empty where it is not known
 * @param felt what was felt, in the client's words; may be empty
 * @param force from where the force came, several where it came slantwise; may be empty
 * @param posture how they stood, sat or lay, in their words; may be empty
 */
public record Told(
        EventKind kind,
        EventDate when,
        List<RegionCode> places,
        PrivateText mechanism,
        Optional<Mechanism> coded,
        Optional<Score0To10> severity,
        Optional<Score0To10> emotionalIntensity,
        PrivateText felt,
        Set<ForceDirection> force,
        PrivateText posture) {

    public Told {
        places = List.copyOf(places);
        force = Collections.unmodifiableSet(
                force.isEmpty() ? EnumSet.noneOf(ForceDirection.class) : EnumSet.copyOf(force));
        if (new HashSet<>(places).size() < places.size()) {
            throw new BadValue("places", "of " + places.size() + " regions", "each region once");
        }
        if (coded.isPresent() && coded.get().kind() != kind) {
            throw new BadValue("mechanism", coded.get().name(), "one of a " + kind);
        }
    }

    /** Where nobody said from where the force came, nor how they stood, sat or lay. */
    public Told(
            EventKind kind,
            EventDate when,
            List<RegionCode> places,
            PrivateText mechanism,
            Optional<Mechanism> coded,
            Optional<Score0To10> severity,
            Optional<Score0To10> emotionalIntensity,
            PrivateText felt) {
        this(kind, when, places, mechanism, coded, severity, emotionalIntensity, felt, Set.of(), PrivateText.NONE);
    }

    /** Told in the client's words alone, by somebody who knows how hard it was. */
    public Told(
            EventKind kind,
            EventDate when,
            List<RegionCode> places,
            PrivateText mechanism,
            Score0To10 severity,
            Score0To10 emotionalIntensity,
            PrivateText felt) {
        this(
                kind,
                when,
                places,
                mechanism,
                Optional.empty(),
                Optional.of(severity),
                Optional.of(emotionalIntensity),
                felt);
    }
}
