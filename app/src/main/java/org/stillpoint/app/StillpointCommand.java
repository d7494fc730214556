package org.stillpoint.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.app.bench.BenchCommand;
import org.stillpoint.app.calendar.CalendarCommand;
import org.stillpoint.app.cli.Errors;
import org.stillpoint.app.evidence.EvidenceCommand;
import org.stillpoint.app.fhir.FhirCommand;
import org.stillpoint.app.keep.AccountCommand;
import org.stillpoint.app.keep.AuditCommand;
import org.stillpoint.app.keep.BackupCommand;
import org.stillpoint.app.keep.CopyCommand;
import org.stillpoint.app.keep.EraseCommand;
import org.stillpoint.app.keep.ExportCommand;
import org.stillpoint.app.keep.ImportCommand;
import org.stillpoint.app.keep.KeyCommand;
import org.stillpoint.app.keep.RestoreCommand;
import org.stillpoint.app.keep.TakeInCommand;
import org.stillpoint.app.keep.TakeOutCommand;
import org.stillpoint.app.keep.VerifyCommand;
import org.stillpoint.app.ledger.LedgerCommand;
import org.stillpoint.app.life.LifeCommand;
import org.stillpoint.app.pack.PackageCommand;
import org.stillpoint.app.questionnaire.QuestionnaireCommand;
import org.stillpoint.app.serve.ServeCommand;
import org.stillpoint.app.serve.WarmUpCommand;
import org.stillpoint.app.strain.StrainCommand;
import org.stillpoint.app.study.StudyCommand;
import org.stillpoint.app.tables.TablesCommand;
import org.stillpoint.app.trace.TraceCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program: every command under one name. */
@Command(
        name = "stillpoint",
        mixinStandardHelpOptions = true,
        versionProvider = StillpointCommand.ProgramVersion.class,
        sortOptions = false,
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "The record, the body model and the outcome lab for somato-emotional release.",
            "",
            "Without a command it starts the demo practice and prints its address and how to sign in.",
            "Somato-emotional release is a hypothesis. Stillpoint diagnoses nothing and promises nothing."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it did what was asked",
            "1:it failed for a reason that lies in the program or the machine",
            "2:the command line is not understood",
            "3:what was given to work on cannot be used"
        },
        footer = {"", "Help for one command: stillpoint COMMAND --help"},
        subcommands = CommandLine.HelpCommand.class)
public final class StillpointCommand implements Callable<Integer> {

    private static final List<Class<?>> COMMANDS = List.of(
            ServeCommand.class,
            StrainCommand.class,
            EvidenceCommand.class,
            LifeCommand.class,
            TraceCommand.class,
            LedgerCommand.class,
            BackupCommand.class,
            VerifyCommand.class,
            AuditCommand.class,
            AccountCommand.class,
            EraseCommand.class,
            CopyCommand.class,
            FhirCommand.class,
            CalendarCommand.class,
            QuestionnaireCommand.class,
            TablesCommand.class,
            StudyCommand.class,
            RestoreCommand.class,
            ExportCommand.class,
            ImportCommand.class,
            TakeOutCommand.class,
            TakeInCommand.class,
            KeyCommand.class,
            BenchCommand.class,
            PackageCommand.class,
            WarmUpCommand.class);

    /** Runs one command and leaves with its exit code. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(arguments).setOut(out).setErr(err).execute(arguments);
        out.flush();
        err.flush();
        System.exit(code);
    }

    /**
     * What understands these words, without leaving the process: where the first of them names a command, that one alone, for to look
     * through the options of all takes half a second of a start; every command where it names none; and none where there is no word.
     */
    public static CommandLine commandLine(String... words) {
        CommandLine all = new CommandLine(new StillpointCommand());
        if (words.length > 0) {
            List<Class<?>> named = COMMANDS.stream()
                    .filter(command -> name(command).equals(words[0]))
                    .toList();
            (named.isEmpty() ? COMMANDS : named).forEach(all::addSubcommand);
        }
        return all.setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setExecutionExceptionHandler(new Errors());
    }

    private static String name(Class<?> command) {
        return command.getAnnotation(Command.class).name();
    }

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        return ServeCommand.serveDemo(spec.commandLine().getOut());
    }

    /** Says the version that the build wrote into the manifest. */
    static final class ProgramVersion implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = StillpointCommand.class.getPackage().getImplementationVersion();
            return new String[] {"stillpoint " + (version == null ? "(not packaged)" : version)};
        }
    }
}
