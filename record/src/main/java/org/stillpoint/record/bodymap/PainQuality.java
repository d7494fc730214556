package org.stillpoint.record.bodymap;

/**
 * How pain feels at a place, in a word that somebody chooses. Source: the five signs of the pain drawing (aching, burning, numbness, pins and
 * needles, stabbing, as in Ohnmeiss, Vanharanta and Ekholm 1999, European Spine Journal 8:126, abstract read; the drawing is that of Ransford,
 * Cairns and Mooney 1976, Spine 1:127, not read), and throbbing, cramping, pressing and pulling of the sensory words of the McGill Pain
 * Questionnaire (Melzack 1975; its list read in an encyclopedia). Which of these, and that it stays at one word a place, are our own choice,
 * 2026; no score is made of them. A constant's name is kept.
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
