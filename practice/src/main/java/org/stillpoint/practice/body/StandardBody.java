package org.stillpoint.practice.body;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.stillpoint.anatomy.Atlas;
import org.stillpoint.anatomy.Evidence;
import org.stillpoint.anatomy.JointId;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.memory.Bracing;
import org.stillpoint.memory.PainMapping;
import org.stillpoint.memory.TissueMemory;
import org.stillpoint.strain.Influence;
import org.stillpoint.strain.StrainNetwork;
import org.stillpoint.strain.StrainParameters;
import org.stillpoint.trace.TraceModel;

/**
 * The standard body and everything that is worked out of it: its network with all of its fascia or without some grades of it,
 * tissue memory, which muscles brace, and the trace. Each is made when it is first asked for, once, and kept; safe to share
 * between threads. Holds nothing about any person.
 */
public final class StandardBody {

    /** The grades of fascia that can be left out; what was looked for and not shown is never in. */
    public static final List<Evidence> GRADES = List.of(Evidence.STRONG, Evidence.MODERATE, Evidence.LIMITED);

    private final Atlas atlas;
    private final Map<Set<Evidence>, StrainNetwork> networks = new ConcurrentHashMap<>(); // eight at most
    private final Map<Set<Evidence>, Influence> influences = new ConcurrentHashMap<>();
    private final Once<TissueMemory> memory;
    private final Once<Bracing> bracing;
    private final Once<TraceModel> trace;

    private StandardBody(Atlas atlas) {
        this.atlas = atlas;
        this.memory = new Once<>(() -> TissueMemory.of(PainMapping.of(atlas), influence()));
        this.bracing = new Once<>(() -> Bracing.of(memory.get().mapping()));
        this.trace = new Once<>(() -> TraceModel.of(atlas, network()));
    }

    /** The body of an atlas; nothing is worked out yet. */
    public static StandardBody of(Atlas atlas) {
        return new StandardBody(atlas);
    }

    /** In whose order muscles, joints and regions stand. */
    public Atlas atlas() {
        return atlas;
    }

    /** The network of the whole body. */
    public StrainNetwork network() {
        return network(Set.of());
    }

    /** The network without the grades of fascia that are named. */
    public StrainNetwork network(Set<Evidence> without) {
        return networks.computeIfAbsent(grades(without), this::makeNetwork);
    }

    /** The influence of every muscle in the whole body. */
    public Influence influence() {
        return influence(Set.of());
    }

    /** The influence of every muscle without the grades of fascia that are named; muscles and joints in the order of the atlas. */
    public Influence influence(Set<Evidence> without) {
        return influences.computeIfAbsent(grades(without), this::makeInfluence);
    }

    /** What events leave behind in it over a life. */
    public TissueMemory memory() {
        return memory.get();
    }

    /** Which of its muscles an event touches. */
    public Bracing bracing() {
        return bracing.get();
    }

    /** From its pain back to the places worth feeling. */
    public TraceModel trace() {
        return trace.get();
    }

    private static Set<Evidence> grades(Set<Evidence> without) {
        Set<Evidence> grades = new TreeSet<>(without);
        grades.retainAll(GRADES);
        return Set.copyOf(grades);
    }

    private StrainNetwork makeNetwork(Set<Evidence> without) {
        StrainParameters parameters = StrainParameters.standard();
        for (Evidence grade : without) {
            parameters = parameters.withoutFascia(grade);
        }
        return StrainNetwork.of(atlas, parameters);
    }

    private Influence makeInfluence(Set<Evidence> without) {
        Influence influence = network(without).influence();
        List<MuscleId> muscles = atlas.muscles().list().stream()
                .map(muscle -> new MuscleId(muscle.id()))
                .toList();
        List<JointId> joints = atlas.joints().list().stream()
                .map(joint -> new JointId(joint.id()))
                .toList();
        if (!influence.muscles().equals(muscles) || !influence.joints().equals(joints)) {
            throw new IllegalStateException(
                    "The strain network lists muscles or joints in another order than the atlas.");
        }
        return influence;
    }

    /** Made by whoever asks first; whoever asks meanwhile waits for it. */
    private static final class Once<T> {
        private final Supplier<T> make;
        private @Nullable T made;

        Once(Supplier<T> make) {
            this.make = make;
        }

        synchronized T get() {
            T known = made;
            if (known == null) {
                known = make.get();
                made = known;
            }
            return known;
        }
    }
}
