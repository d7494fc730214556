package org.stillpoint.memory;

/**
 * The constants of a life, each with unit, bounds and source. Where the source says "assumed" nobody has measured it: the method's
 * hypothesis is made precise enough to be wrong, not shown to be right.
 */
public enum LifeParameter {
    HEALING_TIME(
            "years",
            0.115,
            0.04,
            0.5,
            "Järvinen 2005, Am J Sports Med 33:745: muscle mends in about six weeks",
            2005,
            "recalled"),
    ADAPTATION_TIME(
            "years",
            0.5,
            0.05,
            3,
            "assumed; muscle fibres change length within weeks: Williams and Goldspink 1978, J Anat 127:459",
            1978,
            "assumed"),
    PAIN_TIME(
            "years",
            0.2,
            0.02,
            1,
            "assumed: chronic is pain that lasts or recurs for more than three months, Treede 2019, Pain 160:19 (definition read)",
            2019,
            "assumed"),
    CAPACITY("share of maximal force", 0.03, 0.001, 0.3, "assumed", 2026, "assumed"),
    CAPACITY_LOSS(
            "share per year from age 30",
            0.008,
            0,
            0.012,
            "assumed to fall as strength: legs of men 0.8 to 1.0 % a year, Kemmler 2018, Front Physiol 9:1524; women 6.2 to 9.3 % in ten years, Hunter 2000, J Gerontol A 55:B264",
            2018,
            "read"),
    AROUSAL_COST(
            "share of capacity at full arousal",
            0.5,
            0,
            0.9,
            "size assumed; its direction: mental arithmetic and the Stroop test raised the activity of the resting trapezius of 62 women, Lundberg 1994, Int J Behav Med 1:354 (abstract read)",
            1994,
            "assumed"),
    GUARDING(
            "contraction (share of fibre length) at full injury",
            0.1,
            0,
            0.1,
            "assumed; guarding: Hodges and Tucker 2011, Pain 152:S90",
            2011,
            "assumed"),
    HELD(
            "contraction (share of fibre length) at full severity and full intensity",
            0.12,
            0,
            0.2,
            "assumed: the hypothesis of tissue memory itself",
            2026,
            "assumed"),
    PAIN_GAIN("per share of maximal force", 60, 1, 2000, "assumed", 2026, "assumed"),
    ACUTE_GAIN("per unit injury", 1.5, 0, 10, "assumed", 2026, "assumed"),
    AROUSAL_AMPLIFIES("share added to felt load at full arousal", 0.5, 0, 3, "assumed", 2026, "assumed");

    private final String unit;
    private final double value;
    private final double low;
    private final double high;
    private final String source;
    private final int year;
    private final String grade;

    LifeParameter(String unit, double value, double low, double high, String source, int year, String grade) {
        this.unit = unit;
        this.value = value;
        this.low = low;
        this.high = high;
        this.source = source;
        this.year = year;
        this.grade = grade;
    }

    /** What one unit is. */
    public String unit() {
        return unit;
    }

    /** The value used where a person's own is not known. */
    public double value() {
        return value;
    }

    /** Least value allowed. */
    public double low() {
        return low;
    }

    /** Greatest value allowed. */
    public double high() {
        return high;
    }

    /** Where the value or its direction comes from. */
    public String source() {
        return source;
    }

    /** Year of the source. */
    public int year() {
        return year;
    }

    /** {@code read} in a published work, {@code recalled} from one, or {@code assumed}. */
    public String grade() {
        return grade;
    }
}
