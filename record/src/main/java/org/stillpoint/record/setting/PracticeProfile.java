package org.stillpoint.record.setting;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Version;

/**
 * What a practice is called, and how it counts its days and speaks.
 *
 * @param name up to {@value #MOST_CHARACTERS} characters; blank where it has none yet
 * @param place where clients come, up to {@value #MOST_CHARACTERS_OF_PLACE} characters; blank where nothing is said
 * @param zones by which it counts its days, each from an instant on, the first from the beginning; empty where that of the machine holds
 * @param country in whose way it writes numbers, days and times; empty where each language does as in its own
 * @param version grows with each change
 */
public record PracticeProfile(
        String name,
        String place,
        List<ZoneSince> zones,
        PracticeLanguage language,
        Optional<Country> country,
        Version version) {
    /** Own choice, 2026: a line of a page. */
    public static final int MOST_CHARACTERS = 100;

    /** Own choice, 2026: an address, and how one finds in. */
    public static final int MOST_CHARACTERS_OF_PLACE = 300;

    /** Before anybody has written one. */
    public static final PracticeProfile NONE =
            new PracticeProfile("", "", List.of(), PracticeLanguage.ENGLISH, Optional.empty(), Version.FIRST);

    public PracticeProfile {
        zones = List.copyOf(zones);
        if (name.length() > MOST_CHARACTERS) {
            throw new BadValue(
                    "name of the practice", "of " + name.length() + " characters", "up to " + MOST_CHARACTERS);
        }
        if (place.length() > MOST_CHARACTERS_OF_PLACE) {
            throw new BadValue("place", "of " + place.length() + " characters", "up to " + MOST_CHARACTERS_OF_PLACE);
        }
        for (int i = 0; i < zones.size(); i++) {
            Instant from = zones.get(i).from();
            if (i == 0
                    ? !from.equals(Instant.MIN)
                    : !from.isAfter(zones.get(i - 1).from())) {
                throw new BadValue(
                        "zones", from.toString(), "the first from the beginning, each later than the one before");
            }
        }
    }

    /** The zone that holds now; empty where it is the machine's. */
    public Optional<ZoneId> zone() {
        return zones.isEmpty() ? Optional.empty() : Optional.of(zones.getLast().zone());
    }

    /** By which days are counted: each by the zone that held then. Empty where it is the machine's. */
    public Optional<ZoneId> days() {
        return zones.isEmpty() ? Optional.empty() : Optional.of(PracticeDays.of(zones));
    }

    /**
     * The same, which counts its days by another zone from the next second on: what was before stays on its day.
     *
     * @param before the zone that held so far
     */
    public PracticeProfile movedTo(ZoneId zone, ZoneId before, Instant now) {
        List<ZoneSince> soFar = zones.isEmpty() ? List.of(new ZoneSince(before, Instant.MIN)) : zones;
        Instant from = now.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1); // what was kept this second was kept before
        if (soFar.getLast().zone().equals(zone)) {
            return new PracticeProfile(name, place, soFar, language, country, version);
        }
        List<ZoneSince> earlier =
                soFar.stream().filter(each -> each.from().isBefore(from)).toList();
        return new PracticeProfile(
                name,
                place,
                Stream.concat(earlier.stream(), Stream.of(new ZoneSince(zone, from)))
                        .toList(),
                language,
                country,
                version);
    }

    /** The same, which has counted its days by this zone from the beginning: nothing is kept yet that has a day. */
    public PracticeProfile everIn(ZoneId zone) {
        return new PracticeProfile(name, place, List.of(new ZoneSince(zone, Instant.MIN)), language, country, version);
    }

    public PracticeProfile with(String newName, PracticeLanguage newLanguage) {
        return new PracticeProfile(newName, place, zones, newLanguage, country, version);
    }

    /** The same, which writes as a country does. */
    public PracticeProfile as(Optional<Country> writing) {
        return new PracticeProfile(name, place, zones, language, writing, version);
    }

    /** A language as this practice writes it. */
    public Locale written(Locale in) {
        return country.map(one -> one.writing(in)).orElse(in);
    }

    /** The same, to which clients come there. */
    public PracticeProfile at(String newPlace) {
        return new PracticeProfile(name, newPlace, zones, language, country, version);
    }

    /** The same, as seen at another version. */
    public PracticeProfile seenAt(Version seen) {
        return new PracticeProfile(name, place, zones, language, country, seen);
    }
}
