package org.stillpoint.practice.joint;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stillpoint.evidence.joint.BeforeAfter;
import org.stillpoint.evidence.joint.JointSummary;
import org.stillpoint.evidence.trial.NOfOne;

/** Clients as they come to be counted, one after another, by nothing that tells who they are. */
final class CountedClients {
    private final List<BeforeAfter> treated = new ArrayList<>();
    private final List<BeforeAfter> waiting = new ArrayList<>();
    private final Map<String, NOfOne.Participant> own = new LinkedHashMap<>();
    private final Map<JointLeftOut, Integer> leftOut = new EnumMap<>(JointLeftOut.class);

    /** What a client is to the study. */
    sealed interface ClientFound {
        record Treated(BeforeAfter means) implements ClientFound {}

        record Waiting(BeforeAfter means) implements ClientFound {}

        record OwnTrial(NOfOne.Participant entries) implements ClientFound {}

        record NotCounted(JointLeftOut why) implements ClientFound {}
    }

    void add(ClientFound found) {
        switch (found) {
            case ClientFound.Treated(BeforeAfter means) -> treated.add(means);
            case ClientFound.Waiting(BeforeAfter means) -> waiting.add(means);
            case ClientFound.OwnTrial(NOfOne.Participant entries) -> own.put(String.valueOf(own.size()), entries);
            case ClientFound.NotCounted(JointLeftOut why) -> leftOut.merge(why, 1, Integer::sum);
        }
    }

    Map<JointLeftOut, Integer> leftOut() {
        return Map.copyOf(leftOut);
    }

    JointSummary summary(JointProtocol protocol) {
        return switch (protocol.design()) {
            case JointDesign.TreatedAndWaiting arms -> JointSummary.compared(treated, waiting, protocol.telling());
            case JointDesign.ByLot lot -> JointSummary.ofOwn(own, protocol.telling());
        };
    }
}
