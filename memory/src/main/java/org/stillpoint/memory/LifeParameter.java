package org.stillpoint.memory;

import org.stillpoint.anatomy.SourceGrade;
import org.stillpoint.anatomy.Sourced;

/**
 * The constants of a life, each with unit, bounds and source. Where the source says "assumed" nobody has measured it: the method's
 * hypothesis is made precise enough to be wrong, not shown to be right.
 */
public enum LifeParameter {
    HEALING_TIME(
            "years",
            "time constant of healing",
            0.115,
            0.04,
            0.5,
            "Järvinen 2005, Am J Sports Med 33:745: muscle mends in about six weeks",
            2005,
            SourceGrade.RECALLED),
    ADAPTATION_TIME(
            "years",
            "time constant of adaptation",
            0.5,
            0.05,
            3,
            "assumed; muscle fibres change length within weeks: Williams and Goldspink 1978, J Anat 127:459",
            1978,
            SourceGrade.ASSUMED),
    PAIN_TIME(
            "years",
            "time constant of pain: how soon it follows what is felt",
            0.2,
            0.02,
            1,
            "assumed: chronic is pain that lasts or recurs for more than three months, Treede 2019, Pain 160:19 (definition read)",
            2019,
            SourceGrade.ASSUMED),
    CAPACITY(
            "share of maximal force",
            "tension that is taken up before anything is felt",
            0.03,
            0.001,
            0.3,
            "assumed",
            2026,
            SourceGrade.ASSUMED),
    CAPACITY_LOSS(
            "per year from age 30",
            "share of the capacity to adapt that age takes",
            0.008,
            0,
            0.012,
            "assumed to fall as strength: legs of men 0.8 to 1.0 % a year, Kemmler 2018, Front Physiol 9:1524; women 6.2 to 9.3 % in ten years, Hunter 2000, J Gerontol A 55:B264",
            2018,
            SourceGrade.READ),
    AROUSAL_COST(
            "1",
            "share of the capacity to adapt that full arousal takes",
            0.5,
            0,
            0.9,
            "size assumed; its direction: mental arithmetic and the Stroop test raised the activity of the resting trapezius of 62 women, Lundberg 1994, Int J Behav Med 1:354 (abstract read)",
            1994,
            SourceGrade.ASSUMED),
    GUARDING(
            "share of fibre length",
            "contraction that guards a full injury",
            0.1,
            0,
            0.1,
            "assumed; guarding: Hodges and Tucker 2011, Pain 152:S90",
            2011,
            SourceGrade.ASSUMED),
    HELD(
            "share of fibre length",
            "contraction that is held after an event of full severity and full intensity",
            0.12,
            0,
            0.2,
            "assumed: the hypothesis of tissue memory itself",
            2026,
            SourceGrade.ASSUMED),
    PAIN_GAIN(
            "per share of maximal force",
            "drive of pain by what is felt",
            60,
            1,
            2000,
            "assumed",
            2026,
            SourceGrade.ASSUMED),
    ACUTE_GAIN(
            "per unit injury", "drive of pain by an injury itself", 1.5, 0, 10, "assumed", 2026, SourceGrade.ASSUMED),
    AROUSAL_AMPLIFIES(
            "1", "share that full arousal adds to what is felt", 0.5, 0, 3, "assumed", 2026, SourceGrade.ASSUMED);

    private final Sourced sourced;

    LifeParameter(
            String unit,
            String meaning,
            double value,
            double low,
            double high,
            String source,
            int year,
            SourceGrade grade) {
        this.sourced = new Sourced(value, low, high, unit, meaning, source, year, grade);
    }

    /** The number with its bounds, unit and source. */
    public Sourced sourced() {
        return sourced;
    }

    /** The value used where a person's own is not known. */
    public double value() {
        return sourced.value();
    }
}
