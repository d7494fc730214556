package org.stillpoint.web.view;

import java.time.ZoneId;
import java.util.List;

/** Time zones as they are offered and typed: by places, and no other way of writing an offset. */
public final class TimeZones {
    private static final List<String> NAMES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
            .sorted()
            .toList();

    private TimeZones() {}

    public static List<String> names() {
        return NAMES;
    }

    /** @param practice whose zone may be typed too, whatever the machine calls it */
    public static boolean isName(String typed, ZoneId practice) {
        return NAMES.contains(typed) || typed.equals(practice.getId());
    }
}
