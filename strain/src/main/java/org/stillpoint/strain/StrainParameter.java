package org.stillpoint.strain;

import org.stillpoint.anatomy.SourceGrade;
import org.stillpoint.anatomy.Sourced;

/**
 * Every number of the model that is not in the tables of the atlas, with unit, bounds and source. {@link SourceGrade} says how it was
 * got; none was fitted to the effects that the model is tested on.
 */
public enum StrainParameter {
    TONE(
            0.02,
            0.002,
            0.2,
            "1",
            "resting tension of a muscle as a fraction of its maximal force",
            "chosen; Masi & Hannon, J Bodyw Mov Ther 12:320, hold that there is such tension at rest, their figures were not read",
            2008,
            SourceGrade.ESTIMATED),
    SHORT_RANGE_STIFFNESS(
            23.4,
            5,
            50,
            "1",
            "stiffness of fibres x fibre length / present force",
            "Cui, Perreault, Maas & Sandercock, J Biomech 41:1945: cats; abstract read, the figure read in a public model"
                    + " that follows it",
            2008,
            SourceGrade.MODEL),
    TENDON_STRAIN(
            0.033,
            0.01,
            0.1,
            "1",
            "strain of the tendon at maximal isometric force",
            "default of Thelen2003Muscle in OpenSim, read there (0.04 in later versions), after Thelen, J Biomech Eng 125:70",
            2003,
            SourceGrade.MODEL),
    TENDON_TOE_SHAPE(
            3,
            0.1,
            10,
            "1",
            "curvature of the tendon's toe region, where it uncrimps",
            "Thelen, J Biomech Eng 125:70, as in public code that follows it",
            2003,
            SourceGrade.MODEL),
    TENDON_TOE_FORCE(
            0.33,
            0.2,
            0.9,
            "1",
            "force at the end of the tendon's toe region, of maximal force; from there on it is straight",
            "Thelen, J Biomech Eng 125:70, as in public code that follows it",
            2003,
            SourceGrade.MODEL),
    TENDON_TOE_SHARE(
            0.609,
            0.1,
            1,
            "1",
            "strain at the end of the tendon's toe region, of that at maximal force",
            "Thelen, J Biomech Eng 125:70, as in public code that follows it",
            2003,
            SourceGrade.MODEL),
    SHORT_RANGE(
            0.01,
            0.002,
            0.05,
            "1",
            "held contraction up to which short-range stiffness describes the held muscle itself, of fibre length: beyond it its"
                    + " own tension is an extrapolation",
            "order of magnitude recalled of the range before fibres yield, not checked: Rack & Westbury, J Physiol 240:331; Cui et al."
                    + " 2008 speak of short stretches and name no length in the abstract",
            1974,
            SourceGrade.ESTIMATED),
    MUSCLE_STIFFNESS_FACTOR(
            1, 0.1, 10, "1", "scales the stiffness of all muscle lines", "neutral", 2026, SourceGrade.MODEL),
    JOINT_STIFFNESS_FACTOR(1, 0.1, 10, "1", "scales the stiffness of all joints", "neutral", 2026, SourceGrade.MODEL),
    FASCIAL_SHARE(
            0.2,
            0,
            0.6,
            "1",
            "share of a muscle's fibres that pulls on a continuity instead of the bone",
            "chosen; recalled as below the shares reviewed by Huijing, J Biomech 32:329, not checked",
            1999,
            SourceGrade.ESTIMATED),
    FASCIAL_STIFFNESS(
            6000,
            500,
            60000,
            "N",
            "tensile stiffness of a continuity, modulus x cross-section (300 MPa x 20 mm x 1 mm)",
            "order recalled of moduli of dense fascia, not checked: Yahia, Pigeon & DesRosiers, J Biomed Eng 15:425",
            1993,
            SourceGrade.ESTIMATED),
    GROUND_VERTICAL(
            60000,
            5000,
            500000,
            "N/m",
            "vertical stiffness of the sole at each of four places of contact",
            "order recalled of heel pad stiffness in the living, not checked: Aerts, Ker, De Clercq, Ilsley & Alexander, J Biomech 28:1299",
            1995,
            SourceGrade.ESTIMATED),
    GROUND_SHEAR(
            30000,
            2000,
            500000,
            "N/m",
            "horizontal stiffness of the sole at each place of contact, without slipping",
            "half of the vertical",
            2026,
            SourceGrade.ESTIMATED),
    HEAD_RIGHTING(
            10,
            0.1,
            200,
            "N m/rad",
            "posture control that keeps the head level",
            "order recalled of the reflex stiffness of the neck, not checked: Keshner, J Vestib Res 13:293",
            2003,
            SourceGrade.ESTIMATED),
    SWAY_CONTROL(
            2,
            0.2,
            20,
            "1",
            "posture control that keeps each segment over the feet, summed over the body, as a multiple of the least that"
                    + " a stiff inverted pendulum needs (weight / height of the centre of mass)",
            "chosen above the least that theory needs, recalled: Winter, Patla, Prince, Ishac & Gielo-Perczak, J Neurophysiol 80:1211",
            1998,
            SourceGrade.ESTIMATED),
    GRAVITY(
            9.80665,
            0,
            12,
            "m/s2",
            "acceleration of free fall",
            "3rd CGPM, standard value",
            1901,
            SourceGrade.MEASURED),
    FUSION_FACTOR(
            100,
            1,
            1000,
            "1",
            "how much stiffer a fused joint is than a whole one",
            "bone bridges carry about two orders more than discs; no single source",
            2026,
            SourceGrade.ESTIMATED),
    LARGE_CONTRACTION(
            0.05,
            0.001,
            0.3,
            "1",
            "held contraction above which the geometry is updated",
            "model, section 1",
            2026,
            SourceGrade.MODEL);

    private final Sourced sourced;

    StrainParameter(
            double standard,
            double low,
            double high,
            String unit,
            String meaning,
            String source,
            int year,
            SourceGrade grade) {
        this.sourced = new Sourced(standard, low, high, unit, meaning, source, year, grade);
    }

    /** The number with its bounds, unit and source. */
    public Sourced sourced() {
        return sourced;
    }

    /** The value of the standard body. */
    public double standard() {
        return sourced.value();
    }
}
