package org.stillpoint.app.ledger;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.outcome.ResolveForecasts;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.record.Id;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.work.Actor;
import org.stillpoint.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.json.JsonMapper;

/** {@code stillpoint ledger}: what was sealed before it could be known. */
@Command(
        name = "ledger",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The ledger of sealed forecasts: check that nobody changed it, and resolve what is due.",
        subcommands = {LedgerCommand.Verify.class, LedgerCommand.Resolve.class, CommandLine.HelpCommand.class})
public final class LedgerCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Where the ledger lies. */
    static final class LedgerOptions {
        @CommandLine.Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--demo", description = "The demo practice, where --data is not given.")
        private boolean demo;

        /** Opens what is there, alone. */
        Store open() {
            return Store.open(where.there(demo));
        }

        /** Opens what is there for reading, beside whoever uses it. */
        Store openBeside() {
            return Store.openBeside(where.there(demo));
        }
    }

    /** {@code stillpoint ledger verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the whole ledger and finds the first entry that was changed, removed, added or replaced from"
                        + " outside.",
                "After a client's erasure the chain still verifies; only the content of that client's entries is gone.",
                "Note the head somewhere else: if it is ever found again in the chain, nothing before it was replaced."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:the ledger holds", "3:it was tampered with, or there is none"})
    static final class Verify implements Callable<Integer> {
        @CommandLine.Mixin
        private LedgerOptions place = new LedgerOptions();

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::verify);
        }

        private int verify() {
            Verification found;
            try (Store store = place.openBeside()) {
                found = store.ledger().verify();
            }
            if (json) {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("holds", found.holds());
                said.put("entries", found.entries());
                said.put("erased", found.erased());
                said.put("head", found.head());
                found.fault().ifPresent(fault -> {
                    said.put("firstBadEntry", fault.number());
                    said.put("what", fault.what());
                });
                spec.commandLine().getOut().println(new JsonMapper().writeValueAsString(said));
            } else {
                spec.commandLine().getOut().println(line(found));
            }
            return found.holds() ? ExitCode.OK : ExitCode.BAD_INPUT;
        }

        private static String line(Verification found) {
            return found.fault()
                    .map(fault -> "The ledger does not hold. First bad entry: %d: %s."
                            .formatted(fault.number(), fault.what()))
                    .orElse("The ledger holds: %d entries, %d of them of erased clients. Head: %s"
                            .formatted(found.entries(), found.erased(), found.head()));
        }
    }

    /** {@code stillpoint ledger resolve}. */
    @Command(
            name = "resolve",
            mixinStandardHelpOptions = true,
            description =
                    "Resolves every forecast that is due. A running practice does so by itself, at start and daily.")
    static final class Resolve implements Callable<Integer> {
        @CommandLine.Mixin
        private LedgerOptions place = new LedgerOptions();

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::resolve);
        }

        private int resolve() {
            try (Store store = place.open()) {
                ResolveForecasts.Resolved done = new ResolveForecasts(
                                store.unitOfWork(new Membership(store)),
                                new PracticeClock(
                                        Clock.systemDefaultZone(),
                                        store.settings().profile()))
                        .by(Actor.program(Actor.ProgramPart.COMMAND_LINE), new ResolveForecasts.Command(Id.random()));
                spec.commandLine()
                        .getOut()
                        .printf("Resolved %d, void %d, still open %d.%n", done.resolved(), done.voided(), done.open());
                return ExitCode.OK;
            }
        }
    }
}
