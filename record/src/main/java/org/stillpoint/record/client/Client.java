package org.stillpoint.record.client;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.PrivateText;
import org.stillpoint.record.Version;

/**
 * A client of the practice.
 *
 * @param name up to {@value #MOST_NAME_CHARACTERS} characters, a letter or digit among them
 * @param yearOfBirth {@value #EARLIEST_BIRTH} to the year of {@code addedAt}, where it was told
 * @param madeUp true for the people of the demo practice, who do not exist
 * @param archiving that they no longer come; empty for whoever does
 * @param version grows with each change
 */
public record Client(
        Id<Client> id,
        PrivateText name,
        OptionalInt yearOfBirth,
        boolean madeUp,
        Instant addedAt,
        Optional<Archiving> archiving,
        Version version) {
    public static final int MOST_NAME_CHARACTERS = 200;
    /** Before the birth of the oldest person whose age is verified (Calment, born 1875). */
    public static final int EARLIEST_BIRTH = 1875;

    public Client {
        requireName(name);
        int latest = addedAt.atOffset(ZoneOffset.UTC).getYear() + 1; // somewhere it may be next year already
        if (yearOfBirth.isPresent() && (yearOfBirth.getAsInt() < EARLIEST_BIRTH || yearOfBirth.getAsInt() > latest)) {
            throw new BadValue(
                    "year of birth", String.valueOf(yearOfBirth.getAsInt()), EARLIEST_BIRTH + " to " + latest);
        }
    }

    /** A real client, added now. */
    public static Client added(PrivateText name, OptionalInt yearOfBirth, Instant now) {
        return new Client(Id.random(), name, yearOfBirth, false, now, Optional.empty(), Version.FIRST);
    }

    /** The same client under another name or year of birth; hand it to {@link Clients#update}. */
    public Client with(PrivateText newName, OptionalInt newYearOfBirth) {
        return new Client(id, newName, newYearOfBirth, madeUp, addedAt, archiving, version);
    }

    /** The same client, archived, or brought back where it is empty; hand it to {@link Clients#update}. */
    public Client with(Optional<Archiving> newArchiving) {
        return new Client(id, name, yearOfBirth, madeUp, addedAt, newArchiving, version);
    }

    public boolean isArchived() {
        return archiving.isPresent();
    }

    /** The same client, as seen at another version: what a form that was filled in earlier rests on. */
    public Client seenAt(Version seen) {
        return new Client(id, name, yearOfBirth, madeUp, addedAt, archiving, seen);
    }

    private static void requireName(PrivateText name) {
        if (name.value().codePoints().noneMatch(Character::isLetterOrDigit)
                || name.value().length() > MOST_NAME_CHARACTERS) {
            throw new BadValue(
                    "name",
                    "of " + name.value().length() + " characters",
                    "1 to " + MOST_NAME_CHARACTERS + " characters, a letter or digit among them");
        }
    }
}
