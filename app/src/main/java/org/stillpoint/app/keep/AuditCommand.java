package org.stillpoint.app.keep;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.record.Id;
import org.stillpoint.record.ledger.Verification;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.AuditEntry;
import org.stillpoint.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint audit}: who did and read what. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "The account of everything done and read, by ids: list it, and check that nobody changed it.",
        subcommands = {AuditCommand.VerifyAudit.class, AuditCommand.ListAudit.class, CommandLine.HelpCommand.class})
public final class AuditCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** {@code stillpoint audit verify}. */
    @Command(
            name = "verify",
            mixinStandardHelpOptions = true,
            description = {
                "Reads the whole account, beside a running practice or not, and finds the first entry that was changed,"
                        + " removed, added or replaced from outside.",
                "A head is printed with every backup too: note it elsewhere. With --head, an account that was written anew or"
                        + " cut before it is found, even by whoever has the master key."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:it holds, and the head is in it", "3:it does not, or there is none"})
    static final class VerifyAudit implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--head", paramLabel = "HASH", description = "A head that was noted earlier.")
        private String head = "";

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::verify);
        }

        private int verify() {
            try (Store store = Store.openBeside(where.there(false))) {
                Verification found = store.audit().verify();
                boolean known = head.isEmpty() || store.audit().isInChain(head.strip());
                if (json) {
                    JsonAnswer said = new JsonAnswer()
                            .put("holds", found.holds())
                            .put("entries", found.entries())
                            .put("head", found.head());
                    if (!head.isEmpty()) {
                        said.put("headFound", known);
                    }
                    found.fault()
                            .ifPresent(fault ->
                                    said.put("firstBadEntry", fault.number()).put("what", fault.what()));
                    spec.commandLine().getOut().println(said.line());
                } else {
                    spec.commandLine().getOut().println(line(found, known));
                }
                return found.holds() && known ? ExitCode.OK : ExitCode.BAD_INPUT;
            }
        }

        private static String line(Verification found, boolean known) {
            String holds = found.fault()
                    .map(fault -> "The account does not hold. First bad entry: %d: %s."
                            .formatted(fault.number(), fault.what()))
                    .orElse("The account holds: %d entries. Head: %s".formatted(found.entries(), found.head()));
            return known
                    ? holds
                    : holds + System.lineSeparator()
                            + "The head that was given is not in it: the account was cut before it, or written anew.";
        }
    }

    /** {@code stillpoint audit list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the latest entries, the newest first: number, instant, actor, act, client, outcome.")
    static final class ListAudit implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--most", paramLabel = "N", description = "So many; without it ${DEFAULT-VALUE}.")
        private int most = 100;

        @Option(names = "--json", description = "Print JSON, one entry a line.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::list);
        }

        private int list() {
            List<AuditEntry> entries;
            try (Store store = Store.openBeside(where.there(false))) {
                entries = store.audit().latest(Math.max(most, 0));
            }
            entries.forEach(entry -> spec.commandLine().getOut().println(json ? asJson(entry) : line(entry)));
            return ExitCode.OK;
        }

        private static String asJson(AuditEntry entry) {
            return new JsonAnswer()
                    .put("number", entry.number())
                    .put("at", entry.at().toString())
                    .put("actor", who(entry.actor()))
                    .put("act", entry.act().name())
                    .put("client", entry.client().map(Id::toString).orElse(null))
                    .put("key", entry.key().map(Id::toString).orElse(null))
                    .put("outcome", entry.outcome().name())
                    .put("hash", entry.hash())
                    .line();
        }

        private static String line(AuditEntry entry) {
            Optional<String> client = entry.client().map(Id::toString);
            return "%d  %s  %s  %s  %s  %s"
                    .formatted(
                            entry.number(),
                            entry.at(),
                            who(entry.actor()),
                            entry.act(),
                            client.orElse("-"),
                            entry.outcome());
        }

        private static String who(Actor actor) {
            return switch (actor) {
                case Actor.Person person -> person.account().toString();
                case Actor.Linked linked -> "client:" + linked.client();
                case Actor.Registered registered -> "registered:" + registered.program();
                case Actor.Program program -> "program:" + program.part();
            };
        }
    }
}
