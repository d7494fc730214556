package org.stillpoint.record.session;

import java.util.regex.Pattern;
import org.stillpoint.anatomy.MuscleId;
import org.stillpoint.anatomy.RegionCode;
import org.stillpoint.record.BadValue;

/** A place on the body where hands are. */
public sealed interface Site {

    /** A named muscle of the atlas, such as {@code psoas_major_left}. */
    record MuscleSite(MuscleId id) implements Site {
        private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,79}");

        public MuscleSite {
            if (!FORM.matcher(id.value()).matches()) {
                throw new BadValue(
                        "muscle",
                        "of " + id.value().length() + " characters",
                        "a small letter, then up to 79 small letters, digits or underscores");
            }
        }
    }

    /** A pain region of the atlas. */
    record RegionSite(RegionCode code) implements Site {}
}
