package org.stillpoint.app.study;

import java.io.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.stillpoint.app.cli.ExitCode;
import org.stillpoint.app.cli.JsonAnswer;
import org.stillpoint.app.keep.KeptWhere;
import org.stillpoint.practice.Answer;
import org.stillpoint.practice.access.Membership;
import org.stillpoint.practice.joint.ContributeToStudy;
import org.stillpoint.practice.joint.JointLeftOut;
import org.stillpoint.practice.joint.JointProtocol;
import org.stillpoint.practice.joint.JointProtocol.JointPractice;
import org.stillpoint.practice.joint.SummariseForStudy;
import org.stillpoint.practice.joint.SummariseForStudy.JointView;
import org.stillpoint.practice.setting.PracticeClock;
import org.stillpoint.record.work.Actor;
import org.stillpoint.record.work.UnitOfWork;
import org.stillpoint.store.Store;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** {@code stillpoint study contribute}: a practice's summary, seen before it leaves. */
@Command(
        name = "contribute",
        mixinStandardHelpOptions = true,
        description = {
            "Works out this practice's summary under a sealed protocol, prints the file as it would leave, and writes it, signed, once"
                    + " somebody has said yes: at the terminal, or by --yes.",
            "Only of clients whose consent in force says yes to research. Whoever has not agreed is counted, and nothing else of them is"
                    + " read. Numbers of fewer people than the protocol's smallest cell are not told.",
            "No practice may be running on the record. Each client whose record was read stands in the account, and that a summary left"
                    + " before it does."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "2:nobody said yes; nothing was written and nothing left",
            "3:the protocol was changed or is not for this practice, it is too early, it contributed before, or there is no such"
                    + " record"
        })
final class ContributeToStudyCommand implements Callable<Integer> {
    private static final Actor SOMEBODY = Actor.program(Actor.ProgramPart.COMMAND_LINE);

    @Parameters(paramLabel = "PROTOCOL", description = "The sealed protocol.")
    private Path protocolFile = Path.of("");

    @Mixin
    private KeptWhere where = new KeptWhere();

    @Option(names = "--to", paramLabel = "FILE", required = true, description = "The file; it may not be there yet.")
    private Path file = Path.of("");

    @Option(names = "--yes", description = "Whoever types this has seen what leaves, and lets it.")
    private boolean yes;

    @Option(
            names = "--again",
            description =
                    "Contribute though this practice did before; the file says that it is not the first. Whoever has both may"
                            + " tell from the difference what one client more or less makes: ask for the first to be deleted.")
    private boolean again;

