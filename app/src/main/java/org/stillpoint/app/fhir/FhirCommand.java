package org.stillpoint.app.fhir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.hl7.fhir.r4.model.Resource;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.exchange.fhir.bundle.ClientBundle;
import org.stillpoint.exchange.fhir.bundle.SummaryDocument;
import org.stillpoint.exchange.fhir.check.FhirCheck;
import org.stillpoint.exchange.fhir.check.FhirCheck.CheckFinding;
import org.stillpoint.exchange.fhir.check.FhirValidation;
import org.stillpoint.exchange.fhir.own.FhirR4;
import org.stillpoint.exchange.fhir.own.OwnResources;
import org.stillpoint.exchange.fhir.take.FhirFile;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.client.ExportClient;
import org.stillpoint.practice.client.ExportClient.ExportedClient;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.record.BadValue;
import org.stillpoint.record.Id;
import org.stillpoint.record.NoSuchRecord;
import org.stillpoint.record.client.Client;
import org.stillpoint.record.work.Act;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.ClientFile;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code stillpoint fhir}. */
@Command(
        name = "fhir",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description =
                "The record as FHIR R4: write it for other programs, read theirs, check a file, publish our own codes.",
        subcommands = {
            FhirCommand.ExportFhir.class,
            TakeFhirFile.class,
            FhirCommand.ValidateFhir.class,
            FhirCommand.PublishFhir.class,
            CommandLine.HelpCommand.class
        })
