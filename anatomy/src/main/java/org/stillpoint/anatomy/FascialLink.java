package org.stillpoint.anatomy;

/**
 * A continuity of connective tissue between two muscles, or a muscle and a segment.
 *
 * @param name the chain or area it was described for
 * @param from id of a muscle or a segment
 * @param to id of a muscle or a segment
 * @param start m
 * @param end m
 * @param studies how many, as given
 * @param evidenceAsGiven the source's own words
 * @param confidenceAsGiven how the row was seen by whoever entered it
 */
public record FascialLink(
        String id,
        String name,
        String from,
        String to,
        Point start,
        Point end,
        Evidence evidence,
        String studies,
        String source,
        String evidenceAsGiven,
        String confidenceAsGiven)
        implements AtlasEntry {}
