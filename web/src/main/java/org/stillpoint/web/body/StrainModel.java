package org.stillpoint.web.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.Joint;
import org.stillpoint.anatomy.Muscle;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;

/**
 * The standard body as an elastic network, with all of its fascia or without some grades of it. Each is worked out when it is
 * first asked for and kept: there are eight. Holds nothing about any person.
 */
public final class StrainModel {

    /** The grades of fascia that can be left out; what was looked for and not shown is never in. */
    public static final List<Evidence> GRADES = List.of(Evidence.STRONG, Evidence.MODERATE, Evidence.LIMITED);

    private final Atlas atlas;
    private final Map<Set<Evidence>, Answering> bodies = new ConcurrentHashMap<>();

    private record Answering(StrainNetwork network, Influence influence) {}

    /** The model of an atlas; nothing is worked out yet. */
    public StrainModel(Atlas atlas) {
        this.atlas = atlas;
    }

    /** The network without the grades of fascia that are named. */
    public StrainNetwork network(Set<Evidence> without) {
        return answering(without).network();
    }

    /** The influence of every muscle without the grades of fascia that are named; muscles and joints in the order of the atlas. */
    public Influence influence(Set<Evidence> without) {
        return answering(without).influence();
    }

    private Answering answering(Set<Evidence> without) {
        Set<Evidence> grades = new TreeSet<>(without);
        grades.retainAll(GRADES);
        return bodies.computeIfAbsent(Set.copyOf(grades), this::build);
    }

    private Answering build(Set<Evidence> without) {
        StrainParameters parameters = StrainParameters.standard();
        for (Evidence grade : without) {
            parameters = parameters.withoutFascia(grade);
        }
        StrainNetwork network = StrainNetwork.of(atlas, parameters);
        Influence influence = network.influence();
        List<String> muscles = atlas.muscles().list().stream().map(Muscle::id).toList();
        List<String> joints = atlas.joints().list().stream().map(Joint::id).toList();
        if (!influence.muscles().equals(muscles) || !influence.joints().equals(joints)) {
            throw new IllegalStateException(
                    "The strain network lists muscles or joints in another order than the atlas.");
        }
        return new Answering(network, influence);
    }
}
