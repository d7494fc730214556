package org.stillpoint.practice.casereport;

/**
 * The items of CENT 2015 (10.1136/bmj.h1738, explained in 10.1136/bmj.h1793), in its order: what a report of a trial in one person says. A
 * constant's name is how the item is called here, in words of our own.
 */
public enum TrialItem {
    TITLE("1a"),
    SUMMARY("1b"),
    BACKGROUND("2a.1", true),
    WHY_ONE_PERSON("2a.2", true),
    OBJECTIVES("2b", true),
    DESIGN("3a"),
    DESIGN_CHANGES("3b", true),
    PERSON("4a", true),
    SETTING("4b", true),
    ETHICS("4c", true),
    INTERVENTION("5", true),
    OUTCOMES("6a.1"),
    MEASUREMENT("6a.2"),
    OUTCOME_CHANGES("6b", true),
    LENGTH("7a", true),
    STOPPING_RULES("7b", true),
    ORDER("8a"),
    RESTRICTIONS("8b"),
    SEQUENCE("8c"),
    CONCEALMENT("9"),
    WHO_DREW("10"),
    BLINDING("11a"),
    LIKENESS("11b"),
    STATISTICS("12a"),
    FURTHER_ANALYSES("12b"),
    CARRY_OVER("12c"),
    PERIODS_COMPLETED("13a.1"),
    SERIES_FLOW("13a.2"),
    SERIES_LOSSES("13b"),
    DATES("14a"),
    STOPPED_EARLY("14b", true),
    BASELINE("15"),
    ANALYSED("16"),
    RESULTS("17a.1"),
    EFFECT("17a.2"),
    YES_OR_NO("17b"),
    OTHER_ANALYSES("18"),
    HARMS("19", true),
    LIMITATIONS("20", true),
    GENERALISABILITY("21", true),
    INTERPRETATION("22", true),
    REGISTRATION("23", true),
    PROTOCOL("24", true),
    FUNDING("25", true);

    private final String number;
    private final boolean typed;

    TrialItem(String number) {
        this(number, false);
    }

    TrialItem(String number, boolean typed) {
        this.number = number;
        this.typed = typed;
    }

    /** As the checklist numbers it. */
    public String number() {
        return number;
    }

    /** Whether somebody has to say what the record does not know. */
    public boolean isTyped() {
        return typed;
    }
}
