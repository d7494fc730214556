package org.stillpoint.app.evidence;

import java.io.PrintWriter;
import java.io.Serializable;
import java.util.Locale;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.evidence.diary.Turn;
import org.stillpoint.evidence.diary.Verdict;

/** Who changed, who did not and who got worse, counted over clients: of parts that were counted apart the whole is their sum. */
public final class PracticeTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final long[] turns = new long[Turn.values().length];
    private final long[] verdicts = new long[Verdict.values().length];
    private long waiting;
    private double falseAlarms;

    /** One client more. */
    public PracticeTally add(JudgedClient client) {
        Turn turn = client.turn();
        Verdict verdict = client.verdict();
        JudgedClient.JudgedChange judged = client.judged();
        if (turn == null || verdict == null) {
            waiting++;
            return this;
        }
        turns[turn.ordinal()]++;
        verdicts[verdict.ordinal()]++;
        falseAlarms += verdict == Verdict.TOO_EARLY || judged == null ? 0 : judged.falseAlarmRate();
        return this;
    }

    /** What was counted elsewhere. */
    public PracticeTally add(PracticeTally other) {
        for (int t = 0; t < turns.length; t++) {
            turns[t] += other.turns[t];
        }
        for (int v = 0; v < verdicts.length; v++) {
            verdicts[v] += other.verdicts[v];
        }
        waiting += other.waiting;
        falseAlarms += other.falseAlarms;
        return this;
    }

    public long clients() {
        long all = waiting;
        for (long some : turns) {
            all += some;
        }
        return all;
    }

    private long count(Turn turn) {
        return turns[turn.ordinal()];
    }

    /** The counts as every answer in JSON says them. */
    public JsonAnswer json() {
        return new JsonAnswer()
                .put("clients", clients())
                .put("notStarted", waiting)
                .put(
                        "verdicts",
                        new JsonAnswer()
                                .put("changed", verdicts[Verdict.CHANGED.ordinal()])
                                .put("tooSmall", verdicts[Verdict.TOO_SMALL.ordinal()])
                                .put("unclear", verdicts[Verdict.UNCLEAR.ordinal()])
                                .put("tooEarly", verdicts[Verdict.TOO_EARLY.ordinal()]))
                .put("better", count(Turn.BETTER))
                .put("worse", count(Turn.WORSE))
                .put("expectedFalseAlarms", falseAlarms);
    }

    /** A line for each turn, and one for those who have not started. */
    public void print(PrintWriter out, double seconds) {
        out.printf(Locale.ROOT, "%n%,d %s in %.1f s%n%n", clients(), clients() == 1 ? "client" : "clients", seconds);
        for (Turn turn : Turn.values()) {
            line(out, DiarySaid.of(turn), count(turn));
        }
        if (waiting > 0) {
            line(out, DiaryCommand.NOT_STARTED, waiting);
        }
    }

    private void line(PrintWriter out, String what, long count) {
        out.printf(Locale.ROOT, "  %-26s %,7d  %5.1f %%%n", what, count, 100.0 * count / clients());
    }

    /** How many changes would have been called by chance. */
    public void printFalseAlarms(PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%nIn diaries like these, where nothing is done, the rule would call a change in about %.0f.%n",
                falseAlarms);
    }
}
