package org.stillpoint.web.supervision;

import java.util.List;
import java.util.Optional;
import org.stillpoint.chart.Chart;
import org.stillpoint.words.Message;

/**
 * One case: nothing on it says whose.
 *
 * @param name its number
 * @param age a band of ten years
 * @param consent whether one is in force
 * @param counts of sessions and check-ins
 * @param wide the pain day by day, on a wide page; empty without a check-in
 * @param narrow the same on a phone
 * @param sessions the earliest first
 * @param checkIns each with its day and its seven scores
 * @param maps each with its day and what hurt
 * @param scores each with day, questionnaire and score
 */
public record CasePage(
        Message name,
        Message age,
        Message consent,
        Message counts,
        Optional<Chart> wide,
        Optional<Chart> narrow,
        List<HeldSession> sessions,
        List<List<String>> checkIns,
        List<List<String>> maps,
        List<List<String>> scores) {

    /** @param moments each with the time since it began, and what */
    public record HeldSession(Message head, List<List<String>> moments) {}
}
