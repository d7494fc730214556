package org.stillpoint.cohort;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.stillpoint.app.evidence.DiaryOptions;
import org.stillpoint.app.trace.MapOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What was told of how tables are read and judged, as words of a command line: so it travels to other machines, which understand it as this one does. */
record Retold(List<String> words) implements Serializable {

    @Command
    private static final class OfDiaries {
        @Mixin
        private DiaryOptions options = new DiaryOptions();
    }

    @Command
    private static final class OfMaps {
        @Mixin
        private MapOptions options = new MapOptions();
    }

    static Retold ofDiaries(CommandSpec told) {
        return of(told, OfDiaries::new);
    }

    static Retold ofMaps(CommandSpec told) {
        return of(told, OfMaps::new);
    }

    private static Retold of(CommandSpec told, Supplier<Object> some) {
        CommandSpec known = new CommandLine(some.get()).getCommandSpec();
        List<String> words = new ArrayList<>();
        for (OptionSpec option : told.commandLine().getParseResult().matchedOptions()) {
            if (known.findOption(option.longestName()) == null) {
                continue;
            }
            if (option.arity().max() == 0) {
                words.add(option.longestName());
            }
            for (String value : option.arity().max() == 0 ? List.<String>of() : option.originalStringValues()) {
                words.add(option.longestName());
                words.add(value);
            }
        }
        return new Retold(List.copyOf(words));
    }

    DiaryOptions diaries() {
        OfDiaries told = new OfDiaries();
        parse(told);
        return told.options;
    }

    MapOptions maps() {
        OfMaps told = new OfMaps();
        parse(told);
        return told.options;
    }

    private void parse(Object into) {
        new CommandLine(into).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words.toArray(String[]::new));
    }
}
