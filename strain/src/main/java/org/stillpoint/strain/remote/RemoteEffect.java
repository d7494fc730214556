package org.stillpoint.strain.remote;

/**
 * A published finding that something done to one part of the body does, or does not, show in another.
 *
 * @param id of the row
 * @param source words for the part it was done to
 * @param sourceSide side of that part: same, one side, both, midline or contralateral
 * @param target words for the part it was looked for in
 * @param targetSide side of that part
 * @param found whether the effect was found
 * @param mechanism letter of the mechanism class
 * @param use 1 for scoring, 2 recalled and not checked, 0 not for scoring
 * @param pair rows with the same key are about the same pair of structures
 * @param protocol rows of one experiment, which are not independent; where a table does not say, the pair's key
 * @param direct whether the target crosses or touches the part that was moved: anatomy, no remote effect
 * @param dynamic whether it was measured in gait, running or squatting
 * @param doubt 0 stated for this outcome, 1 implied or secondary, 2 not to be scored
 * @param size words on the size of the effect
 * @param notes may hold an order, such as {@code rank test: calf > epicranial}
 * @param citation the study
 */
public record RemoteEffect(
        String id,
        String source,
        String sourceSide,
        String target,
        String targetSide,
        boolean found,
        String mechanism,
        int use,
        String pair,
        String protocol,
        boolean direct,
        boolean dynamic,
        int doubt,
        String size,
        String notes,
        String citation) {

    /** Whether an elastic standing body can be held against it as a remote effect. */
    boolean isRemote() {
        return !direct && !dynamic && doubt < 2;
    }

    /** How much it counts: what a paper only implies counts half. */
    double weight() {
        return doubt == 0 ? 1 : 0.5;
    }

    RemoteEffect withSource(String other) {
        return new RemoteEffect(
                id,
                other,
                sourceSide,
                target,
                targetSide,
                found,
                mechanism,
                use,
                pair,
                protocol,
                direct,
                dynamic,
                doubt,
                size,
                notes,
                citation);
    }
}
