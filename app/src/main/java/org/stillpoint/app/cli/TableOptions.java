package org.stillpoint.app.cli;

import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.table.HowToRead;
import org.stillpoint.exchange.table.HowToRead.DateOrder;
import org.stillpoint.exchange.table.HowToRead.DecimalSign;
import org.stillpoint.exchange.table.HowToRead.TimeUnit;
import picocli.CommandLine.Option;

/** How a table is written, where its bytes do not say it: the options of every command that reads one. */
public final class TableOptions {

    @Option(
            names = "--dates",
            paramLabel = "dmy|mdy|ymd",
            description =
                    "Order of day, month and year where dates are numbers (else told from the dates, or asked for).")
    private @Nullable String dates;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description =
                    "Where the days are, such as Europe/Berlin: moments with an offset, in UTC or counted from 1970 fall on the days of this place (else as they are written).")
    private @Nullable String zone;

    @Option(
            names = "--time-unit",
            paramLabel = "days|hours|minutes|seconds",
            description = "What plain numbers in the column of times count (else days).")
    private @Nullable String unit;

    @Option(
            names = "--missing",
            paramLabel = "CODE,...",
            description =
                    "Values that stand for no answer, such as 999,-99 (empty cells, NA, N/A, NaN, null, None, - and . do so in any case).")
    private @Nullable String missing;

    @Option(
            names = "--decimal",
            paramLabel = "comma|point",
            description = "The decimal sign (else told from the numbers).")
    private @Nullable String decimal;

    @Option(
            names = "--encoding",
            paramLabel = "NAME",
            description = "How the text is written, such as ISO-8859-2 (else told: UTF-8, UTF-16, Windows-1252).")
    private @Nullable String encoding;

    @Option(names = "--sheet", paramLabel = "NAME", description = "The sheet of a workbook (.xlsx) with several.")
    private @Nullable String sheet;

    /** What was said; throws where it is not understood. */
    public HowToRead how() {
        return new HowToRead(
                Optional.ofNullable(encoding).map(TableOptions::charset),
                Optional.ofNullable(dates).map(text -> one("--dates", text, DateOrder.values())),
                Optional.ofNullable(decimal).map(text -> one("--decimal", text, DecimalSign.values())),
                Optional.ofNullable(zone).map(TableOptions::zone),
                Optional.ofNullable(unit).map(text -> one("--time-unit", text, TimeUnit.values())),
                missing == null
                        ? Set.of()
                        : Arrays.stream(missing.split(",", -1))
                                .map(String::strip)
                                .filter(code -> !code.isEmpty())
                                .collect(Collectors.toUnmodifiableSet()),
                Optional.ofNullable(sheet));
    }

    private static <E extends Enum<E>> E one(String option, String text, E[] values) {
        return Arrays.stream(values)
                .filter(value -> value.name().equalsIgnoreCase(text.strip()))
                .findFirst()
                .orElseThrow(() -> new BadInput(Problem.ofValue(
                        option,
                        text,
                        "is not one of "
                                + List.of(values).stream()
                                        .map(value -> value.name().toLowerCase(Locale.ROOT))
                                        .collect(Collectors.joining(", ")))));
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name.strip());
        } catch (IllegalArgumentException e) {
            throw new BadInput(Problem.ofValue(
                    "--encoding",
                    name,
                    "is no encoding that is known; such as UTF-8, UTF-16, windows-1252, ISO-8859-2"));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name.strip());
        } catch (DateTimeException e) {
            throw new BadInput(
                    Problem.ofValue("--zone", name, "is no zone that is known; such as Europe/Berlin, UTC or +01:00"));
        }
    }
}