    @Option(
            names = "--json",
            description =
                    "Print JSON: written, file, leftOut (exact: for you alone, and in no file) and contribution (what leaves).")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        return KeptWhere.told(spec, this::contribute);
    }

    private int contribute() {
        JointProtocol protocol = ProtocolFile.read(protocolFile);
        if (Files.exists(file)) {
            return refuse("There is a file " + file + " already; name another.");
        }
        try (Store store = Store.open(where.there(false))) {
            String key = Base64.getEncoder().encodeToString(store.signature().publicKey());
            Optional<JointPractice> self = protocol.findPractice(key);
            if (self.isEmpty()) {
                return refuse("The protocol names no practice with the key of this installation, " + key
                        + ". Whoever coordinates has to seal a protocol that does.");
            }
            return contribute(store, protocol, self.get());
        }
    }

    private int contribute(Store store, JointProtocol protocol, JointPractice self) {
        Clock clock =
                new PracticeClock(Clock.systemDefaultZone(), store.settings().profile());
        UnitOfWork work = store.unitOfWork(new Membership(store));
        return switch (new SummariseForStudy(work, store.audit(), clock).by(SOMEBODY, protocol)) {
            case JointView.TooEarly(LocalDate from) ->
                refuse("It is too early: entries may count up to the day before " + from
                        + ", and nobody looks before that day.");
            case JointView.Summarised seen
            when seen.earlier() > 0 && !again ->
                refuse(
                        "This practice has contributed to this study before. Send the file that was written then; or say --again, and"
                                + " the new one tells that it is not the first.");
            case JointView.Summarised seen -> {
                Contribution contribution = new Contribution(
                        protocol.hash(),
                        self,
                        LocalDate.now(clock),
                        seen.earlier() + 1,
                        seen.madeUp(),
                        seen.summary(),
                        told(seen, protocol));
                yield ask(store, new Proposed(protocol, seen, ContributionFile.content(contribution)), work);
            }
        };
    }

    /** What is shown to whoever decides. */
    private record Proposed(JointProtocol protocol, JointView.Summarised seen, ObjectNode content) {}

    private static Map<JointLeftOut, OptionalInt> told(JointView.Summarised seen, JointProtocol protocol) {
        Map<JointLeftOut, OptionalInt> told = new EnumMap<>(JointLeftOut.class);
        for (JointLeftOut why : JointLeftOut.values()) {
            told.put(why, protocol.cell().told(seen.leftOut().getOrDefault(why, 0)));
        }
        return told;
    }

    private int ask(Store store, Proposed proposed, UnitOfWork work) {
        if (!json) {
            show(proposed);
        }
        if (!yes && !saidYes()) {
            sayInJson(proposed, null);
            spec.commandLine()
                    .getErr()
                    .println(
                            "Nothing was written, and nothing left: nobody said yes. Say --yes once you have seen it.");
            return ExitCode.USAGE;
        }
        Answer<Integer> answer = new ContributeToStudy(work)
                .by(
                        SOMEBODY,
                        new ContributeToStudy.Command(
                                proposed.protocol().hash(),
                                proposed.seen().earlier() + 1,
                                StudyJson.hash(proposed.content())));
        if (!(answer instanceof Answer.Done<Integer>)) {
            throw new IllegalStateException("a contribution of this number was made meanwhile");
        }
        try {
            StudyJson.write(file, ContributionFile.signed(proposed.content(), store.signature()::sign));
        } catch (IOException full) {
            throw new UncheckedIOException("the contribution could not be written to " + file, full);
        }
        if (json) {
            sayInJson(proposed, file);
        } else {
            spec.commandLine()
                    .getOut()
                    .printf(
                            "Written: %s. Send it to: %s%n",
                            file, proposed.protocol().coordinator());
        }
        return ExitCode.OK;
    }

    private void show(Proposed proposed) {
        JointProtocol protocol = proposed.protocol();
        line("%s", protocol.title());
        line("%s", protocol.question());
        line("Protocol %s, sealed at %s.", protocol.hash(), protocol.sealedAt());
        line("");
        line("For you alone, and in no file: clients who are not counted.");
        for (JointLeftOut why : JointLeftOut.values()) {
            int count = proposed.seen().leftOut().getOrDefault(why, 0);
            if (count > 0) {
                line("  %6d  %s", count, LeftOutSaid.of(why));
            }
        }
        if (proposed.seen().madeUp()) {
            line("There are made-up clients alone, and the file says so.");
        }
        line("");
        line("This leaves, with a signature, and nothing else:");
        line("%s", StudyJson.text(proposed.content()).stripTrailing());
        line("");
    }

    private void sayInJson(Proposed proposed, @Nullable Path written) {
        if (json) {
            JsonAnswer leftOut = new JsonAnswer();
            for (JointLeftOut why : JointLeftOut.values()) {
                leftOut.put(StudyNode.code(why), proposed.seen().leftOut().getOrDefault(why, 0));
            }
            spec.commandLine()
                    .getOut()
                    .println(new JsonAnswer()
                            .put("written", written != null)
                            .put("file", written == null ? null : written.toString())
                            .put("leftOut", leftOut)
                            .put("contribution", proposed.content())
                            .line());
        }
    }

    private boolean saidYes() {
        Console console = System.console();
        if (json || console == null || !console.isTerminal()) {
            return false;
        }
        String typed = console.readLine("Let it leave? Type yes: ");
        return typed != null && typed.strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    private void line(String form, Object... values) {
        spec.commandLine().getOut().println(String.format(Locale.ROOT, form, values));
    }

    private int refuse(String why) {
        spec.commandLine().getErr().println(why);
        return ExitCode.BAD_INPUT;
    }
}
