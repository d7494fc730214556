package org.stillpoint.words;

/** What stands inside charts. */
public enum ChartWords implements Label {
    CALIBRATION_AXES,
    FUNNEL_AXES;
}
