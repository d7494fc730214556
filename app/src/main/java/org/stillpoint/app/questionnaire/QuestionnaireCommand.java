package org.stillpoint.app.questionnaire;

import java.util.List;
import java.util.concurrent.Callable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.questionnaire.ImportedReading;
import org.stillpoint.record.questionnaire.ImportedQuestionnaire;
import org.stillpoint.record.work.Actor;
import org.stillpoint.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code stillpoint questionnaire}. */
@Command(
        name = "questionnaire",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Questionnaires that the practice may use (FHIR R4): imported, and listed.",
        subcommands = {
            TakeQuestionnaireFile.class,
            QuestionnaireCommand.ListImported.class,
            CommandLine.HelpCommand.class
        })
public final class QuestionnaireCommand implements Callable<Integer> {
    static final Actor AT_THE_TERMINAL = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** {@code stillpoint questionnaire list}. */
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = {
                "Lists every edition that was imported, the latest first: id, day, language, whether it is offered, title,"
                        + " edition and address. A practice may be running."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:listed", "3:there is no such practice"})
    static final class ListImported implements Callable<Integer> {
        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--json", description = "Print JSON, one edition a line.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::list);
        }

        private int list() {
            try (Store store = Store.openBeside(where.there(false))) {
                all(store).forEach(each -> spec.commandLine().getOut().println(json ? asJson(each) : line(each)));
            }
            return ExitCode.OK;
        }

        private static String line(ImportedQuestionnaire each) {
            return "%s  %s  %s  %s  %s%s  %s"
                    .formatted(
                            each.id(),
                            each.importedAt(),
                            each.form().language().locale().getLanguage(),
                            each.offered() ? "offered" : "not offered",
                            each.form().title(),
                            each.form().edition().isEmpty()
                                    ? ""
                                    : "  edition " + each.form().edition(),
                            each.form().url());
        }

        private static String asJson(ImportedQuestionnaire each) {
            return new JsonAnswer()
                    .put("id", each.id().toString())
                    .put("importedAt", each.importedAt().toString())
                    .put("offered", each.offered())
                    .put("title", each.form().title())
                    .put("language", each.form().language().locale().getLanguage())
                    .put("edition", each.form().edition())
                    .put("url", each.form().url())
                    .line();
        }
    }

    /** The latest import first. */
    static List<ImportedQuestionnaire> all(Store store) {
        return new ImportedReading(store.unitOfWork(new Membership(store))).by(AT_THE_TERMINAL);
    }
}
