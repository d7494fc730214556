package org.stillpoint.words;

/** Arcing: hands that lie in several places give a direction each. */
public enum ArcingWords implements Label {
    TITLE,
    HINT,
    DEPTH,
    ALONG,
    DEEPER,
    TO_SURFACE,
    HEAD_RIGHT,
    HEAD,
    HEAD_LEFT,
    RIGHT,
    STRAIGHT,
    LEFT,
    FEET_RIGHT,
    FEET,
    FEET_LEFT,
    ONE_RAY,
    NEARLY_PARALLEL,
    POINT_APART,
    TRACE_SEEN;

    /**
     * @param stations how many places
     * @param spread root mean square distance of the rays, cm, rounded up
     */
    public record MeetNear(int stations, String region, int spread) implements Message {}
}
