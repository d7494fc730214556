package org.stillpoint.evidence.literature;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The findings that ship: craniosacral_trials.csv, each with its source. */
public final class Findings {

    private static final List<Finding> ALL = read();

    private Findings() {}

    /** All of them, in the order of the table; the last line says that none is known of the release itself. */
    public static List<Finding> list() {
        return ALL;
    }

    private static List<Finding> read() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Findings.class.getResourceAsStream("craniosacral_trials.csv")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Findings::finding)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Our own table: thirteen fields, no quotation marks. */
    private static Finding finding(String line) {
        String[] f = line.split(",", -1);
        if (f.length != 13) {
            throw new IllegalStateException("a finding of " + f.length + " fields; 13 are needed: " + f[0]);
        }
        return new Finding(f[0], f[2], f[3], f[4], f[5], f[6], f[7], effect(f[8], f[9], f[10]), f[11], f[12]);
    }

    private static Optional<Finding.Effect> effect(String value, String low, String high) {
        return value.isEmpty() || low.isEmpty() || high.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding.Effect(
                        Double.parseDouble(value), Double.parseDouble(low), Double.parseDouble(high)));
    }
}
