package org.stillpoint.record.client;

/** What a client wishes of the room. */
public enum RoomWish {
    DIM_LIGHT,
    MUSIC,
    QUIET,
    WARMTH,
    DOOR_AJAR,
    SOMEBODY_PRESENT
}
