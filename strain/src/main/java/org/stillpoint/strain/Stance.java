package org.stillpoint.strain;

/**
 * How the body stands on uneven ground while its muscles hold it upright.
 *
 * @param pattern what every muscle and joint then bears
 * @param landmarks where trunk and pelvis are
 */
public record Stance(StrainPattern pattern, Landmarks landmarks) {

    /**
     * Frontal plane, against standing on even ground. Positive is towards the side of the lower sole; on even ground: to the right.
     *
     * @param c7ToSacrumLateral shift of the seventh cervical vertebra against the sacrum, m
     * @param pelvisTilt turn of the sacrum, rad
     * @param t1Tilt turn of the first thoracic vertebra, rad
     * @param centreOfMassLateral shift of the body's centre of mass, m
     */
    public record Landmarks(double c7ToSacrumLateral, double pelvisTilt, double t1Tilt, double centreOfMassLateral) {}
}
