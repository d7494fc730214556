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
        String size,
        String notes,
        String citation) {}
