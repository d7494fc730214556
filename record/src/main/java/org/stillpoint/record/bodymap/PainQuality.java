package org.stillpoint.record.bodymap;

/**
 * How pain feels at a place, in a word that somebody chooses. Source: the five signs of the pain drawing (Ransford, Cairns and Mooney 1976, Spine
 * 1:127: aching, burning, stabbing, pins and needles, numbness), and of the sensory words of Melzack 1987 (Pain 30:191) throbbing and cramping.
 * Pressing and pulling, and that it stays at one word a place, are our own choice, 2026; no score is made of them. A constant's name is kept.
 */
public enum PainQuality {
    ACHING,
    BURNING,
    STABBING,
    THROBBING,
    CRAMPING,
    PRESSING,
    PULLING,
    PINS_AND_NEEDLES,
    NUMBNESS
}
