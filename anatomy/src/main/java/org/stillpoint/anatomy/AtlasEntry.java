package org.stillpoint.anatomy;

/** Something in the atlas that is looked up by its id. */
public sealed interface AtlasEntry permits Segment, Joint, MuscleLine, Muscle, FascialLink, PainRegion, Source {

    /** Unique within its table. */
    String id();
}
