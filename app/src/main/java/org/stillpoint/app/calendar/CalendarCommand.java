package org.stillpoint.app.calendar;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.exchange.BadInput;
import org.stillpoint.exchange.English;
import org.stillpoint.exchange.Problem;
import org.stillpoint.exchange.calendar.CalendarRead;
import org.stillpoint.exchange.calendar.CalendarRead.CalendarDoubt;
import org.stillpoint.exchange.calendar.Occurrence;
import org.stillpoint.exchange.calendar.ReadCalendar;
import org.stillpoint.exchange.calendar.Window;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint calendar}. */
@Command(
        name = "calendar",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Calendars of others (iCalendar): what one would yield. Nothing is kept.",
        subcommands = {CalendarCommand.ReadFile.class, CommandLine.HelpCommand.class})
public final class CalendarCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** {@code stillpoint calendar read}. */
    @Command(
            name = "read",
            mixinStandardHelpOptions = true,
            description = {
                "Reads an iCalendar file that another program wrote, and lists every time at which something happens:"
                        + " repeated, moved and cancelled ones each at its own, with what had to be guessed or left out.",
                "It takes bounded time and memory whatever is in the file: up to 2 megabytes and 5,000 events are read."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:read", "2:usage", "3:the file cannot be read, is no calendar, or is larger than is read"
            })
    static final class ReadFile implements Callable<Integer> {
        /** Own choice, 2026: a season. */
        private static final int USUAL_DAYS = 90;

        @Parameters(paramLabel = "FILE", description = "Up to 2 megabytes.")
        private Path file = Path.of("");

        @Option(
                names = "--from",
                paramLabel = "DAY",
                description = "The first day, as 2026-03-29. Today, if not given.")
        private @Nullable LocalDate from;

        @Option(
                names = "--to",
                paramLabel = "DAY",
                description = "The day after the last. 90 days after the first, if not given.")
        private @Nullable LocalDate to;

        @Option(
                names = "--zone",
                paramLabel = "ZONE",
                description =
                        "By whose clock whole days and floating times are, as Europe/Vienna. This machine's, if not"
                                + " given.")
        private @Nullable ZoneId zone;

        @Option(
                names = "--json",
                description =
                        "Print JSON: from, to, zone; occurrences with start, start_utc (empty where it is a day or"
                                + " floats), end, summary, status, busy, uid, instance; doubts with event and said.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Clock clock = Clock.systemDefaultZone();
            ZoneId reader = Optional.ofNullable(zone).orElseGet(clock::getZone);
            LocalDate first = Optional.ofNullable(from).orElseGet(() -> LocalDate.now(clock.withZone(reader)));
            LocalDate last = Optional.ofNullable(to).orElseGet(() -> first.plusDays(USUAL_DAYS));
            if (!last.isAfter(first)) {
                throw new BadInput(Problem.ofValue("--to", last.toString(), "is not after " + first));
            }
            CalendarRead read = ReadCalendar.of(file, Window.ofDays(first, last, reader));
            if (json) {
                spec.commandLine().getOut().println(asJson(read, first, last, reader));
            } else {
                print(read);
            }
            return ExitCode.OK;
        }

        private void print(CalendarRead read) {
            read.occurrences()
                    .forEach(each -> say(
                            "%s to %s%s%s",
                            each.start().written(),
                            each.end().written(),
                            each.summary().isEmpty() ? "" : ": " + each.summary(),
                            each.isCancelled() ? " (cancelled)" : each.isBusy() ? "" : " (free)"));
            read.doubts()
                    .forEach(doubt -> say(
                            "%s: %s",
                            doubt.event() == 0 ? "File" : "Event " + doubt.event(), English.say(doubt.said())));
            say("%d times.", read.occurrences().size());
        }

        private void say(String form, @Nullable Object... values) {
            spec.commandLine().getOut().println(String.format(Locale.ROOT, form, values));
        }

        private static JsonAnswer asJson(CalendarRead read, LocalDate first, LocalDate last, ZoneId reader) {
            return new JsonAnswer()
                    .put("from", first.toString())
                    .put("to", last.toString())
                    .put("zone", reader.getId())
                    .put(
                            "occurrences",
                            read.occurrences().stream().map(ReadFile::asJson).toList())
                    .put("doubts", read.doubts().stream().map(ReadFile::asJson).toList());
        }

        private static JsonAnswer asJson(Occurrence each) {
            return new JsonAnswer()
                    .put("start", each.start().written())
                    .put(
                            "start_utc",
                            each.start().instant().map(Object::toString).orElse(""))
                    .put("end", each.end().written())
                    .put("summary", each.summary())
                    .put("status", each.status())
                    .put("busy", each.isBusy())
                    .put("uid", each.uid())
                    .put("instance", each.instance());
        }

        private static JsonAnswer asJson(CalendarDoubt doubt) {
            return new JsonAnswer().put("event", doubt.event()).put("said", English.say(doubt.said()));
        }
    }
}