public final class FhirCommand implements Callable<Integer> {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }

    /** Writes a new file; one that is there already stays as it is. */
    private static void write(Path file, Resource resource) {
        try {
            Files.writeString(file, FhirR4.json(resource), StandardOpenOption.CREATE_NEW);
        } catch (IOException full) {
            throw new UncheckedIOException("%s could not be written".formatted(file.getFileName()), full);
        }
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException notAllowed) {
            throw new UncheckedIOException("the folder %s could not be made".formatted(folder), notAllowed);
        }
    }

    /** {@code stillpoint fhir export}. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = {
                "Writes three files for each client to FOLDER: a bundle of everything that may leave, a short summary in"
                        + " the shape of an International Patient Summary, without a claim that it conforms, and the account"
                        + " of who did and read what, in ids alone.",
                "What surfaced in a session, process notes that their authors have not let leave, therapists' own notes and"
                        + " notes that nobody has signed are not in them. The files are not encrypted; each client whose record is read stands in the account.",
                "No practice may be running on the record."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:written", "3:there is no such client or record, or a file is there already"})
    static final class ExportFhir implements Callable<Integer> {

        /** Whom. */
        static final class WhichClients {
            @Option(
                    names = "--client",
                    paramLabel = "ID",
                    required = true,
                    description = "As it stands in the address of the client's page.")
            private String client = "";

            @Option(names = "--all", required = true, description = "Every client, archived ones too.")
            private boolean all;
        }

        @ArgGroup(multiplicity = "1")
        private WhichClients which = new WhichClients();

        @Mixin
        private KeptWhere where = new KeptWhere();

        @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Made where it is not there.")
        private Path folder = Path.of("");

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws Exception {
            return KeptWhere.told(spec, this::export);
        }

        private int export() {
            try (Store store = Store.open(where.there(false))) {
                UnitOfWork work = store.unitOfWork(new Membership(store));
                Clock clock = new PracticeClock(
                        Clock.systemDefaultZone(), store.settings().profile());
                ExportClient export = new ExportClient(work, store.audit(), clock);
                List<Id<Client>> ids = which.all ? everybody(work) : List.of(Id.of(which.client));
                Optional<Path> there = ids.stream()
                        .flatMap(id -> Stream.of(bundle(id), summary(id), account(id)))
                        .filter(Files::exists)
                        .findFirst();
                if (there.isPresent()) {
                    return refuse("There is a file %s already; name another folder.".formatted(there.get()));
                }
                makeFolder(folder);
                for (Id<Client> id : ids) {
                    ExportedClient exported = export.withAccount(SOMEBODY, id);
                    ClientFile file = exported.file();
                    write(bundle(id), ClientBundle.of(file));
                    write(summary(id), SummaryDocument.of(file));
                    write(account(id), ClientBundle.account(file, exported.account()));
                }
                spec.commandLine()
                        .getOut()
                        .printf("Written: %d clients, three files each, to %s.%n", ids.size(), folder);
                return ExitCode.OK;
            } catch (BadValue | NoSuchRecord none) {
                return refuse("There is no such client.");
            }
        }

        private static List<Id<Client>> everybody(UnitOfWork work) {
            return work.read(
                    SOMEBODY,
                    Act.FIND_CLIENTS,
                    Optional.empty(),
                    records -> records.clients().list().stream().map(Client::id).toList());
        }

        private Path bundle(Id<Client> id) {
            return folder.resolve(id + ".json");
        }

        private Path account(Id<Client> id) {
            return folder.resolve(id + "-account.json");
        }

        private Path summary(Id<Client> id) {
            return folder.resolve(id + "-summary.json");
        }

        private int refuse(String why) {
            spec.commandLine().getErr().println(why);
            return ExitCode.BAD_INPUT;
        }
    }

    /** {@code stillpoint fhir validate}. */
    @Command(
            name = "validate",
            mixinStandardHelpOptions = true,
            description = {
                "Checks a FHIR R4 file with HL7's validator, offline, with our own definitions and the codes that this"
                        + " program writes.",
                "A warning that is known stands apart, with why. A message may quote what stands in the file."
            },
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:no error", "3:an error, or no file that can be read"})
    static final class ValidateFhir implements Callable<Integer> {
        @Parameters(paramLabel = "FILE", description = "A resource or bundle, as JSON or XML.")
        private Path file = Path.of("");

        @Option(names = "--json", description = "Print JSON: errors, warnings, explained.")
        private boolean json;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            FhirCheck check = new FhirValidation().check(FhirFile.read(file).text());
            if (json) {
                spec.commandLine().getOut().println(asJson(check));
            } else {
                print("error", check.errors());
                print("warning", check.warnings());
                spec.commandLine()
                        .getOut()
                        .printf(
                                "%d errors, %d warnings, %d explained.%n",
                                check.errors().size(),
                                check.warnings().size(),
                                check.explained().size());
            }
            return check.isGood() ? ExitCode.OK : ExitCode.BAD_INPUT;
        }

        private void print(String what, List<CheckFinding> findings) {
            findings.forEach(
                    each -> spec.commandLine().getOut().printf("%s: %s: %s%n", what, each.place(), each.message()));
        }

        private static JsonAnswer asJson(FhirCheck check) {
            List<JsonAnswer> explained = new ArrayList<>();
            check.explained()
                    .forEach(each -> explained.add(asJson(each.finding()).put("why", each.why())));
            return new JsonAnswer()
                    .put(
                            "errors",
                            check.errors().stream().map(ValidateFhir::asJson).toList())
                    .put(
                            "warnings",
                            check.warnings().stream().map(ValidateFhir::asJson).toList())
                    .put("explained", explained);
        }

        private static JsonAnswer asJson(CheckFinding finding) {
            return new JsonAnswer()
                    .put("id", finding.id())
                    .put("place", finding.place())
                    .put("message", finding.message());
        }
    }

    /** {@code stillpoint fhir resources}. */
    @Command(
            name = "resources",
            mixinStandardHelpOptions = true,
            description =
                    "Writes our own code systems, value sets, extensions, questionnaires and the map from pain regions to"
                            + " SNOMED CT body sites, for whoever receives our FHIR.",
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"0:written", "3:a file is there already"})
    static final class PublishFhir implements Callable<Integer> {
        @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "Made where it is not there.")
        private Path folder = Path.of("");

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Map<String, MetadataResource> all = OwnResources.list();
            Optional<Path> there = all.keySet().stream()
                    .map(folder::resolve)
                    .filter(Files::exists)
                    .findFirst();
            if (there.isPresent()) {
                spec.commandLine().getErr().printf("There is a file %s already; name another folder.%n", there.get());
                return ExitCode.BAD_INPUT;
            }
            makeFolder(folder);
            all.forEach((name, resource) -> write(folder.resolve(name), resource));
            spec.commandLine().getOut().printf("Written: %d resources to %s.%n", all.size(), folder);
            return ExitCode.OK;
        }
    }
}
