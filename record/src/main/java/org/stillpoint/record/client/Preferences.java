package org.stillpoint.record.client;

import java.util.Optional;
import java.util.Set;
import org.stillpoint.record.PrivateText;

/**
 * What a client prefers while they are treated.
 *
 * @param lying how they like to lie; empty where it was not said
 * @param wishes what they wish of the room
 * @param hardPositions what is hard for them to lie or sit in; may be empty
 * @param avoid what else is to be avoided, such as a smell; may be empty
 */
public record Preferences(
        Optional<LyingPosition> lying, Set<RoomWish> wishes, PrivateText hardPositions, PrivateText avoid) {

    /** Before anything was told. */
    public static final Preferences NONE =
            new Preferences(Optional.empty(), Set.of(), PrivateText.NONE, PrivateText.NONE);

    public Preferences {
        wishes = Set.copyOf(wishes);
    }
}
