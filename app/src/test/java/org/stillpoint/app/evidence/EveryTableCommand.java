package org.stillpoint.app.evidence;

import java.util.ArrayList;
import java.util.List;
import org.stillpoint.app.cli.Program;

/** A program that hands each of its files to every command that reads one, and says how each ended: code, command, first line. */
final class EveryTableCommand {

    static final String FILE = "FILE";

    static final List<List<String>> COMMANDS = List.of(
            List.of("evidence", "diary", FILE, "--start", "2026-02-08"),
            List.of("evidence", "practice", FILE, "--start", "2026-02-08"),
            List.of("evidence", "meta", FILE),
            List.of("evidence", "trial", FILE),
            List.of("evidence", "trial", FILE, "--condition", "condition"),
            List.of("evidence", "score", FILE),
            List.of("bench", "association", FILE),
            List.of("trace", FILE),
            List.of("life", FILE),
            List.of("bench", "remote-effects", FILE),
            List.of("bench", "susie", FILE, FILE),
            List.of("bench", "hide-and-predict", FILE),
            List.of("bench", "forecasts", FILE),
            List.of("bench", "false-alarms", FILE));

    private EveryTableCommand() {}

    public static void main(String[] files) {
        for (String file : files) {
            for (List<String> command : COMMANDS) {
                List<String> words = new ArrayList<>(command);
                words.replaceAll(word -> word.equals(FILE) ? file : word);
                Program.Outcome outcome = Program.run(words.toArray(String[]::new));
                String said = outcome.err().lines().findFirst().orElse("");
                System.out.println(outcome.code() + " " + String.join(" ", command) + ": " + said);
            }
        }
    }
}
